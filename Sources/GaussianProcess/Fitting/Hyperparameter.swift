internal import Glibc

/// A parameter of a kernel that a fit may change.
public struct Hyperparameter: Sendable, Hashable, Codable {
  /// The prior distribution.
  public enum Prior: Sendable, Hashable, Codable {
    /// It is positive; its coordinate is its natural logarithm.
    case logNormal(LogNormalPrior)
    /// It may have either sign. Its prior is normal about zero with this standard deviation, truncated at ten
    /// deviations; its coordinate is the value itself.
    case normal(deviation: Double)
  }

  /// Its name for people: `output scale`, `length scale`.
  public let name: String
  /// Its value.
  public let value: Double
  /// The prior distribution.
  public let prior: Prior

  /// Creates a hyper-parameter.
  public init(name: String, value: Double, prior: Prior) {
    self.name = name
    self.value = value
    self.prior = prior
  }

  /// Creates a positive hyper-parameter.
  public init(name: String, value: Double, prior: LogNormalPrior) {
    self.init(name: name, value: value, prior: .logNormal(prior))
  }

  /// Its coordinate on the axis on which a fit searches.
  public var coordinate: Double {
    switch prior {
    case .logNormal: log(value)
    case .normal: value
    }
  }
}

extension Hyperparameter.Prior {
  /// The coordinate from which a search begins: the median; for a parameter of either sign a point beside it, where the
  /// derivative need not vanish by symmetry.
  var start: Double {
    switch self {
    case .logNormal(let prior): log(prior.median)
    case .normal(let deviation): 0.5 * deviation
    }
  }

  /// The standard deviation of the coordinate.
  var deviation: Double {
    switch self {
    case .logNormal(let prior): prior.logDeviation
    case .normal(let deviation): deviation
    }
  }

  /// The least and the greatest coordinate allowed.
  var bounds: (lower: Double, upper: Double) {
    switch self {
    case .logNormal(let prior): (log(prior.least), log(prior.greatest))
    case .normal(let deviation): (-10 * deviation, 10 * deviation)
    }
  }

  /// The logarithm of the density at a coordinate, without its constant, and its derivative.
  func logDensity(at coordinate: Double) -> (value: Double, slope: Double) {
    let centre =
      switch self {
      case .logNormal(let prior): log(prior.median)
      case .normal: 0.0
      }
    let standardized = (coordinate - centre) / deviation
    return (-0.5 * standardized * standardized, -standardized / deviation)
  }

  func validated(as name: String) throws(GaussianProcessError) {
    switch self {
    case .logNormal(let prior): try prior.validated(as: name)
    case .normal(let deviation):
      guard deviation > 0, deviation.isFinite else {
        throw .invalidSetting("The prior of the \(name) needs a positive deviation.")
      }
    }
  }
}
