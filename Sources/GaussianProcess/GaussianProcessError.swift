public import Numerics

/// Why a process could not be conditioned or fitted.
public enum GaussianProcessError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is not one value for each input.
  case countMismatch(inputs: Int, values: Int)
  /// A fit was asked for without data.
  case noData
  /// A value is infinite or not a number.
  case nonFiniteValue(index: Int, value: String)
  /// A variance of noise is negative or not finite.
  case invalidNoise(variance: String)
  /// A setting of the fit has no sense.
  case invalidSetting(String)
  /// The linear algebra failed.
  case numerics(NumericsError)

  /// A full sentence that names the thing and the way out.
  public var description: String {
    switch self {
    case .countMismatch(let inputs, let values):
      "There are \(inputs) inputs but \(values) values: give one value for each input."
    case .noData: "A process cannot be fitted without data: give at least one input and its value."
    case .nonFiniteValue(let index, let value):
      "The value of index \(index) is \(value): leave out what could not be calculated."
    case .invalidNoise(let variance): "A variance of noise of \(variance) has no sense: give zero or more."
    case .invalidSetting(let message): message
    case .numerics(let error): error.description
    }
  }
}
