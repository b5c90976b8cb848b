import Chemistry
import Foundation
import MolecularDesign
import Stores

/// A campaign on a table of made-up values, which runs to its end within a second or two.
final class TableCampaign: Sendable {
  static let fileName = "search.yaml"

  let folder: TemporaryFolder

  /// Writes the campaign file, its corpus and its table. Nothing is run.
  ///
  /// - Parameter calculations: The budget.
  init(folder: TemporaryFolder, calculations: Int = 40) throws {
    self.folder = folder
    try folder.write(Self.corpus, to: "corpus.smi")
    try folder.write(Self.table, to: "values.csv")
    try write(Self.text(calculations: calculations))
  }

  convenience init(calculations: Int = 40) throws {
    try self.init(folder: try TemporaryFolder(), calculations: calculations)
  }

  var database: String { folder.file("search.sqlite") }

  /// Writes another campaign file in the place of the first.
  func write(_ text: String) throws { try folder.write(text, to: Self.fileName) }

  /// Starts the campaign, or goes on with it.
  func start() throws -> RunningProgram { try RunningProgram(["run", Self.fileName], in: folder) }

  /// Runs the campaign, or what is left of it, to its end.
  func run() throws -> Ending { try start().end() }

  /// Every row of the record, without times.
  func rows() throws -> [String] { try CampaignStore.openReadOnly(at: database).dumpRows() }

  /// How many of its calculations have ended.
  func endedCount() throws -> Int {
    try CampaignStore.openReadOnly(at: database).calculations().count { $0.calculation.state != .pending }
  }

  /// The rows of a campaign that was never interrupted.
  static let uninterrupted = Result { () throws -> (rows: [String], ending: Ending) in
    let campaign = try TableCampaign()
    let ending = try campaign.run()
    return (try campaign.rows(), ending)
  }

  /// The campaign file. What the designer proposes beyond the table fails, and is meant to.
  static func text(name: String = "search", calculations: Int = 40) -> String {
    """
    name: \(name)
    seed: 7
    objectives:
      - property: gap
        window: [2.0, 2.6]
    molecules:
      heavy_atoms: [3, 14]
    calculator:
      program: table
      file: values.csv
    corpus: corpus.smi
    surrogate: {library: none}
    design:
      particles: 30
      steps: 4
      candidates: 120
    budget:
      calculations: \(calculations)
      initial: 8
      batch: 4
      consecutive_failures: 1000

    """
  }

  private static let molecules: [Molecule] = {
    let all = (try? Corpus.builtIn().molecules) ?? []
    let small = all.filter { (3...12).contains($0.heavyAtomCount) && $0.charge == 0 }
    return small.indices.filter { $0.isMultiple(of: 5) }.prefix(240).map { small[$0] }
  }()

  /// Writes a campaign file with a screen, whose values a linear function nearly turns into the calculator's, and with
  /// confirmations, by which fewer molecules are hits.
  func writeWithScreen(calculations: Int) throws {
    func table(_ value: (Int, Double) -> Double) -> String {
      "smiles,gap\n"
        + Self.molecules.enumerated().map { "\($1.smiles),\(value($0, Self.gap(of: $1)))\n" }.joined()
    }
    try folder.write(table { 1 + 0.5 * $1 + 0.01 * Double($0 % 7) }, to: "screen.csv")
    try folder.write(table { $1 - 0.3 * Double($0 % 2) }, to: "better.csv")
    try write(
      Self.text(calculations: calculations)
        + "screen: {program: table, file: screen.csv, molecules: 10}\nconfirm: {program: table, file: better.csv}\n")
  }

  private static var corpus: String { molecules.map { "\($0.smiles)\n" }.joined() }

  private static var table: String {
    "smiles,gap\n" + molecules.map { "\($0.smiles),\(gap(of: $0))\n" }.joined()
  }

  /// Falls with size and with the share of heteroatoms: smooth in the molecule, as a surrogate wants it.
  private static func gap(of molecule: Molecule) -> Double {
    let carbons = molecule.elements.count { $0 == "C" }
    let share = 1 - Double(carbons) / Double(molecule.heavyAtomCount)
    return 5 - 0.2 * Double(molecule.heavyAtomCount) - 1.5 * share - 0.3 * Double(molecule.ringCount)
  }
}
