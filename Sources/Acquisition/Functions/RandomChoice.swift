public import Numerics

/// A random order of the candidates, independent of their predictions: the baseline for the other functions.
public struct RandomChoice: AcquisitionFunction {
  /// `random`.
  public static let name = "random"
  /// A one-line description for users.
  public static let summary = "a random order, without a surrogate"
  /// False: the choice must not depend on any surrogate.
  public static let isDiverse = false
  /// False, for the same reason.
  public static let isWeightedBySuccess = false

  /// True.
  public static func searchesByProbability(of targets: [Target]) -> Bool { true }

  private let stream: RandomStream

  /// Makes a random order from a stream.
  public init(options: [String: Double] = [:], stream: RandomStream) { self.stream = stream }

  /// Uniform random numbers in [0, 1), the same at each call.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    var stream = stream
    return (0..<state.candidateCount).map { _ in stream.uniform() }
  }

  /// Those of ``LogWindowProbability``: a random number is no guide to a search.
  public func searchValues(_ state: AcquisitionState) -> [Double] { LogWindowProbability().logValues(state) }
}
