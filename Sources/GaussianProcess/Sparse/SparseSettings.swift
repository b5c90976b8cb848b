/// The limits on the cost of a sparse process.
public struct SparseSettings: Sendable, Hashable, Codable {
  /// The greatest number of inducing inputs: time and memory grow with its square.
  public var inducingInputs = 1000
  /// The treatment of the variance that they leave unexplained.
  public var conditional = SparseConditional.fullyIndependent
  /// The number of candidates for each inducing input, evenly spread over the list; at most 10,000 altogether, so that
  /// the memory during selection does not grow with the data.
  public var candidatesPerInducingInput = 8
  /// The number of points, evenly spread over the list, on which the hyper-parameters are fitted exactly. The
  /// approximation is compared with the exact process fitted to them.
  public var pointsToFit = 2000
  /// The number of other points at which the two are compared.
  public var pointsToCompare = 500
  /// The seed of the stream from which the inducing inputs are drawn.
  public var seed: UInt64 = 1

  /// The default: a thousand inducing inputs.
  public init() {}

  func validated() throws(GaussianProcessError) {
    guard inducingInputs > 0, candidatesPerInducingInput > 0, pointsToFit > 1, pointsToCompare > 0 else {
      throw .invalidSetting(
        "A sparse fit needs at least one inducing input, one candidate for each, two points to fit on and one point to "
          + "compare at.")
    }
  }
}
