import GaussianProcess
import Glibc
import Numerics
import Testing

struct ValueTransformationTests {
  private let transformations: [ValueTransformation] = [
    .identity, .logarithm, .power(0, average: 3, spread: 2), .power(0.5, average: 3, spread: 2),
    .power(1, average: 3, spread: 2), .power(1.6, average: 3, spread: 2), .power(2, average: 3, spread: 2),
  ]

  @Test func theWayBackIsTheInverseAndTheSlopeTheDerivative() {
    for transformation in transformations {
      for value in [0.01, 0.5, 2.9, 3.1, 7, 40] {
        let there = transformation.transformed(value)
        #expect(abs(transformation.original(there) - value) < 1e-9 * max(1, value), "\(transformation) \(value)")
        let step = 1e-6 * value
        let difference = transformation.transformed(value + step) - transformation.transformed(value - step)
        let slope = transformation.slope(value)
        #expect(slope > 0 && abs(difference / (2 * step) - slope) < 1e-6 * max(1, slope), "\(transformation) \(value)")
      }
    }
  }

  @Test func aPowerOfOneOnlyStandardises() {
    let transformation = ValueTransformation.power(1, average: 3, spread: 2)
    for value in [-5.0, 3, 4.5] { #expect(abs(transformation.transformed(value) - (value - 3) / 2) < 1e-12) }
  }

  /// The mean and the variance of a log-normal distribution, exp(m + s²/2) and mean² (exp(s²) − 1).
  @Test(arguments: [0.05, 0.2, 0.4, 1])
  func theLogarithmOfANormalPredictionIsNearlyLogNormal(deviation: Double) {
    let own = ValueTransformation.logarithm.original(Prediction(mean: 0.7, standardDeviation: deviation))
    let mean = exp(0.7 + deviation * deviation / 2)
    let spread = mean * expm1(deviation * deviation).squareRoot()
    #expect(abs(own.mean / mean - 1) < 0.01 && abs(own.standardDeviation / spread - 1) < 0.05)
  }

  private func probability(below bound: Double, _ prediction: Prediction) -> Double {
    exp(prediction.logExpectation { logNormalDistribution($0.standardizedError(of: bound)) })
  }

  /// However wide the prediction: what is below a value is what is below its logarithm, and nothing is below 0.
  @Test(arguments: [0.2, 0.5, 1, 1.5, 2, 4])
  func probabilitiesAreThoseOfTheTransformedValue(deviation: Double) {
    for transformation in transformations {
      let own = transformation.original(Prediction(mean: 0.7, standardDeviation: deviation))
      for error in [-3.0, -2, -1, 0, 1, 2, 3] {
        let bound = transformation.original(0.7 + error * deviation)
        #expect(
          abs(probability(below: bound, own) - exp(logNormalDistribution(error))) < 0.02,
          "\(transformation) \(error)")
      }
      if transformation == .logarithm { #expect(probability(below: 0, own) < 1e-4) }
    }
  }

  /// Its density is that of the transformed value times the slope.
  @Test func theDensityIsThatOfTheValueItself() {
    let normal = Prediction(mean: 0.7, standardDeviation: 0.2)
    let own = ValueTransformation.logarithm.original(normal)
    for value in [1.5, 2, 2.4] {
      let exact = normal.logDensity(of: log(value)) - log(value)
      #expect(abs(own.logDensity(of: value) - exact) < 0.1, "\(value)")
    }
  }

  @Test func aCertainPredictionStaysCertain() {
    let own = ValueTransformation.logarithm.original(Prediction(mean: log(4), standardDeviation: 0))
    #expect(abs(own.mean - 4) < 1e-12 && own.standardDeviation == 0)
  }

  /// Values whose logarithm is normal need a power far below 1, and normal ones need none.
  @Test func thePowerFollowsTheTail() throws {
    var stream = RandomStream(seed: 5)
    let normals = (0..<400).map { _ in stream.normal() }
    func power(_ values: [Double]) throws -> Double {
      guard case .power(let power, _, _) = ValueTransformation(.power, of: values) else { return .nan }
      return power
    }
    #expect(abs(try power(normals) - 1) < 0.25)
    #expect(try power(normals.map { exp($0) }) < 0.4)
    #expect(try power(normals.map { -exp($0) }) > 1.6)
  }

  /// Half of the materials have no gap.
  @Test func aRootStaysFiniteAtZero() {
    let values = (0..<40).map { $0 < 20 ? 0 : Double($0 - 19) / 4 }
    let root = ValueTransformation(.root, of: values)
    #expect(root.transformed(0) == 0 && root.slope(0).isFinite && root.slope(0) > 3 * root.slope(4))
    #expect(abs(root.original(root.transformed(2.5)) - 2.5) < 1e-12)
    #expect(
      ModelChoice.automaticOfCompositions.candidates(for: values).map(\.name) == [
        "composition", "power(composition)", "root(composition)",
      ])
    let nearly = values.map { $0 + 0.1 }
    #expect(!ModelChoice.automaticOfCompositions.candidates(for: nearly).contains { $0.transformation == .root })
  }

  @Test func aTransformationIsTriedOnlyWhereItIsDefined() {
    let positive = (1...12).map(Double.init)
    #expect(ModelChoice.automatic.candidates(for: positive).count == 6)
    let names = ModelChoice.automatic.candidates(for: positive.map { $0 - 1 }).map(\.name)
    #expect(names == ["standard", "power(standard)", "detailed", "power(detailed)"])
    #expect(ModelChoice.automatic.candidates(for: [1, 2]).count == 4)
    #expect(ModelChoice.named(.standard).candidates(for: positive).map(\.transformation) == [.identity])
  }
}
