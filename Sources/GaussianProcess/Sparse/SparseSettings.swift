/// How much a sparse process may cost.
public struct SparseSettings: Sendable, Hashable, Codable {
  /// How many inducing inputs there are at most: time grows with the square, and so does memory.
  public var inducingInputs = 1000
  /// What is made of the variance that they leave unexplained.
  public var conditional = SparseConditional.fullyIndependent
  /// Among how many of the inputs, evenly spread over the list, each of them is chosen; never more than 10,000
  /// altogether, so that what is kept meanwhile does not grow with the data.
  public var candidatesPerInducingInput = 8
  /// On how many of the points, evenly spread over the list, the hyper-parameters are fitted, exactly. The
  /// approximation is compared with the exact process on them.
  public var pointsToFit = 2000
  /// At how many other points the two are compared.
  public var pointsToCompare = 500
  /// The seed of the stream that the inducing inputs are drawn from.
  public var seed: UInt64 = 1

  /// A thousand inducing inputs.
  public init() {}

  func validated() throws(GaussianProcessError) {
    guard inducingInputs > 0, candidatesPerInducingInput > 0, pointsToFit > 1, pointsToCompare > 0 else {
      throw .invalidSetting(
        "A sparse fit needs at least one inducing input, one candidate for each, two points to fit on and one point to "
          + "compare at.")
    }
  }
}
