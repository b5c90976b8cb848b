import CampaignFile
import Prediction
import Reports
import Stores

/// The specification and the history of a campaign at the time when an iteration was designed, or now.
struct CampaignMoment {
  /// The specification of that time.
  let specification: Specification
  /// The calculations and values known at that time.
  let history: History
  /// The iteration that was designed; nil for now.
  let iteration: IterationRecord?

  /// Reads them from a campaign's record.
  ///
  /// - Parameter number: The number of the iteration; nil for now.
  /// - Throws: `CampaignError` of kind `.input` if there is no such iteration.
  init(_ reader: CampaignRecordReader, iteration number: Int?) throws {
    let record = try number.map { try reader.iteration($0).iteration }
    let specification = try record.map { try reader.designSpecification(of: $0.number) } ?? reader.specification
    (iteration, self.specification) = (record, specification)
    history = try History(
      reader.store,
      comparable: ComparableCalculations(reader.store, calculator: specification.calculator.name, upTo: record?.number),
      before: record)
  }

  /// Whether fits agree with the recorded ones to a relative 10⁻⁶: processors round differently. True if none are recorded.
  static func areSame(_ fits: [FitRecord], as recorded: [FitRecord]) -> Bool {
    recorded.allSatisfy { record in
      guard let fit = fits.first(where: { $0.property == record.property }) else { return false }
      let pairs = [
        (fit.priorMean, record.priorMean), (fit.outputScale, record.outputScale), (fit.noise, record.noise),
        (fit.logPosterior, record.logPosterior),
      ]
      let isNear = pairs.allSatisfy { first, second in
        abs(first - second) <= 1e-6 * max(1, max(abs(first), abs(second)))
      }
      return fit.observationCount == record.observationCount && isNear
    }
  }
}
