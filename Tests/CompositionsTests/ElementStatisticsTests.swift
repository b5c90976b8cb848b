import Compositions
import Foundation
import Testing

/// Against XenonPy 0.6.7 itself; `Fixtures/xenonpy_values.py` wrote its values.
@Suite struct ElementStatisticsTests {
  /// The titles and the rows of the table.
  private let titles: [String]
  private let rows: [(formula: String, values: [Double])]

  init() throws {
    let file = try #require(Bundle.module.url(forResource: "xenonpy", withExtension: "csv", subdirectory: "Fixtures"))
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let cells = lines.map { $0.split(separator: ",").map(String.init) }
    titles = Array(cells[0].dropFirst())
    rows = cells.dropFirst().map { ($0[0], $0.dropFirst().compactMap { Double($0) }) }
  }

  /// The greatest difference relative to the greater of 1 and the value.
  private func difference(_ a: [Double], _ b: ArraySlice<Double>) -> Double {
    zip(a, b).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? .infinity
  }

  @Test func the290DescriptorsAreThoseOfXenonPy() throws {
    #expect(rows.count == 50)
    #expect(ElementStatistics.names.count == 290)
    #expect(ElementStatistics.names == Array(titles.prefix(290)))
    for (formula, expected) in rows {
      let values = ElementStatistics.values(of: try Composition(formula))
      #expect(values.count == 290)
      #expect(difference(values, expected.prefix(290)) < 1e-9, "\(formula)")
    }
  }

  @Test func theMeansAreThoseOfXenonPy() throws {
    #expect(ElementMeans.names == Array(titles.dropFirst(290)))
    for (formula, expected) in rows {
      let values = ElementMeans.values(of: try Composition(formula))
      #expect(values.count == ElementMeans.names.count && values.allSatisfy(\.isFinite))
      #expect(difference(values, expected.dropFirst(290)) < 1e-9, "\(formula)")
    }
  }

  @Test func sumsDependOnTheFormulaAndAveragesDoNot() throws {
    let (one, two) = (try Composition("FeO1.5"), try Composition("Fe2O3"))
    let (first, second) = (ElementStatistics.values(of: one), ElementStatistics.values(of: two))
    #expect(difference(Array(first[..<58]), second[..<58]) < 1e-12)
    #expect(abs(2 * first[58] - second[58]) < 1e-9 && first[58] > 0)
  }
}
