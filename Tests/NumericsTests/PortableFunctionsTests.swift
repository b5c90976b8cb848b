import Glibc
import Numerics
import Testing

struct PortableFunctionsTests {
  @Test func agreesWithTheCLibrary() {
    var stream = RandomStream(seed: 2)
    for _ in 0..<20_000 {
      let x = exp(1400 * (stream.uniform() - 0.5))
      #expect(abs(portableLog(x) - log(x)) <= 3 * abs(log(x)).ulp)
      let y = -700 * stream.uniform() * stream.uniform()
      #expect(abs(portableExp(y) - exp(y)) <= 4 * exp(y).ulp)
    }
    for x in [0.5, 0.999_999_999, 1.000_000_001, 1.414_213_562_373_095, 2, 0x1p-1022, 1.797e308] {
      #expect(abs(portableLog(x) - log(x)) <= 3 * abs(log(x)).ulp)
    }
  }

  @Test func endsAreExact() {
    #expect(portableLog(1) == 0)
    #expect(portableExp(0) == 1)
    #expect(portableExp(-.infinity) == 0)
    #expect(portableExp(-1e9) == 0)
  }
}
