import Testing
import TransferLearning

@Suite struct TransferLearningErrorTests {
  @Test(arguments: [
    (TransferLearningError.countMismatch(inputs: 3, targets: 2), "There are 3 rows of inputs but 2 of targets"),
    (.tooFewValues(output: 1, count: 1, needed: 2), "Output 1 has 1 values to learn from and needs at least 2"),
    (.nonFiniteInput(row: 4, column: 5), "The input in row 4, column 5 is infinite or not a number"),
    (.nonFiniteTarget(row: 4, output: 0), "The target in row 4 of output 0 is infinite or not a number"),
    (.otherInputs(columns: 3, trainedOn: 2), "The inputs have 3 columns, but the network was trained on 2"),
    (.noSuchLayer(layer: 3, count: 3), "There is no hidden layer 3: the network has 3, counted from 0"),
    (.invalidSetting("So."), "So."),
    (.diverged(epoch: 2), "The training diverged in epoch 2: lower the learning rate"),
    (.nonFinitePrediction(row: 6), "The prediction for row 6 is infinite or not a number"),
    (
      .newerFormat(what: "source model", version: 9, newestKnown: 1),
      "The source model is of format 9, written by a newer Cohobate; this one reads formats up to 1"
    ),
    (
      .otherRepresentation(name: "maccs", version: "1", current: "2"),
      "The model was trained on 'maccs' of version '1', but this program computes version '2'"
    ),
    (
      .unreadable(what: "source model", reason: "it ends too early"),
      "The source model cannot be read: it ends too early"
    ),
  ])
  func theSentenceNamesTheThing(error: TransferLearningError, beginning: String) {
    #expect(error.description.hasPrefix(beginning))
    #expect(error.description.hasSuffix("."))
  }
}
