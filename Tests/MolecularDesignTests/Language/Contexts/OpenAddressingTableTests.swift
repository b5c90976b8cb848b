import MolecularDesign
import Testing

@Suite struct OpenAddressingTableTests {
  @Test func itHoldsWhatADictionaryHolds() {
    var table = OpenAddressingTable(capacity: 4)
    var dictionary: [UInt64: UInt32] = [:]
    for number in 0..<5000 as Range<UInt64> {
      let key = (number * number) % 3001
      table.update(key, initial: 0) { $0 + 1 }
      dictionary[key, default: 0] += 1
    }
    #expect(table.count == dictionary.count)
    #expect(table.sortedEntries().map(\.key) == dictionary.keys.sorted())
    for key in 0..<3001 as Range<UInt64> { #expect(table.value(of: key) == dictionary[key]) }
  }
}
