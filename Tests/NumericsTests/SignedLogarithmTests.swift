import Glibc
import Numerics
import Testing

struct SignedLogarithmTests {
  private static let numbers = [0, 1e-300, 1e-9, 0.5, 1, 20, 1e6, 1e300]

  @Test(arguments: numbers)
  func isOddAndInvertible(x: Double) {
    #expect(signedLogarithm(-x) == -signedLogarithm(x))
    #expect(abs(expm1(signedLogarithm(x)) - x) <= 1e-12 * x * max(1, log(1 + x)))
  }

  @Test func growsWithItsArgument() {
    let all = Self.numbers.reversed().map { -$0 } + Self.numbers.dropFirst()
    let values = all.map { signedLogarithm($0) }
    #expect(zip(values.dropFirst(), values).allSatisfy { $0 > $1 })
    #expect(signedLogarithm(1e-9).distance(to: 1e-9) < 1e-17)
  }
}
