extension ProcessClassifier {
  /// What the outcomes may depend on.
  public struct Explanation: Sendable {
    /// What people call it, such as `element S`.
    public let name: String
    /// The covariance of the latent process up to a factor.
    public let kernel: any Kernel<Input>
    /// Whether the latent process is a linear function of some numbers, so that it is the mean where all of them are 0.
    public let isLinear: Bool
    /// The logarithm of its weight before any outcome.
    public let logWeight: Double

    /// An explanation with its weight before any outcome.
    public init(name: String, kernel: any Kernel<Input>, isLinear: Bool = false, logWeight: Double = 0) {
      self.name = name
      self.kernel = kernel
      self.isLinear = isLinear
      self.logWeight = logWeight
    }
  }
}
