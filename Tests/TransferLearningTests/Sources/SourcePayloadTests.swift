import Chemistry
import Foundation
import GaussianProcess
import Numerics
import Testing
import TransferLearning

@Suite struct SourcePayloadTests {
  private static let model = MolecularModel(on: [.maccs])
  private let molecules: [Molecule]
  private let inputs: [MolecularInput]
  private let values: [Double]

  init() throws {
    molecules = try (1...12).map { try Molecule(smiles: String(repeating: "C", count: $0) + "O") }
    inputs = try molecules.inputs([.maccs])
    values = molecules.map { Double($0.heavyAtomCount) }
  }

  private func document(
    _ payload: Data, kind: SourceModelKind = .gaussianProcess, version: String? = nil
  ) throws -> SourceModelDocument {
    var representation = try SourceModelDocument.InputRepresentation([.maccs])
    if let version { representation.version = version }
    return SourceModelDocument(
      kind: kind, property: .init(name: "size", unit: "", summary: ""), representation: representation,
      provenance: .init(file: "a.csv", digest: "00", rows: 12, distinctMolecules: 12), trainingSize: 12,
      errors: CrossValidatedErrors(
        folds: 2, count: 12, meanAbsoluteError: 1, rootMeanSquareError: 1, rSquared: nil, logDensity: nil, coverage: nil
      ),
      settings: "{}", seed: 1, programVersion: "0.1.0", createdAt: Date(timeIntervalSince1970: 0), payload: payload)
  }

  private func process() throws -> SourcePayload {
    .process(try SourceProcess.train(molecules, features: inputs, values: values, model: Self.model).process)
  }

  private func network() throws -> SourcePayload {
    var stream = RandomStreams(seed: 1).stream("test")
    return .network(
      try TrainedNetwork.train(
        NetworkInputs(inputs), NetworkTargets(values), NetworkSettings(hiddenLayers: [4]), stream: &stream
      ).network)
  }

  @Test func itIsReadAsItWasWritten() throws {
    for (payload, kind) in [(try process(), SourceModelKind.gaussianProcess), (try network(), .neuralNetwork)] {
      let bytes = try payload.encoded()
      let read = try SourcePayload(of: document(bytes, kind: kind))
      #expect(read == payload)
      #expect(try read.encoded() == bytes)
    }
  }

  @Test func aModelIsMadeOfItThatKnowsWhatItSees() throws {
    let process = try process()
    #expect(process.molecules == molecules.map(\.smiles))
    let model = try process.sourceModel(name: "one", of: document(process.encoded()), features: inputs)
    #expect(model.name == "one" && model.property == "size" && model.representations == [.maccs])
    let network = try network()
    #expect(network.molecules.isEmpty)
    let other = try network.sourceModel(
      name: "two", of: document(network.encoded(), kind: .neuralNetwork), features: [])
    #expect(other.representations == [.maccs])
  }

  @Test func otherNumbersAreRefused() throws {
    let process = try process()
    #expect(throws: TransferLearningError.self) {
      try process.sourceModel(name: "one", of: document(process.encoded(), version: "0"), features: inputs)
    }
  }

  /// What was kept before there was a calibration has none.
  @Test func theFirstCodingIsRead() throws {
    guard case .process(let process) = try process() else { throw TestFailure() }
    let text = String(decoding: try SourcePayload.process(process).encoded(), as: UTF8.self)
    let older = text.replacing(#""version":2}"#, with: #""version":1}"#)
      .replacing(#""calibration":\#(process.calibration),"#, with: "")
    #expect(!older.contains("calibration"))
    guard case .process(let read) = try SourcePayload(of: document(Data(older.utf8))) else { throw TestFailure() }
    #expect(read.calibration == 1 && read.coordinates == process.coordinates)
  }

  private struct TestFailure: Error {}

  @Test func aNewerCodingIsNamed() throws {
    let text = String(decoding: try process().encoded(), as: UTF8.self)
    let newer = text.replacing(#""version":2}"#, with: #""version":3}"#)
    #expect(newer != text)
    #expect(throws: TransferLearningError.newerFormat(what: "Gaussian process", version: 3, newestKnown: 2)) {
      try SourcePayload(of: document(Data(newer.utf8)))
    }
  }

  @Test func whatDoesNotBelongTogetherIsUnreadable() throws {
    let text = String(decoding: try process().encoded(), as: UTF8.self)
    let other = text.replacing(#""molecules":["CO","#, with: #""molecules":["#)
    #expect(other != text)
    for bytes in [Data(other.utf8), Data("{}".utf8), Data()] {
      let error = #expect(throws: TransferLearningError.self) { try SourcePayload(of: document(bytes)) }
      #expect(error?.description.hasPrefix("The Gaussian process cannot be read") == true)
    }
    let network = try network().encoded()
    #expect(throws: TransferLearningError.self) { try SourcePayload(of: document(network)) }
  }
}
