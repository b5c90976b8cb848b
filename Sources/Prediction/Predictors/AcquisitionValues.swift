package import Acquisition
import GaussianProcess
import Numerics

/// The values of an acquisition function for molecules that are not known beforehand, such as the children of a search:
/// from the posterior at their features, each by itself.
///
/// They rank molecules of different batches alike. The unit of an objective's differences, which an
/// ``Acquisition/AcquisitionState`` takes from its candidates, is therefore that of learnt molecules.
package struct AcquisitionValues {
  /// The greatest number of learnt molecules that set the units.
  private static let learntAtMost = 100

  private let surrogate: Surrogate
  private let function: any AcquisitionFunction
  /// For each objective the unit of differences of its values.
  private let scales: [Double]

  /// - Throws: the errors of the surrogate's sources.
  package init(of function: any AcquisitionFunction, by surrogate: Surrogate) throws {
    (self.surrogate, self.function) = (surrogate, function)
    scales = try surrogate.acquisitionState(at: surrogate.learntFeatures.evenlySpread(Self.learntAtMost))
      .state.objectivePredictions.map(\.scale)
  }

  /// Whether the values are log-probabilities of meeting the objectives.
  package var areLogProbabilities: Bool {
    type(of: function).searchesByProbability(of: surrogate.targets.targets)
  }

  /// A value for each molecule, greater for better ones: what the function searches for
  /// (``Acquisition/AcquisitionFunction/searchValues(_:)``), with the log-probability of success. Possibly −infinity.
  ///
  /// - Parameter widening: the number of times the objectives are widened.
  package func values(_ forecast: Surrogate.Forecast, widening: Int = 0) throws(AcquisitionError) -> [Double] {
    let targets = surrogate.targets
    let predicted = zip(targets.widened(widening), targets.predictions(forecast.predictions))
    let objectives = zip(predicted, zip(targets.incumbents, scales)).map { predicted, known in
      AcquisitionState.ObjectivePrediction(
        target: predicted.0, predictions: predicted.1, incumbent: known.0, scale: known.1)
    }
    return forecast.weightedBySuccess(
      try function.searchValues(AcquisitionState(objectivePredictions: objectives, front: targets.front)))
  }
}
