import CampaignStore

/// What a campaign asked for and knew at a moment: when an iteration was designed, or now.
struct CampaignMoment {
  /// What it asked for.
  let specification: Specification
  /// What it knew.
  let history: History
  /// The iteration that was designed then; nil for now.
  let iteration: IterationRecord?

  /// Reads a moment from a campaign's record.
  ///
  /// - Parameter number: the iteration that was designed then; nil for now.
  /// - Throws: `CampaignError` of kind `.input` where there is no such iteration.
  init(_ reader: CampaignRecordReader, iteration number: Int?) throws {
    let record = try number.map { try reader.iteration($0).iteration }
    let asked = try record.map { try reader.designSpecification(of: $0.number) } ?? reader.specification
    (iteration, specification) = (record, asked)
    history = try History(
      reader.store,
      comparable: ComparableCalculations(reader.store, calculator: asked.calculator.name, upTo: record?.number),
      before: record)
  }

  /// Whether fits that were made again are those that the record has of the iteration, within the digits in which processors round
  /// differently. True where the record has none to compare with.
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
