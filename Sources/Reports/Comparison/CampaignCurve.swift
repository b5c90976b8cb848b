import Acquisition
import CampaignFile
package import Files
import Stores

/// What a campaign has found after each of its calculations, for comparing it with others.
package struct CampaignCurve: Sendable, Hashable {
  /// The campaign's name.
  package let name: String
  /// How molecules are proposed: `surrogate` or `random`.
  package let policy: String
  /// The seed.
  package let seed: UInt64
  /// The budget of calculations.
  package let budget: Int
  /// The objectives, in words.
  package let wanted: String
  /// What is wanted of each property or expression, in order.
  package let objectives: [ObjectiveOverview]
  /// Whether it has ended.
  package let hasEnded: Bool
  /// What was found after each calculation that ended. Values of people for molecules that were not chosen do not count.
  package let run: ReplayRun
  /// How much each source model was believed at last.
  package let sourceWeights: [SourceWeight]
  /// The campaign file's contents without what may differ among runs of one group.
  let settings: Specification
  private let targets: [Target]

  /// Reads a record that is open.
  package init(reader: CampaignRecordReader) throws(CampaignError) {
    try self.init(reader: reader, all: reader.results())
  }

  /// - Parameter all: All results of the record.
  init(reader: CampaignRecordReader, all: [CalculatedMolecule]) throws(CampaignError) {
    let specification = reader.specification
    let units = try CampaignError.mapping {
      Dictionary(firstOf: try reader.store.properties().map { ($0.name, $0.unit) })
    }
    name = reader.campaign.name
    policy = specification.policy.rawValue
    seed = reader.campaign.seed
    budget = specification.budget.calculations
    targets = specification.objectives
    wanted = targets.texts(units: units).joined(separator: " and ")
    objectives = targets.map { ObjectiveOverview($0, unit: units[$0.name] ?? "") }
    hasEnded = reader.campaign.end != nil
    let found =
      all
      .filter { !$0.isTold && [.succeeded, .failed].contains($0.state) }.sorted { $0.number < $1.number }
    run = ReplayRun(
      found.map { ($0.isComparable ? $0.values : [:], $0.isHit) }, objectives: specification.objectives)
    sourceWeights = try SourceWeight.list(reader)
    var settings = specification
    (settings.name, settings.seed) = ("", 0)
    self.settings = settings
  }

  /// Whether another campaign wants the same, so that what both have found can be compared.
  package func isComparable(with other: CampaignCurve) -> Bool { targets == other.targets }

  /// The best value so far of a maximum or minimum; nil before there is one.
  package func best(of objective: String) -> Double? { run.best[objective]?.last ?? nil }
}
