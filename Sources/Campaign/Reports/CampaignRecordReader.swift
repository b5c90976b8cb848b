import Acquisition
import CampaignStore

/// A campaign's database, opened to be read, with the specification it was begun with. Works while a run is writing.
struct CampaignRecordReader {
  let paths: CampaignPaths
  let store: CampaignStore
  let campaign: CampaignRecord
  let specification: Specification

  init(_ paths: CampaignPaths) throws(CampaignError) {
    self.paths = paths
    (store, campaign) = try CampaignError.mapping {
      let store = try CampaignStore.openReadOnly(at: paths.database)
      return (store, try store.campaign())
    }
    do {
      specification = try Specification(file: paths.file, text: campaign.specification)
    } catch {
      throw CampaignError(error)
    }
  }

  /// All calculations in batch order, each with the values it gave.
  func results() throws(CampaignError) -> [CalculatedMolecule] {
    try CampaignError.mapping {
      let observations = Dictionary(grouping: try store.observations(), by: \.calculation)
      return try store.calculations().map { details in
        let rows = observations[details.calculation.id] ?? []
        return CalculatedMolecule(
          details: details,
          values: Dictionary(uniqueKeysWithValues: rows.map { ($0.property, $0.value) }),
          uncertainties: Dictionary(
            uniqueKeysWithValues: rows.compactMap { row in row.uncertainty.map { (row.property, $0) } }),
          objectives: specification.objectives)
      }
    }
  }
}

/// A calculation with its molecule and what it gave.
struct CalculatedMolecule {
  let details: CalculationDetails
  let values: [String: Double]
  let uncertainties: [String: Double]
  let isHit: Bool
  let merit: Merit

  init(
    details: CalculationDetails, values: [String: Double], uncertainties: [String: Double], objectives: [Objective]
  ) {
    self.details = details
    self.values = values
    self.uncertainties = uncertainties
    isHit = objectives.areMet(by: values)
    merit = Merit(values: values, objectives: objectives)
  }

  var number: Int { details.calculation.id }
  var state: CalculationState { details.calculation.state }
}

extension [CalculatedMolecule] {
  /// Those that succeeded, the best first; among equals the earlier.
  var bestFirst: [CalculatedMolecule] {
    filter { $0.state == .succeeded }.sorted { ($1.merit, $0.number) < ($0.merit, $1.number) }
  }
}
