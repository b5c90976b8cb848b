import BuildLibrary
import Chemistry
import Foundation
import Testing
import TransferLearning

@Suite struct LabelTableTests {
  @Test func aTableIsRead() throws {
    let table = try LabelTable(Data("smiles,gap,ip\nCCO,6.5,\nOCC,1,1\nC,11,12.5\n".utf8))
    #expect(table.molecules.map(\.smiles) == ["CCO", "C"])
    #expect(table.columns.map(\.property.name) == ["gap", "ip"] && table.columns[0].property.unit == "eV")
    // Of a molecule on two lines the first counts.
    #expect(table.columns.map(\.values) == [[6.5, 11], [nil, 12.5]])
  }

  @Test(arguments: [
    ("smiles,colour\nC,1\n", "Line 1 of the labels has the column 'colour'."),
    ("gap\n1\n", "Line 1 of the labels has no column 'smiles'."),
    ("smiles,gap\nC,1,2\n", "Line 2 of the labels has 3 cells instead of 2."),
    ("smiles,gap\nC,1\nCC,high\n", "Line 3 of the labels has 'high', which is not a number."),
    ("smiles,gap\nC,1\n\nCC,high\n", "Line 4 of the labels has 'high', which is not a number."),
    ("smiles,gap\nC,inf\n", "Line 2 of the labels has 'inf', which is not a number."),
  ])
  func whatCannotBeReadIsRefused(text: String, message: String) {
    let error = #expect(throws: LabelTableError.self) { try LabelTable(Data(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test func theLabelsOfTheLibraryCanBeRead() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let table = try LabelTable(Data(contentsOf: root.appending(path: "Sources/CLibrary/labels.csv")))
    #expect(table.molecules.count > 1000 && table.columns.count == 8)
    let elements = Set(table.molecules.flatMap(\.elements))
    #expect(elements.isSuperset(of: ["F", "Cl", "Br", "I", "S", "P", "Si", "B", "Se"]))
  }
}
