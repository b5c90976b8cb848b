import Glibc
import Testing
import TransferLearning

@Suite struct ActivationTests {
  @Test func namesAreThoseThatDocumentsHold() {
    #expect(Activation.allCases.map(\.rawValue) == ["relu", "silu"])
  }

  private func applied(_ activation: Activation, _ sums: [Double]) -> (values: [Double], slopes: [Double]) {
    var values = sums
    var slopes = sums
    activation.apply(to: &values, slopes: &slopes, count: sums.count - 1)
    return (values, slopes)
  }

  @Test func valuesAreThoseOfTheDefinition() {
    #expect(applied(.relu, [-2, 0, 3, 7]).values == [0, 0, 3, 7])
    let silu = applied(.silu, [-2, 0, 3, 7]).values
    #expect(zip(silu, [-2 / (1 + exp(2)), 0, 3 / (1 + exp(-3)), 7]).allSatisfy { abs($0 - $1) < 1e-15 })
    // Far below zero nothing overflows.
    #expect(applied(.silu, [-1000, 0]).values[0] == 0)
    #expect(applied(.silu, [-1000, 0]).slopes[0] == 0)
  }

  @Test(arguments: Activation.allCases)
  func slopesAreThoseOfFiniteDifferences(activation: Activation) {
    let sums = [-3, -0.5, 0.5, 3, 0]
    let slopes = applied(activation, sums).slopes
    let up = applied(activation, sums.map { $0 + 1e-6 }).values
    let down = applied(activation, sums.map { $0 - 1e-6 }).values
    for index in 0..<4 { #expect(abs((up[index] - down[index]) / 2e-6 - slopes[index]) < 1e-9) }
  }
}
