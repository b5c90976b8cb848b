import CachedCalculation
import Chemistry
import Files
import Foundation
import GaussianProcess
import MolecularDesign
import Numerics
import SourceModels
import TransferLearning

/// Molecules for training.
private func molecules() throws -> [Molecule] {
  try (1...12).flatMap { length in
    let chain = String(repeating: "C", count: length)
    return try [chain + "O", chain + "N", "c1ccccc1" + chain, "OC(=O)" + chain, chain + "C(=O)N"].map {
      try Molecule(smiles: $0)
    }
  }
}

/// Files of language models.
struct LanguageModelReader: FuzzedReader {
  let examples: [[UInt8]]

  init(in folder: String) async throws {
    examples = [
      try LanguageModel(
        training: Array(molecules().prefix(25)), settings: LanguageModelSettings(), stream: RandomStream(seed: 1)
      ).encoded
    ]
  }

  func seal(_ bytes: inout [UInt8]) { if bytes.count > 32 { LanguageModel.seal(&bytes) } }

  func read(_ bytes: [UInt8]) async throws {
    let model = try LanguageModel(encoded: bytes, name: "model.language")
    var stream = RandomStream(seed: 1)
    for _ in 0..<3 {
      if let string = model.sample(stream: &stream) { _ = model.logProbability(of: string) }
    }
  }
}

/// Documents of source models, as `models export` writes them.
struct SourceModelReader: FuzzedReader {
  static let words = ["gaussian-process", "neural-network", "sparse-gaussian-process", "morgan", "maccs", "NaN"]
  let examples: [[UInt8]]

  init(in folder: String) async throws {
    let library = try await LibraryReader.trained(in: folder)
    examples = try ModelLibrary(path: library).list().models.map { model in
      let file = "\(folder)/\(model.id).model"
      try ModelLibrary(path: library).export(model.id, to: file)
      return Array(try Data(contentsOf: URL(filePath: file)))
    }
  }

  func seal(_ bytes: inout [UInt8]) {
    guard bytes.count > 32 else { return }
    bytes.replaceSubrange((bytes.count - 32)..., with: ContentDigest(Data(bytes.dropLast(32))).bytes)
  }

  func read(_ bytes: [UInt8]) async throws {
    let document = try SourceModelDocument(decoding: Data(bytes))
    let payload = try SourcePayload(of: document)
    let representations = try document.representation.representations()
    func inputs(_ molecules: [Molecule]) throws -> [MolecularInput] {
      try molecules.map { molecule in
        MolecularInput(features: try representations.map { try $0.features(of: molecule) })
      }
    }
    let known = try payload.molecules.map { try Molecule(smiles: $0, isRepeatUnit: true) }
    let model = try payload.sourceModel(name: "source", of: document, features: inputs(known))
    _ = try model.outputs(inputs([Molecule(smiles: "CCOC")]))
  }
}

/// Networks of several outputs, in the form of the built-in library.
struct SharedNetworkReader: FuzzedReader {
  static let words = ["maccs", "morgan", "NaN", "\"heads\":[]", "1e999"]
  let examples: [[UInt8]]

  init(in folder: String) async throws {
    let molecules = try molecules()
    let values = [molecules.map { Double($0.heavyAtomCount) }, molecules.map(\.molecularWeight)]
    var stream = RandomStream(seed: 1)
    let network = try TrainedNetwork.train(
      NetworkInputs(molecules.inputs([.maccs])), NetworkTargets(values),
      NetworkSettings(hiddenLayers: [4], epochs: 2, batchSize: 16, heldOutShare: 0), stream: &stream
    ).network
    let errors = CrossValidatedErrors(
      folds: 5, count: molecules.count, meanAbsoluteError: 1, rootMeanSquareError: 2, rSquared: 0.5, logDensity: nil,
      coverage: nil)
    let shared = SharedNetwork(
      heads: ["size", "weight"].map {
        .init(
          property: .init(name: $0, unit: "", summary: "made up"), method: "counting", trainingSize: molecules.count,
          errors: errors)
      },
      origin: .init(
        representation: try .init([.maccs]), file: "labels.csv", digest: "00", settings: "{}", seed: 1,
        programVersion: "1", createdAt: Date(timeIntervalSince1970: 0)),
      network: network, values: values.map { _ in molecules.map(\.smiles) })
    examples = [Array(try shared.encoded())]
  }

