import Chemistry
import Testing

@Suite struct FilterQuantityTests {
  @Test func eachHasAKeyAndAKindOfItsOwn() {
    let all = FilterQuantity.allCases
    #expect(Set(all.map(\.row.key)).count == all.count)
    #expect(all.allSatisfy { $0.kind.rawValue == $0.rawValue && $0.kind.key == $0.row.key })
    #expect(all.allSatisfy { $0.row.key.wholeMatch(of: /[a-z0-9_]+/) != nil })
  }

  @Test func theCheapOnesComeFirst() {
    #expect(FilterQuantity.allCases.prefix(4) == [.heavyAtoms, .molecularWeight, .charge, .rings])
    #expect(FilterQuantity.allCases.last == .syntheticAccessibility)
  }
}
