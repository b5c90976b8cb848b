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
    _ payload: Data, kind: SourceModelKind = .gaussianProcess, seeing seen: Representation = .maccs,
    version: String? = nil
  ) throws -> SourceModelDocument {
    var representation = try SourceModelDocument.InputRepresentation([seen])
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

  private func sparse() throws -> SourcePayload {
    var settings = SparseSettings.ofSources
    settings.inducingInputs = 4
    return .sparseProcess(
      try SparseSourceProcess.train(
        molecules, features: inputs, values: values, model: Self.model, settings: settings
      ).process)
  }

  private func network() throws -> SourcePayload {
    var stream = RandomStreams(seed: 1).stream("test")
    return .network(
      try TrainedNetwork.train(
        NetworkInputs(inputs), NetworkTargets(values), NetworkSettings(hiddenLayers: [4]), stream: &stream
      ).network)
  }

  /// The second output of a network that has two.
  private func sharedNetwork() throws -> SourcePayload {
    var stream = RandomStreams(seed: 1).stream("test")
    let targets = NetworkTargets([values.map { -$0 }, values])
    return .sharedNetwork(
      try TrainedNetwork.train(
        NetworkInputs(inputs), targets, NetworkSettings(hiddenLayers: [4]), stream: &stream
      ).network, head: 1)
  }

  @Test func itIsReadAsItWasWritten() throws {
    for (payload, kind) in [
      (try process(), SourceModelKind.gaussianProcess), (try sparse(), .sparseGaussianProcess),
      (try network(), .neuralNetwork), (try sharedNetwork(), .sharedNetwork),
    ] {
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
    #expect(process.approximation == nil)
    let sparse = try sparse()
    #expect(sparse.molecules.count <= 4 && sparse.approximation != nil)
    let through = try sparse.sourceModel(
      name: "three", of: document(sparse.encoded(), kind: .sparseGaussianProcess),
      features: sparse.molecules.map { try Molecule(smiles: $0) }.inputs([.maccs]))
    #expect(through.representations == [.maccs])
    let network = try network()
    #expect(network.molecules.isEmpty)
    let other = try network.sourceModel(
      name: "two", of: document(network.encoded(), kind: .neuralNetwork), features: [])
    #expect(other.representations == [.maccs])
    let shared = try sharedNetwork()
    let head = try shared.sourceModel(
      name: "four", of: document(shared.encoded(), kind: .sharedNetwork), features: [])
    guard case .sharedNetwork(let itsNetwork, _) = shared else { throw TestFailure() }
    let expected = Array(try itsNetwork.predictions(NetworkInputs(inputs)).column(1))
    let predictions = try head.predictions(inputs, noise: 0)
    #expect(head.hasDeviations && predictions.map(\.mean) == expected)
    #expect(predictions.allSatisfy { $0.standardDeviation == 1 })
    var beyond = try shared.encoded()
    beyond[0] = 2
    #expect(throws: TransferLearningError.self) { try SourcePayload(of: document(beyond, kind: .sharedNetwork)) }
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
    let older = text.replacing(#""version":3}"#, with: #""version":1}"#)
      .replacing(#""calibration":\#(process.calibration),"#, with: "")
    #expect(!older.contains("calibration"))
    guard case .process(let read) = try SourcePayload(of: document(Data(older.utf8))) else { throw TestFailure() }
    #expect(read.calibration == 1 && read.coordinates == process.coordinates)
  }

  /// A frozen payload, written by `Fixtures/make.py` from the coding's description: it stays readable for ever.
  private func recorded(_ name: String) throws -> SourceModel {
    let file = try #require(Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json"))
    let document = try document(Data(contentsOf: file), kind: .sparseGaussianProcess)
    let payload = try SourcePayload(of: document)
    let features = try payload.molecules.map { try Molecule(smiles: $0) }.inputs([.maccs])
    return try payload.sourceModel(name: name, of: document, features: features)
  }

  /// Of ethanol and fluorine, which have no key in common, the kernel is 1 + 1 with themselves and 1 with each other. What is
  /// said of them was calculated by hand, in `Fixtures/make.py`.
  @Test(arguments: [
    // Up to the second coding a sparse process was an exact one on some of its data.
    (
      "process2", [0.565685424949238, -0.565685424949238], [1.7846153846153845, 0.9846153846153846, 1.7846153846153845]
    ),
    ("sparse3", [0.378564869306645, 1.093665534629788], [1.4545454545454548, 0.8847318915971707, 1.4756409825062613]),
  ])
  func frozenCodingsSayWhatTheySaid(name: String, values: [Double], explained: [Double]) throws {
    let outputs = try recorded(name).outputs(["CCO", "FF"].map { try Molecule(smiles: $0) }.inputs([.maccs]))
    #expect(zip(outputs.map(\.value), values).allSatisfy { abs($0 - $1) < 1e-12 }, "\(outputs)")
    func product(_ a: Int, _ b: Int) -> Double {
      zip(outputs[a].projection, outputs[b].projection).reduce(0) { $0 + $1.0 * $1.1 }
    }
    #expect(
      zip([product(0, 0), product(0, 1), product(1, 1)], explained).allSatisfy { abs($0 - $1) < 1e-12 }, "\(outputs)")
  }

  private struct TestFailure: Error {}

  @Test func aNewerCodingIsNamed() throws {
    let text = String(decoding: try process().encoded(), as: UTF8.self)
    let newer = text.replacing(#""version":3}"#, with: #""version":4}"#)
    #expect(newer != text)
    #expect(throws: TransferLearningError.newerFormat(what: "Gaussian process", version: 4, newestKnown: 3)) {
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

  /// The bytes of a payload whose process was changed by hand.
  private func forged(_ payload: SourcePayload, of key: String = "process", _ change: (inout [String: Any]) -> Void)
    throws -> Data
  {
    var envelope = try #require(try JSONSerialization.jsonObject(with: payload.encoded()) as? [String: Any])
    var process = try #require(envelope[key] as? [String: Any])
    change(&process)
    envelope[key] = process
    return try JSONSerialization.data(withJSONObject: envelope)
  }

  private func scalings(of count: Int) -> [[String: [Double]]] {
    [["averages": Array(repeating: 0, count: count), "deviations": Array(repeating: 1, count: count)]]
  }

  /// Whoever imports a file of others must not be thrown out of the program by what stands in it.
  @Test(arguments: [MolecularModel.Term.Comparison.radial(.matern52), .radialPerCoordinate(.matern52)])
  func numbersThatNoKernelCanTakeAreUnreadable(comparison: MolecularModel.Term.Comparison) throws {
    let model = MolecularModel(terms: [.init(comparison, on: .physicalDescriptors)])
    let features = try molecules.inputs([.physicalDescriptors])
    let payload = SourcePayload.process(
      try SourceProcess.train(molecules, features: features, values: values, model: model).process)
    func read(_ bytes: Data) throws -> SourceModel {
      let document = try document(bytes, seeing: .physicalDescriptors)
      return try SourcePayload(of: document).sourceModel(name: "one", of: document, features: features)
    }
    #expect(try read(forged(payload) { _ in }).representations == [.physicalDescriptors])
    for change: (inout [String: Any]) -> Void in [
      { $0["coordinates"] = (($0["coordinates"] as? [Double]) ?? []).map { _ in 1e4 } },
      { $0["coordinates"] = (($0["coordinates"] as? [Double]) ?? []).map { _ in -1e4 } },
      { $0["scalings"] = scalings(of: 0) }, { $0["scalings"] = scalings(of: 7) },
    ] {
      let bytes = try forged(payload, change)
      let error = #expect(throws: TransferLearningError.self) { try read(bytes) }
      #expect(error?.description.hasPrefix("The Gaussian process cannot be read") == true)
    }
  }

  @Test func aSparseProcessThatDoesNotBelongTogetherIsUnreadable() throws {
    let payload = try sparse()
    func read(_ bytes: Data, kind: SourceModelKind = .sparseGaussianProcess) throws -> SourceModel {
      let document = try document(bytes, kind: kind)
      let payload = try SourcePayload(of: document)
      let features = try payload.molecules.map { try Molecule(smiles: $0) }.inputs([.maccs])
      return try payload.sourceModel(name: "one", of: document, features: features)
    }
    #expect(try read(forged(payload, of: "sparse") { _ in }).representations == [.maccs])
    // Not filed as what it is.
    #expect(throws: TransferLearningError.self) { try read(payload.encoded(), kind: .gaussianProcess) }
    func forgedInformation(_ change: (inout Data) -> Void) throws -> Data {
      try forged(payload, of: "sparse") { process in
        var data = (process["information"] as? String).flatMap { Data(base64Encoded: $0) } ?? Data()
        change(&data)
        process["information"] = data.base64EncodedString()
      }
    }
    var forgeries = [
      try forgedInformation { $0 = Data() }, try forgedInformation { $0.removeLast() },
      try forgedInformation { $0.append(contentsOf: [UInt8](repeating: 0, count: 8)) },
      try forgedInformation { $0.replaceSubrange(0..<8, with: [0, 0, 0, 0, 0, 0, 0xF0, 0x7F]) },
    ]
    for change: (inout [String: Any]) -> Void in [
      { $0["molecules"] = [String]() }, { $0["molecules"] = Array(repeating: "C", count: 100_000) },
      { $0["projected"] = [1.0] }, { $0["deviation"] = 0 }, { $0["deviation"] = -1 }, { $0["spread"] = 0 },
      { $0["noise"] = -1 }, { $0["jitter"] = -1 }, { $0["observations"] = 0 }, { $0["coordinates"] = [Double]() },
      { $0["scalings"] = scalings(of: 1) + scalings(of: 1) },
    ] { forgeries.append(try forged(payload, of: "sparse", change)) }
    for bytes in forgeries {
      let error = #expect(throws: TransferLearningError.self) { try read(bytes) }
      #expect(
        error?.description.hasPrefix("The Gaussian process cannot be read") == true, "\(String(describing: error))")
    }
    // Less than the prior knew: no covariance.
    let zeros = try forgedInformation { $0 = Data(count: $0.count) }
    #expect(throws: TransferLearningError.self) { try read(zeros) }
  }
}
