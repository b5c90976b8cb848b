import Calculation
import Testing

@Suite struct FreeSpaceTests {
  @Test func aDiskTakesSomething() throws {
    #expect(try #require(FreeSpace.bytes(at: Scratch().path)) > 0)
  }

  @Test func whatTakesNothingIsFull() {
    #expect(FreeSpace.bytes(at: "/proc") == 0)
  }

  @Test func whatIsNotThereIsNotKnown() {
    #expect(FreeSpace.bytes(at: "/nonexistent") == nil)
  }
}
