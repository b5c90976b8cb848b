import Calculation
import Testing

@Suite struct FreeSpaceTests {
  @Test func aDiskTakesSomething() throws {
    let scratch = try Scratch()
    #expect(try #require(FreeSpace.bytes(at: scratch.path)) > 0)
    #expect(scratch.contents.isEmpty)
  }

  @Test func whatTakesNothingIsFull() {
    #expect(FreeSpace.bytes(at: "/proc") == 0)
  }

  @Test func whatIsNotThereIsNotKnown() {
    #expect(FreeSpace.bytes(at: "/nonexistent") == nil)
  }
}
