/// A linear function of real numbers as the prior mean: intercept + Σ coefficientᵢ xᵢ.
///
/// Unknown coefficients should be integrated out instead: ``LinearKernel``.
public struct LinearMean: PriorMean, Hashable, Codable {
  /// The coefficient of each coordinate, in the property's unit over the coordinate's.
  public let coefficients: [Double]
  /// The value at the origin, in the property's unit.
  public let intercept: Double

  /// Creates a linear function.
  public init(coefficients: [Double], intercept: Double = 0) {
    self.coefficients = coefficients
    self.intercept = intercept
  }

  /// The function at each input, which must have a coordinate for each coefficient.
  public func values(at inputs: [[Double]]) -> [Double] {
    inputs.map { input in
      precondition(
        input.count == coefficients.count,
        "A linear mean of \(coefficients.count) coefficients was asked for a point of \(input.count) coordinates.")
      return zip(coefficients, input).reduce(intercept) { $0 + $1.0 * $1.1 }
    }
  }
}
