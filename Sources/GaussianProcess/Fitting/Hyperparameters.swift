/// The hyper-parameters of a fitted process.
public struct Hyperparameters: Sendable, Hashable, Codable {
  /// The constant mean, in the property's own unit.
  public let mean: Double
  /// The standard deviation of the process about its mean, as the root of the average variance over the data, in the
  /// property's own unit.
  public let outputScale: Double
  /// The standard deviation of the noise of an observation, in the property's own unit; what is known of single points
  /// comes on top.
  public let noise: Double
  /// The kernel's own, in its order. Output scales are in standard deviations of the values.
  public let kernel: [Hyperparameter]

  /// The hyper-parameters of a process.
  public init(mean: Double, outputScale: Double, noise: Double, kernel: [Hyperparameter] = []) {
    self.mean = mean
    self.outputScale = outputScale
    self.noise = noise
    self.kernel = kernel
  }
}
