import Numerics

/// The mean of a quantity over the seeds, and the band in which it is.
public struct ReplaySpread: Encodable, Sendable, Hashable {
  /// The mean.
  public let mean: Double
  /// The lower end of the band.
  public let low: Double
  /// The upper end of the band.
  public let high: Double

  /// What the band is, which depends on the number of seeds.
  public enum Band: String, Encodable, Sendable, Hashable {
    /// From the least value to the greatest: for fewer than ten seeds.
    case range
    /// From the tenth percentile to the ninetieth.
    case percentiles

    /// The band for a number of seeds.
    package init(seeds: Int) { self = seeds < 10 ? .range : .percentiles }

    /// The band in words.
    public var text: String {
      switch self {
      case .range: "least to greatest"
      case .percentiles: "10th to 90th percentile"
      }
    }
  }

  /// The spread of at least one value, one for each seed. Percentiles are interpolated linearly between the values in
  /// their order.
  package init(of values: [Double]) {
    let sorted = values.sorted()
    mean = sorted.reduce(0, +) / Double(sorted.count)
    switch Band(seeds: sorted.count) {
    case .range: (low, high) = (sorted[0], sorted[sorted.count - 1])
    case .percentiles: (low, high) = (quantile(0.1, ofSorted: sorted), quantile(0.9, ofSorted: sorted))
    }
  }

  /// The spread of the values times a factor above 0.
  func scaled(by factor: Double) -> ReplaySpread {
    ReplaySpread(mean: factor * mean, low: factor * low, high: factor * high)
  }

  private init(mean: Double, low: Double, high: Double) { (self.mean, self.low, self.high) = (mean, low, high) }
}
