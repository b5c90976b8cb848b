import Stores
import Testing

@Suite struct StoreVersionTests {
  @Test func itIsAVersion() throws {
    #expect(try StoreVersion.sqlite().wholeMatch(of: /\d+\.\d+.*/) != nil)
  }
}
