public import Numerics

/// A random order of the candidates, whatever is expected of them: what the others are compared with.
public struct RandomChoice: AcquisitionFunction {
  /// `random`.
  public static let name = "random"
  /// One line for people.
  public static let summary = "a random order, without a surrogate"
  /// False: the choice is to be independent of any surrogate.
  public static let isDiverse = false

  private let stream: RandomStream

  /// A random order from a stream.
  public init(options: [String: Double] = [:], stream: RandomStream) { self.stream = stream }

  /// Uniform random numbers in [0, 1), the same at each call.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    var stream = stream
    return (0..<state.candidateCount).map { _ in stream.uniform() }
  }
}
