internal import GaussianProcess
public import Numerics

/// The expected value alone, in units of the process's scale; for a window, minus the distance from it. For two to four
/// maxima and minima it is the margin of the expected values over the front.
public struct Greedy: AcquisitionFunction {
  /// `greedy`.
  public static let name = "greedy"
  /// A one-line description for users.
  public static let summary = "the best expected value, whatever its uncertainty"

  /// Makes the function, which has no options.
  public init(options: [String: Double] = [:], stream: RandomStream = RandomStream(seed: 0)) {}

  /// Multiples of the process's scale; 0 within a window.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    state.sum(
      front: { front, goals in front.margins(goals) { _, prediction in prediction.mean } }
    ) { predicted, prediction in
      switch predicted.target.goal {
      case .maximize: prediction.mean / predicted.scale
      case .minimize: -prediction.mean / predicted.scale
      case .window(let lower, let upper):
        -max(0, lower - prediction.mean, prediction.mean - upper) / predicted.scale
      case .near(let value, _): -abs(prediction.mean - value) / predicted.scale
      }
    }
  }
}
