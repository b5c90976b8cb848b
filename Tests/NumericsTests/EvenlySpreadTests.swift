import Numerics
import Testing

struct EvenlySpreadTests {
  @Test(arguments: [(0, 3), (1, 1), (7, 3), (10, 9), (100, 7), (3000, 700)])
  func distancesDifferByOneAtMost(count: Int, most: Int) {
    let chosen = (0..<count).evenlySpread(most)
    #expect(chosen.count == min(count, most))
    guard let first = chosen.first else { return }
    #expect(first == 0)
    let gaps = zip(chosen.dropFirst(), chosen).map { $0 - $1 } + [count - (chosen.last ?? 0)]
    #expect((gaps.max() ?? 0) - (gaps.min() ?? 0) <= 1)
  }

  @Test func allAreTakenWhereThereAreNoMore() {
    #expect(["a", "b"].evenlySpread(2) == ["a", "b"])
    #expect(["a", "b"].evenlySpread(9) == ["a", "b"])
    #expect(["a", "b"].evenlySpread(0) == [])
    #expect(["a", "b"].evenlySpread(-1) == [])
  }

  /// What stands at the places is taken, also of a slice, whose first place is not 0.
  @Test func elementsAreThoseAtThePlaces() {
    let letters = Array("abcdefghij")
    #expect(letters.evenlySpread(4) == letters.indices.evenlySpread(4).map { letters[$0] })
    #expect(letters[2...].evenlySpread(4) == Array(letters[2...]).evenlySpread(4))
  }
}
