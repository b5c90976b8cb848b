import Foundation
import Tables
import Testing

@Suite struct ValueColumnTests {
  private func column(_ cells: [String], molecules: [Int?]) throws -> ValueColumn {
    let text = "smiles,y\n" + cells.map { "C,\($0)\n" }.joined()
    let table = try MoleculeTable(Data(text.utf8), .csv, name: "x")
    return ValueColumn(
      1, of: table.records, molecules: molecules, count: (molecules.compactMap(\.self).max() ?? -1) + 1)
  }

  @Test func severalValuesAreAveragedWithTheirSpread() throws {
    let column = try column(["1", "3", "5", "7"], molecules: [0, 0, 1, nil])
    #expect(column.values == [2, 5] && column.rows == 3 && column.repeated == 1)
    #expect(column.spreads == [(2.0).squareRoot(), nil])
  }

  @Test func whatIsNoNumberIsLeftOutAndTold() throws {
    let column = try column(["1", ">10", "n.d.", "", "x", "<NA>", "2", "3"], molecules: Array(0..<8))
    #expect(column.rows == 3 && column.isNumeric)
    #expect(
      column.note(title: "y")
        == "4 cells of 'y' are not numbers and are left out: '>10' (line 3), 'n.d.' (line 4), 'x' (line 6) and 1 more.")
    #expect(
      try self.column(["1", "?"], molecules: [0, 1]).note(title: "y")?.hasPrefix("One cell of 'y' is not a number")
        == true
    )
    #expect(try self.column(["1", ""], molecules: [0, 1]).note(title: "y") == nil)
  }

  @Test func aColumnOfTextsIsNotNumeric() throws {
    #expect(try !column(["a", "b", "3"], molecules: [0, 1, 2]).isNumeric)
    #expect(try !column(["n.d.", ""], molecules: [0, 1]).isNumeric)
    #expect(try column(["n.d.", ">3", "3"], molecules: [0, 1, 2]).isNumeric)
  }

  @Test func whatIsWrongWithACellIsSaid() throws {
    let cells = try column(["x", "1e300"], molecules: [0, 1]).leftOut
    #expect(cells.map(ValueColumn.problem).first == "line 2 has 'x', which is not a number")
    #expect(cells.map(ValueColumn.problem).last?.hasSuffix("from 1e-100 to 1e100 in size") == true)
  }
}
