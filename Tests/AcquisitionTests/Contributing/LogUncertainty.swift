// The example of CONTRIBUTING.md, word for word: ContributingTests compares them.

public import Acquisition
import CohobateTesting
internal import GaussianProcess
internal import Glibc
public import Numerics
import Testing

/// The logarithm of the standard deviation: the candidate of which least is known, whatever is wanted.
public struct LogUncertainty: AcquisitionFunction {
  /// `log-uncertainty`.
  public static let name = "log-uncertainty"
  /// One line for people.
  public static let summary = "log standard deviation of the prediction: exploration alone"

  /// The function, which has no options.
  public init(options: [String: Double] = [:], stream: RandomStream = RandomStream(seed: 0)) {}

  /// Logarithms of multiples of the process's scale.
  public func logValues(_ state: AcquisitionState) -> [Double] {
    state.sum { predicted, prediction in log(prediction.standardDeviation / predicted.scale) }
  }
}

@Suite struct LogUncertaintyExample {
  @Test func keepsItsPromises() {
    #expect(acquisitionViolations(LogUncertainty(), averagesMembers: false) == [])
  }
}
