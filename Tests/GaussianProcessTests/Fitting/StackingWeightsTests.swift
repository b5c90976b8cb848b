import GaussianProcess
import Glibc
import Testing

/// Weights that can be written down. With a labels for each of K models from the start, n labels that one model alone
/// explains give it (n + a) / (n + K a).
struct StackingWeightsTests {
  private func areNear(_ first: [Double], _ second: [Double]) -> Bool {
    distance(first, second) < 1e-7
  }

  @Test func modelsThatPredictEquallyWellShareTheWeight() {
    let densities = [-1.0, 2, 0.5, -700]
    #expect(areNear(stackingWeights([densities, densities]), [0.5, 0.5]))
    let third = 1.0 / 3
    #expect(areNear(stackingWeights([densities, densities, densities]), [third, third, third]))
  }

  @Test func aSingleModelHasAllTheWeight() {
    #expect(stackingWeights([[-3, 1]]) == [1])
  }

  @Test(arguments: [1, 8, 100], [0.5, 1, 4])
  func labelsThatOneModelAloneExplainsAreItsOwn(count: Int, prior: Double) {
    let (good, bad) = ([Double](repeating: 0, count: count), [Double](repeating: -5000, count: count))
    let found = stackingWeights([good, bad], priorCount: 2 * prior)
    let other = prior / (Double(count) + 2 * prior)
    #expect(areNear(found, [1 - other, other]))
  }

  /// Of twelve labels the first explains nine and the second three: the mixture keeps both.
  @Test func eachModelHasTheShareOfTheLabelsThatItExplains() {
    let first = (0..<12).map { $0 < 9 ? 0.0 : -5000 }
    let second = (0..<12).map { $0 < 9 ? -5000 : 0.0 }
    let expected: [Double] = [10.0 / 14, 4.0 / 14]
    #expect(areNear(stackingWeights([first, second]), expected))
  }

  /// The derivative of the logarithm of the mixture's density, Σᵢ (pᵢ − qᵢ) / (w pᵢ + (1 − w) qᵢ), is zero at w = 7/12 if
  /// two labels have the ratio p/q = 3, and one has 1/9.
  @Test func theWeightIsWhereTheDensityIsGreatest() {
    let ratios: [Double] = [3, 3, 1.0 / 9]
    let found = stackingWeights([ratios.map(log), [0, 0, 0]], priorCount: 0)[0]
    #expect(abs(found - 7.0 / 12) < 1e-6)
  }

  /// A factor that all densities of a label share, such as the unit of the property, changes nothing.
  @Test func theUnitDoesNotMatter() {
    let (first, second) = ([-1.0, 0.5, 2, -3], [0.25, -2.0, 1, -1])
    let weights = stackingWeights([first, second])
    let shifted = stackingWeights([first.map { $0 + 900 }, second.map { $0 + 900 }])
    #expect(areNear(weights, shifted))
  }

  @Test func aModelThatGivesNoDensityIsLeftWithItsPrior() {
    let none: [Double] = [.nan, .nan, -.infinity, .nan]
    let expected: [Double] = [5.0 / 6, 1.0 / 6]
    #expect(areNear(stackingWeights([[0, 0, 0, 0], none]), expected))
    #expect(stackingWeights([none, none]) == [0.5, 0.5])
    #expect(stackingWeights([[], []], priorCount: 0) == [0.5, 0.5])
  }
}
