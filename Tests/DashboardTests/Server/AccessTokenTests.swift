import Dashboard
import Testing

@Suite struct AccessTokenTests {
  @Test("A secret has 32 hexadecimal digits, and is another one each time")
  func secrets() {
    let tokens = (0..<20).map { _ in accessToken() }
    #expect(Set(tokens).count == 20)
    #expect(tokens.allSatisfy { $0.count == 32 && $0.allSatisfy(\.isHexDigit) })
  }
}
