import Stores
import Testing

@Suite struct RowDictionaryTests {
  @Test func theFirstOfAKeyCounts() {
    #expect(Dictionary(firstOf: [("a", 1), ("b", 2), ("a", 3)]) == ["a": 1, "b": 2])
  }
}
