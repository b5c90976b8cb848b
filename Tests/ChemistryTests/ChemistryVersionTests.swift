import Chemistry
import Testing

@Suite struct ChemistryVersionTests {
  @Test func theVersionIsAYearAMonthAndANumber() {
    let parts = ChemistryVersion.rdkit.split(separator: ".").compactMap { Int($0) }
    #expect(parts.count == 3)
    #expect((2022...2100).contains(parts.first ?? 0))
  }
}
