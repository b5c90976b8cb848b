import Chemistry
import Foundation
import Tables
import Testing

@Suite struct FormulaFileTests {
  private func table(_ text: String, _ format: MoleculeTable.Format) throws -> MoleculeTable {
    try MoleculeTable(Data(text.utf8), format, name: "mine")
  }

  private func identities(_ table: MoleculeTable) -> [String?] {
    table.records.map { try? $0.molecule().get().smiles }
  }

  @Test func aListHasAFormulaAndANameOnEachLine() throws {
    let list = try table("formula\n# oxides\nFe2O3 hematite\n\n  TiO2\nXx2\n", .txt)
    #expect(identities(list) == ["Fe2 O3", "Ti1 O2", nil])
    #expect(list.records.map(\.name) == ["hematite", nil, nil])
    #expect(list.records.map(\.line) == [3, 5, 6])
    #expect(MoleculeTable.Format(path: "a/b.txt") == .txt)
  }

  @Test func aTableWithAColumnOfFormulasAndNoneOfSMILESHasCompositions() throws {
    let formulas = try table("name,Formula,gap\nrust,Fe2O3,2.1\nnone,,1\nbad,Fe2(O3,1\n", .csv)
    #expect(formulas.smilesColumn == 1)
    #expect(identities(formulas) == ["Fe2 O3", nil, nil])
    let refusals = formulas.records.compactMap { record -> MoleculeTable.Record.Unreadable? in
      if case .failure(let unreadable) = record.molecule() { unreadable } else { nil }
    }
    #expect(refusals.map(\.description).first == "There is no formula on line 3.")
    #expect(refusals.last?.reason.contains("character 4") == true)
  }

  @Test func smilesComeFirst() throws {
    let both = try table("formula,smiles\nC2H6O,CCO\n", .csv)
    #expect(identities(both) == ["CCO"])
    // Named explicitly, a column of formulas is one.
    let named = try MoleculeTable(Data("formula,smiles\nC2H6O,CCO\n".utf8), .csv, name: "mine", column: "formula")
    #expect(identities(named) == ["H6 C2 O1"])
  }

  @Test func aRecordOfSMILESCanBeMeantAsAFormula() throws {
    let record = MoleculeTable.Record(smiles: "BN", line: 1)
    #expect(try record.molecule().get().composition == nil)
    #expect(try record.asFormula.molecule().get().smiles == "B1 N1")
    #expect(record.asFormula.input == "BN")
  }
}
