public import Numerics

/// Why a process could not be conditioned or fitted.
public enum GaussianProcessError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The numbers of inputs and values differ.
  case countMismatch(inputs: Int, values: Int)
  /// A fit without data.
  case noData
  /// A value is infinite or not a number.
  case nonFiniteValue(index: Int, value: String)
  /// A variance of noise is negative or not finite.
  case invalidNoise(variance: String)
  /// A setting of the fit is invalid.
  case invalidSetting(String)
  /// A standard deviation of a value's noise is negative or not finite, or the number of deviations is wrong.
  case invalidNoiseDeviations(String)
  /// The covariance is not positive definite at any starting point of the search.
  case notPositiveDefiniteAnywhere
  /// The mode of the posterior of a classifier's latent values was not found, for so many of them.
  case noMode(count: Int)
  /// A kernel has no random features; the name of its type.
  case noRandomFeatures(kernel: String)
  /// A model's name is unknown, or its parts do not fit together.
  case unknownModel(String)
  /// The linear algebra failed.
  case numerics(NumericsError)

  /// A full sentence that names the cause and the remedy.
  public var description: String {
    switch self {
    case .countMismatch(let inputs, let values):
      "There are \(inputs) inputs but \(values) values: give one value for each input."
    case .noData: "A process cannot be fitted without data: give at least one input and its value."
    case .nonFiniteValue(let index, let value):
      "The value of index \(index) is \(value): leave out what could not be calculated."
    case .invalidNoise(let variance): "A variance of noise of \(variance) is invalid: give zero or more."
    case .invalidSetting(let message), .unknownModel(let message): message
    case .invalidNoiseDeviations(let problem):
      "The standard deviations of the values' noise cannot be used: \(problem). Give one, zero or more, for each value."
    case .notPositiveDefiniteAnywhere:
      "The kernel's covariance matrix of the inputs is not positive definite at any hyper-parameters from which the "
        + "search could begin: check the kernel with kernelViolations, or raise the least noise."
    case .noMode(let count):
      "The most probable latent values of \(count) successes and failures were not found: check that the kernel and the "
        + "mean are finite at every input."
    case .noRandomFeatures(let kernel):
      "The kernel \(kernel) has no random features: write its features(draws:like:from:), or draw from the joint "
        + "prediction instead."
    case .numerics(let error): error.description
    }
  }
}
