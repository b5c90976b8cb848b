internal import GaussianProcess
internal import Glibc
public import Numerics

/// The logarithm of the expected improvement over the incumbent, in units of the process's scale (Ament et al., arXiv
/// 2310.20708).
///
/// A window has no improvement, so its term is the log-probability of the window. With one objective to improve and
/// windows to meet, the sum is the constrained expected improvement (Gardner et al., ICML 2014). Without an incumbent
/// any value is an improvement, and only the windows count. With two to four objectives to improve, the improvement is
/// that of the volume that their front dominates.
public struct LogExpectedImprovement: AcquisitionFunction {
  /// `log-expected-improvement`.
  public static let name = "log-expected-improvement"
  /// A one-line description for users.
  public static let summary = "log expected improvement on the best so far, times the probability of the windows"

  /// True without a maximum or minimum: an expected improvement is no probability.
  public static func searchesByProbability(of targets: [Target]) -> Bool { !targets.contains(where: \.isGoal) }

  /// Makes the function, which has no options.
  public init(options: [String: Double] = [:], stream: RandomStream = RandomStream(seed: 0)) {}

  /// Logarithms of a dimensionless improvement.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    state.sum(
      front: { front, goals in
        front.logExpectedImprovements(goals.map(\.predictions), scales: goals.map(\.scale))
      }, others: Self.logImprovement)
  }

  /// The expected improvement, in units of the scale, below which the expected value decides in a search.
  static let leastImprovement = 1e-4

  /// log(EI + ε exp(gain)) with the expected improvement EI, the gain of the expected value over the incumbent, both in
  /// units of the scale, and ε = ``leastImprovement``.
  ///
  /// Where the search has come to a plateau, all improvements are in the far tail of their predictions. EI alone is then
  /// greatest where least is known, however bad the expected value, and leads the search away from all that is good. Windows,
  /// and objectives with a front, are valued as by ``logValues(_:)``.
  public func searchValues(_ state: AcquisitionState) -> [Double] {
    state.sum(
      front: { front, goals in
        front.logExpectedImprovements(goals.map(\.predictions), scales: goals.map(\.scale))
      },
      others: { predicted, prediction in
        let logImprovement = Self.logImprovement(predicted, prediction)
        guard predicted.target.isGoal, let incumbent = predicted.incumbent else { return logImprovement }
        let gain = (prediction.mean - incumbent) / predicted.scale
        let limit = log(Self.leastImprovement) + (predicted.target.goal == .minimize ? -gain : gain)
        return logSumExp([logImprovement, limit])
      })
  }

  private static func logImprovement(
    _ predicted: AcquisitionState.ObjectivePrediction, _ prediction: Prediction
  ) -> Double {
    switch predicted.target.goal {
    case .window, .near: return predicted.target.logProbability(prediction)
    case .maximize, .minimize: break
    }
    guard let incumbent = predicted.incumbent else { return 0 }
    return prediction.logExpectation { normal in
      let gain = normal.mean - incumbent
      let improvement = predicted.target.goal == .minimize ? -gain : gain
      let deviation = normal.standardDeviation
      guard deviation > 0 else { return improvement > 0 ? log(improvement / predicted.scale) : -.infinity }
      return log(deviation / predicted.scale) + logExpectedImprovementFactor(improvement / deviation)
    }
  }
}
