public import Chemistry
import Files
public import GaussianProcess

/// An error in training, checking or reading a source model.
public enum TransferLearningError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The numbers of rows of inputs and of targets differ.
  case countMismatch(inputs: Int, targets: Int)
  /// An output has too few values for training.
  case tooFewValues(output: Int, count: Int, needed: Int)
  /// An input is infinite or not a number.
  case nonFiniteInput(row: Int, column: Int)
  /// A target is infinite or not a number.
  case nonFiniteTarget(row: Int, output: Int)
  /// The number of columns of the inputs differs from that of the training.
  case otherInputs(columns: Int, trainedOn: Int)
  /// A hidden layer that the network does not have.
  case noSuchLayer(layer: Int, count: Int)
  /// A setting is invalid.
  case invalidSetting(String)
  /// The training error diverged.
  case diverged(epoch: Int)
  /// The predictions of a check are not finite.
  case nonFinitePrediction(row: Int)
  /// A document was written by a newer version of the program.
  case newerFormat(what: String, version: Int, newestKnown: Int)
  /// The model was trained on a representation that this program computes differently.
  case otherRepresentation(name: String, version: String, current: String)
  /// A representation cannot be used.
  case chemistry(ChemistryError)
  /// A process could not be fitted or conditioned.
  case process(GaussianProcessError)
  /// Bytes are not of the expected kind.
  case unreadable(what: String, reason: String)

  /// A full sentence that names the cause and the remedy.
  public var description: String {
    switch self {
    case .countMismatch(let inputs, let targets):
      "There are \(inputs) rows of inputs but \(targets) of targets: give one row of targets for each molecule."
    case .tooFewValues(let output, let count, let needed):
      "Output \(output) has \(count) values to learn from and needs at least \(needed): give more, or leave it out."
    case .nonFiniteInput(let row, let column):
      "The input in row \(row), column \(column) is infinite or not a number: leave out the molecule or the column."
    case .nonFiniteTarget(let row, let output):
      "The target in row \(row) of output \(output) is infinite or not a number: leave out what could not be found."
    case .otherInputs(let columns, let trainedOn):
      "The inputs have \(columns) columns, but the network was trained on \(trainedOn): use the representation it was "
        + "trained with."
    case .noSuchLayer(let layer, let count):
      "There is no hidden layer \(layer): the network has \(count), counted from 0."
    case .invalidSetting(let message): message
    case .diverged(let epoch):
      "The training diverged in epoch \(epoch): lower the learning rate."
    case .nonFinitePrediction(let row):
      "The prediction for row \(row) is infinite or not a number; train the model again."
    case .newerFormat(let what, let version, let newestKnown):
      "The \(what) is of format \(version), written by a newer Cohobate; this one reads formats up to \(newestKnown)."
    case .otherRepresentation(let name, let version, let current):
      "The model was trained on '\(name)' of version '\(version)', but this program computes version '\(current)', whose "
        + "numbers differ: its predictions would be wrong. Train it again, or use the program and the RDKit it came from."
    case .chemistry(let error): error.description
    case .process(let error): error.description
    case .unreadable(let what, let reason):
      "The \(what) cannot be read: \(reason)."
    }
  }
}

extension TransferLearningError: ReportedError {}