  func seal(_ bytes: inout [UInt8]) {
    guard bytes.count > 32 else { return }
    bytes.replaceSubrange((bytes.count - 32)..., with: ContentDigest(Data(bytes.dropLast(32))).bytes)
  }

  func read(_ bytes: [UInt8]) async throws {
    let network = try SharedNetwork(decoding: Data(bytes))
    let molecules = [try Molecule(smiles: "CCOC")]
    for place in network.heads.indices {
      let source = try network.sourceModel(place, name: "source")
      _ = try source.outputs(molecules.inputs(source.representations))
      _ = (network.knownCount(of: place, among: molecules.map(\.smiles)), network.document(place))
    }
  }
}

/// Libraries of source models.
struct LibraryReader: FuzzedReader {
  let examples: [[UInt8]]
  private let path: String

  init(in folder: String) async throws {
    path = "\(folder)/mutant.sqlite"
    examples = [Array(try Data(contentsOf: URL(filePath: try await Self.trained(in: folder))))]
  }

  /// Trains a model of each kind, and returns the library's path.
  static func trained(in folder: String) async throws -> String {
    let (table, library) = ("\(folder)/source.csv", "\(folder)/library.sqlite")
    let rows = try molecules().enumerated().map { "\($1.smiles),\(Double($0 % 7) + 0.1 * Double($0))\n" }
    try Data(("smiles,x\n" + rows.joined()).utf8).write(to: URL(filePath: table))
    let request = PretrainRequest(
      table: table, representations: ["maccs"],
      kinds: ["gaussian-process", "sparse-gaussian-process", "neural-network"])
    _ = try await PretrainRun(request, library: library, on: ComputeResources(jobs: 1)).run()
    return library
  }

  func read(_ bytes: [UInt8]) async throws {
    try Data(bytes).write(to: URL(filePath: path))
    let library = try ModelLibrary(path: path)
    for model in try library.list().models { _ = try library.details(of: model.id) }
    _ = try library.sourceModels()
  }
}

/// States of designs, of both modes. The digest is checked before the parts that are read here.
struct DesignStateReader: FuzzedReader {
  static let words = ["\"nan\"", "\"inf\"", "\"-inf\"", "null", "[]", "{}", "-9223372036854775808"]
  let examples: [[UInt8]]
  private let designers: [Designer]

  private static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return decoder
  }

  private static let weighing = { @Sendable (molecules: [Molecule], _: Int) in
    molecules.map { molecule in [-abs(Double(molecule.atomCount) - 30) / 4, -Double(molecule.smiles.utf8.count % 5)] }
  }

  init(in folder: String) async throws {
    let seeds = try molecules()
    let model = try LanguageModel(training: seeds, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    designers = [DesignMode.sample, .search].map { mode in
      Designer(
        model: model, filter: MoleculeFilter(), settings: DesignSettings(mode: mode, particles: 12, steps: 20),
        corpus: seeds)
    }
    let encoder = JSONEncoder()
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    examples = try designers.map { designer in
      var run = try DesignRun(
        designer, from: Array(seeds.prefix(8)), excluding: [], stream: RandomStream(seed: 2),
        logLikelihoods: Self.weighing)
      for _ in 0..<2 { try run.step(Self.weighing) }
      return Array(try encoder.encode(run.checkpoint))
    }
  }

  func read(_ bytes: [UInt8]) async throws {
    let checkpoint: DesignCheckpoint
    do {
      checkpoint = try Self.decoder().decode(DesignCheckpoint.self, from: Data(bytes))
    } catch {
      throw FuzzError("The state is damaged.")
    }
    var failure: any Error = FuzzError("The state is of no design.")
    for designer in designers {
      do {
        var run = try DesignRun(designer, from: checkpoint, excluding: [])
        if !run.isFinished { try run.step(Self.weighing) }
        _ = (run.result, run.likelihoodSummary)
        return
      } catch {
        failure = error
      }
    }
    throw failure
  }
}
