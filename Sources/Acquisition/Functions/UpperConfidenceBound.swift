internal import GaussianProcess
public import Numerics

/// The value of a candidate if it were √beta standard deviations better than its mean.
///
/// To maximise (or minimise) a property, it is mean + √beta · deviation (or its mirror image), in units of the
/// process's scale. For a window it is the log-probability of the window with the mean moved by as much towards the
/// window's middle, but not past it: fully optimistic about the mean, with the width unchanged. For two to four maxima and
/// minima it is the margin of the moved means over the front, which for a single one would be the bound itself, up to a
/// constant.
public struct UpperConfidenceBound: AcquisitionFunction {
  /// `upper-confidence-bound`.
  public static let name = "upper-confidence-bound"
  /// A one-line description for users.
  public static let summary = "the mean moved by √beta standard deviations to the wanted side (option beta)"
  /// `beta`.
  public static let optionNames = ["beta"]

  /// The square of the number of standard deviations.
  public let beta: Double

  /// Makes the function; beta is 2 by default.
  public init(options: [String: Double] = [:], stream: RandomStream = RandomStream(seed: 0)) throws(AcquisitionError) {
    beta = options["beta"] ?? 2
    guard beta >= 0, beta.isFinite else {
      throw .invalidOption(name: "beta", function: Self.name, value: "\(beta)", allowed: "zero or a positive number")
    }
  }

  /// Bounds in units of the scale; log-probabilities for windows.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    state.sum(
      front: { front, goals in
        front.margins(goals) { goal, prediction in
          let reach = beta.squareRoot() * prediction.standardDeviation
          return prediction.mean + (goal == .minimize ? -reach : reach)
        }
      }
    ) { predicted, prediction in
      let reach = beta.squareRoot() * prediction.standardDeviation
      func value(movedBy way: Double) -> Double {
        predicted.target.logProbability(prediction.moved(by: max(-reach, min(reach, way))))
      }
      switch predicted.target.goal {
      case .maximize: return (prediction.mean + reach) / predicted.scale
      case .minimize: return (reach - prediction.mean) / predicted.scale
      case .window(let lower, let upper):
        // The middle of a half-line is at infinity.
        return value(movedBy: 0.5 * lower + 0.5 * upper - prediction.mean)
      case .near(let centre, _): return value(movedBy: centre - prediction.mean)
      }
    }
  }
}
