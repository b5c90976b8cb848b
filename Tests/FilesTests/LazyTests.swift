import Files
import Synchronization
import Testing

@Suite struct LazyTests {
  private struct Refusal: Error {}

  @Test func theValueIsMadeOnceHoweverManyNeedIt() async {
    let count = Mutex(0)
    let lazy = Lazy<Int, Never> {
      count.withLock {
        $0 += 1
        return $0
      }
    }
    #expect(count.withLock(\.self) == 0)
    let values = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<32 { group.addTask { lazy.value() } }
      return await group.reduce(into: Set<Int>()) { $0.insert($1) }
    }
    #expect(values == [1])
    #expect(count.withLock(\.self) == 1)
  }

  @Test func aValueThatCouldNotBeMadeIsTriedAgain() throws {
    let isThere = Mutex(false)
    let lazy = Lazy<Int, Refusal> { () throws(Refusal) -> Int in
      guard isThere.withLock(\.self) else { throw Refusal() }
      return 7
    }
    #expect(throws: Refusal.self) { try lazy.value() }
    isThere.withLock { $0 = true }
    #expect(try lazy.value() == 7)
  }
}
