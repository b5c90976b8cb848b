import Files
public import GaussianProcess
import Tables
package import TransferLearning

/// The deviation of a sparse source model from an exact process.
public struct SparseApproximation: Encodable, Sendable, Hashable {
  /// The number of inducing molecules, through which the information of all others passes.
  public let inducingMolecules: Int
  /// The errors measured in training, with both processes given the same molecules.
  public let measured: ApproximationError

  /// Nil for a model that is not a sparse process.
  package init?(_ payload: SourcePayload) {
    guard let measured = payload.approximation else { return nil }
    inducingMolecules = payload.molecules.count
    self.measured = measured
  }

  /// A description, without a full stop.
  ///
  /// - Parameters:
  ///   - unit: the property's unit; empty for none.
  ///   - noun: what one of the molecules is called.
  public func text(unit: String, of noun: String) -> String {
    let percent = decimal(100 * measured.averageUnexplainedShare, places: 1)
    let difference = withUnit(significant(measured.meanDifference), unit)
    return "\(inducingMolecules) inducing \(noun)s leave \(percent) % of the variance unexplained; with the same "
      + "\(counted(measured.comparedObservations, noun)), predictions of \(measured.comparedInputs) others differ from those of "
      + "an exact process by \(difference) (\(decimal(measured.standardizedMeanDifference, places: 2)) standard "
      + "deviations), and their deviations are \(decimal(measured.deviationRatio, places: 2)) times as large"
  }
}
