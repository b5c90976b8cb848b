import Foundation
import Numerics
import Testing
import TransferLearning

@Suite struct SourceModelDocumentCodingTests {
  /// Written by `Fixtures/make.py` from the format's description: it stays readable for ever.
  private func recorded() throws -> Data {
    let file = try #require(Bundle.module.url(forResource: "Fixtures/format1", withExtension: "model"))
    return try Data(contentsOf: file)
  }

  @Test func theFirstFormatIsRead() throws {
    let document = try SourceModelDocument(decoding: recorded())
    #expect(document == .sample(payload: document.payload))
    let network = try TrainedNetwork(payload: document.payload)
    let inputs = NetworkInputs(rows: [[0, 0], [2, 0.25], [-3, 1], [99, 0]], columns: 2)
    // 3 + 2 (max(0, x0 − 0.5) − max(0, x1)), with x0 at most 10.
    #expect(try network.predictions(inputs).storage == [3, 5.5, 1, 22])
    #expect(try network.hiddenFeatures(inputs, layer: 0).column(0).elementsEqual([-2, 4, -2, 36]))
    #expect(try network.hiddenFeatures(inputs, layer: 0).column(1).allSatisfy { $0 == 0 })
  }

  @Test func whatIsWrittenIsTheSameBytes() throws {
    let recorded = try recorded()
    let document = try SourceModelDocument(decoding: recorded)
    #expect(try document.encoded() == recorded)
    #expect(try TrainedNetwork(payload: document.payload).payload == document.payload)
  }

  @Test(arguments: SourceModelKind.allCases)
  func itIsReadAsItWasWritten(kind: SourceModelKind) throws {
    let bare = CrossValidatedErrors(
      folds: 5, count: 9, meanAbsoluteError: 0.1, rootMeanSquareError: 0.2, rSquared: nil, logDensity: nil,
      coverage: nil)
    for document in [
      SourceModelDocument.sample(kind: kind), .sample(kind: kind, errors: bare), .sample(kind: kind, payload: Data()),
    ] {
      #expect(try SourceModelDocument(decoding: document.encoded()) == document)
    }
  }

  @Test func aNewerFormatIsNamed() throws {
    var data = try recorded()
    data[8] = 2
    let error = #expect(throws: TransferLearningError.self) { try SourceModelDocument(decoding: data) }
    #expect(
      error?.description
        == "The source model is of format 2, written by a newer Cohobate; this one reads formats up to 1.")
    data[8] = 0
    #expect(throws: TransferLearningError.unreadable(what: "source model", reason: "there is no format 0")) {
      try SourceModelDocument(decoding: data)
    }
  }

  @Test func whatIsCutOrAlteredIsRefused() throws {
    let data = try recorded()
    for count in 0..<data.count {
      #expect(throws: TransferLearningError.self, "\(count) bytes") {
        try SourceModelDocument(decoding: data.prefix(count))
      }
    }
    for place in 0..<data.count {
      var altered = data
      altered[place] ^= 1
      #expect(throws: TransferLearningError.self, "byte \(place)") { try SourceModelDocument(decoding: altered) }
    }
    #expect(throws: TransferLearningError.self) { try SourceModelDocument(decoding: data + [0]) }
    #expect(throws: TransferLearningError.unreadable(what: "source model", reason: "it does not begin as one")) {
      try SourceModelDocument(decoding: Data("SQLite format 3".utf8))
    }
  }

  @Test func errorsThatAreNotFiniteAreNotWritten() {
    let errors = CrossValidatedErrors(
      folds: 5, count: 9, meanAbsoluteError: .nan, rootMeanSquareError: 0.2, rSquared: nil, logDensity: nil,
      coverage: nil)
    #expect(throws: TransferLearningError.self) { try SourceModelDocument.sample(errors: errors).encoded() }
  }
}
