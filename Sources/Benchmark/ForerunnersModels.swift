internal import Acquisition
internal import Chemistry
internal import GaussianProcess
internal import MolecularDesign
internal import Numerics

/// Forward models like the forerunner's: a linear process for each property, on Morgan bits of radius 3 and MACCS keys,
/// trained on 3000 molecules drawn at random.
struct ForerunnersModels {
  static let count = 3000
  let representation: Representation
  let molecules: [Molecule]
  let processes: [LinearProcess]
  /// The features of the training molecules.
  private let known: [Molecule: CountFingerprint]
  let objectives: [Target]
  /// The training values for each objective.
  let values: [[Double]]

  /// - Parameter objectives: objectives on columns of the table.
  init(_ path: String, objectives: [Target], seed: UInt64) throws {
    representation = try Representation(named: "morgan-bits-r3-2048+maccs")
    self.objectives = objectives
    var tables: [[Molecule: Double]] = []
    for objective in objectives {
      let rows = try LabelledMolecule.read(path, column: objective.name)
      tables.append(Dictionary(rows.map { ($0.molecule, $0.value) }) { first, _ in first })
    }
    var distinct = tables[0].keys.filter { molecule in tables.allSatisfy { $0[molecule] != nil } }
      .sorted { $0.smiles < $1.smiles }
    var stream = RandomStream(seed: seed)
    stream.shuffle(&distinct)
    let chosen = Array(distinct.prefix(Self.count))
    molecules = chosen
    let features = try Self.counts(molecules, representation)
    var processes: [LinearProcess] = []
    values = tables.map { table in chosen.compactMap { table[$0] } }
    for values in values { processes.append(try LinearProcess(fittedTo: features, values: values)) }
    self.processes = processes
    known = Dictionary(zip(molecules, features)) { first, _ in first }
  }

  static func counts(_ molecules: [Molecule], _ representation: Representation) throws -> [CountFingerprint] {
    try representation.features(of: molecules).map { features in
      guard case .counts(let counts) = features else { throw BenchmarkError("\(representation) gives no counts.") }
      return counts
    }
  }

  func logLikelihoods(_ molecules: [Molecule]) throws -> [Double] {
    var unseen = try Self.counts(molecules.filter { known[$0] == nil }, representation)[...]
    let features = molecules.compactMap { known[$0] ?? unseen.popFirst() }
    var sums = [Double](repeating: 0, count: molecules.count)
    for (process, objective) in zip(processes, objectives) {
      for (index, prediction) in process.predict(features, includingNoise: true).enumerated() {
        sums[index] += objective.logProbability(prediction)
      }
    }
    return sums
  }
}
