/// The hyper-parameters of a fitted process.
public struct Hyperparameters: Sendable, Hashable, Codable {
  /// The constant mean, in the property's own unit.
  public let mean: Double
  /// The standard deviation of the process about its mean: the root of the average prior variance over the data, in the
  /// property's own unit.
  public let outputScale: Double
  /// The standard deviation of the noise of an observation, in the property's own unit; the known deviations of single
  /// points are added.
  public let noise: Double
  /// The kernel's hyper-parameters, in its order. Output scales are in standard deviations of the values.
  public let kernel: [Hyperparameter]

  /// Creates the hyper-parameters of a process.
  public init(mean: Double, outputScale: Double, noise: Double, kernel: [Hyperparameter] = []) {
    self.mean = mean
    self.outputScale = outputScale
    self.noise = noise
    self.kernel = kernel
  }
}
