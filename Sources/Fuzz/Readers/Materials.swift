import Chemistry
import Foundation
import MolecularDesign
import Numerics
import Prediction
import Tables

/// Formulas of compositions, with all that is computed from them.
struct FormulaReading: FuzzedReader {
  static let words = [
    "·", "*", "•", "(", ")", "[", "]", "{", "}", "₂", "₀", "-x", "1-x", "+", "2-", "/C", "0.333333", "1e-9", "D", "Uue",
    " ", "\u{2013}", "5H2O", "wt%", "δ", "…",
  ]
  let examples: [[UInt8]]
  private static let representations: [Representation] = [
    .elementAmounts, .elementStatistics, .elementMeans, .elementBonding, .elementGroups,
  ]

  init(in folder: String) async throws {
    examples = [
      "Fe2O3", "La0.7Sr0.3MnO3", "CuSO4·5H2O", "K3[Fe(CN)6]", "Fe₂O₃", "Al0.3333333Ga0.6666667As",
      "Bi1.76Pb0.35Sr1.89Ca2Cu3O10.2", "C0.000953Fe0.620Ni0.192Co0.146Mo0.0176", "Sr0.3 La0.7 Mn1 O3", "{[(Ca)2]3}0.5",
    ].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws {
    let material = try Molecule(formula: String(decoding: bytes, as: UTF8.self))
    // What the record and what people see is the same material.
    for text in [material.smiles, material.notation] {
      let again = try Molecule(formula: text)
      precondition(again == material, "'\(text)' is another material than '\(material.smiles)'.")
    }
    _ = try Self.representations.features(of: material)
    var filter = MoleculeFilter()
    filter.compositions = CompositionFilter(isChargeNeutral: true, isElectronegativityOrdered: true)
    _ = try filter.compiled().rejection(of: material)
    var stream = RandomStream(seed: 1)
    let designer = CompositionDesigner(
      pool: [material], filter: MoleculeFilter(), settings: DesignSettings(mode: .search))
    _ = try? designer.sample(count: 5, excluding: [], drawsAtMost: 50, stream: &stream)
  }
}

/// Lists and tables of formulas.
struct FormulaListReader: FuzzedReader {
  static let words = FormulaReading.words + [",", "\n", "\t", "#", "formula", "\"", "\r\n", "\u{FEFF}"]
  let examples: [[UInt8]]
  private let folder: String

  init(in folder: String) async throws {
    self.folder = folder
    examples = [
      "formula\nFe2O3 hematite\nMgO\n# none\nLa0.7Sr0.3MnO3\n",
      "formula,gap (eV),id\nFe2O3,2.1,1\nMgO,7.8,2\nFe4O6,2.3,3\nCuSO4·5H2O,,4\n",
    ].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws {
    let isTable = bytes.contains(UInt8(ascii: ","))
    let path = "\(folder)/formulas.\(isTable ? "csv" : "txt")"
    try Data(bytes).write(to: URL(filePath: path))
    if isTable { _ = try SourceTable(file: path, .init()) }
    for molecule in try MoleculeTable(path: path).records.map({ $0.molecule() }) { _ = try molecule.get() }
  }
}

/// Repeat units of polymers, with their chains.
struct RepeatUnitReader: FuzzedReader {
  static let words = ["*", "[*]", "[*:1]", "*=", "(*)", "/", "\\", "@", "[C@H]", "%12", "c1", "[n]", ".", "[Si]"]
  let examples: [[UInt8]]

  init(in folder: String) async throws {
    examples = [
      "*CC*", "*CCO*", "*c1ccc(*)s1", "*/C=C/*", "*CC(*)c1ccccc1", "*C[C@H](C)C[C@@H](C)*",
      "*C(=O)c1ccc(cc1)C(=O)OCCO*",
      "*[Si](C)(C)O*", "*NCCCCCC(*)=O", "*OCC1CCC(CC1)CO*",
    ].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws {
    let unit = try RepeatUnit(smiles: String(decoding: bytes, as: UTF8.self))
    let again = try RepeatUnit(smiles: unit.molecule.smiles)
    precondition(again.molecule == unit.molecule, "'\(unit.molecule.smiles)' becomes '\(again.molecule.smiles)'.")
    for count in [1, 2, 4] { _ = try? unit.oligomer(Oligomer(units: count)) }
  }
}
