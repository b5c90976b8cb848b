public import Numerics

/// The logarithm of the probability that the calculation gives what is wanted: a value in the window, or a better one
/// than the incumbent. For several objectives that all are met, as if independent.
public struct LogWindowProbability: AcquisitionFunction {
  /// `log-window`.
  public static let name = "log-window"
  /// One line for people.
  public static let summary = "log probability that the value is in the window, or better than the best so far"

  /// The function, which has no options.
  public init(options: [String: Double] = [:], stream: RandomStream = RandomStream(seed: 0)) {}

  /// At most 0.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    state.sum { $0.objective.logProbability($1, incumbent: $0.incumbent) }
  }
}
