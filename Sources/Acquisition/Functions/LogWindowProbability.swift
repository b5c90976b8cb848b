public import Numerics

/// The logarithm of the probability that the calculated value meets the objective: it is in the window, or better than
/// the incumbent. With several objectives, the log-probability that all are met, as if they were independent. Two to
/// four maxima and minima are met together if the candidate improves their front.
public struct LogWindowProbability: AcquisitionFunction {
  /// `log-window`.
  public static let name = "log-window"
  /// A one-line description for users.
  public static let summary = "log probability that the value is in the window, or better than the best so far"

  /// True.
  public static func searchesByProbability(of targets: [Target]) -> Bool { true }

  /// Makes the function, which has no options.
  public init(options: [String: Double] = [:], stream: RandomStream = RandomStream(seed: 0)) {}

  /// At most 0.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    state.sum(
      front: { front, goals in front.logProbabilities(goals.map(\.predictions)) },
      others: { $0.target.logProbability($1, incumbent: $0.incumbent) })
  }
}
