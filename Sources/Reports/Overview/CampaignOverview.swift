import Acquisition
import CampaignFile
import Chemistry
package import Files
package import Foundation
package import Stores

/// All that pages on a whole campaign show of its record, read in few queries.
package struct CampaignOverview: Sendable {
  /// The state of the campaign, with all of its best molecules, without what the built-in library knows of them.
  package let status: StatusReport
  /// What it has found after each calculation.
  package let curve: CampaignCurve
  /// What is wanted, in order.
  package let objectives: [ObjectiveOverview]
  /// The molecules that were chosen or told, in the calculations' order.
  package let outcomes: [MoleculeOutcome]
  /// The iterations' own rows, in order.
  package let iterations: [IterationRecord]
  /// All fits, by iteration and property.
  package let fits: [FitReport]
  /// What the last fits predict of each molecule that they learnt from when it is left out, by property; empty in records
  /// from before schema 9.
  package let leaveOneOut: [String: [LeaveOneOutRecord.Prediction]]
  /// The weights of the models, by iteration; iterations that weighed none are missing.
  package let transfers: [Int: [TransferReport]]
  /// The texts of the campaign file, the first one first.
  package let specifications: [SpecificationRecord]
  /// The versions of programs and libraries, by name and by the first iteration that they apply to.
  package let versions: [VersionChange]
  /// The ways in which calculations were made.
  package let protocols: [ProtocolRecord]
  /// The properties that calculations give, by name.
  package let properties: [PropertyRecord]
  /// When the campaign was begun.
  package let createdAt: Date
  /// When it ended; nil if it has not.
  package let endedAt: Date?
  /// The time that programs ran for all calculations, in seconds.
  package let programSeconds: Double

  /// Reads a record that is open.
  package init(reader: CampaignRecordReader) throws(CampaignError) {
    let store = reader.store
    let targets = reader.specification.objectives
    let all = try reader.results()
    status = try StatusReport(reader: reader, all: all, top: .max, asksLibrary: false)
    curve = try CampaignCurve(reader: reader, all: all)
    let units = status.units
    objectives = targets.map { ObjectiveOverview($0, unit: units[$0.name] ?? "") }
    (createdAt, endedAt) = (reader.campaign.createdAt, reader.campaign.end?.at)
    let results = Dictionary(firstOf: all.map { ($0.number, $0) })
    let withdrawals = try reader.withdrawals()
    let withdrawnFailures = try reader.withdrawnFailures()
    let extras = try CandidateExtras(reader)
    let listings = try reader.listings()
    (outcomes, iterations, fits, specifications, versions, protocols, properties, programSeconds) =
      try CampaignError.mapping {
        (
          try store.chosenCandidates(all.map(\.details)).compactMap { details in
            guard let number = details.calculation?.id, let result = results[number] else { return nil }
            let candidate = CandidateReport(
              details, listing: listings[details.molecule.id], attempts: [], withdrawals: withdrawals[number] ?? [],
              withdrawnFailures: withdrawnFailures[number] ?? [], extras: extras, objectives: targets)
            return MoleculeOutcome(candidate, result)
          },
          try store.iterationRecords(), try store.fits().map(FitReport.init), try store.specifications(),
          try store.versionHistory(), try store.protocols(), try store.properties(), try store.programSeconds()
        )
      }
    let weighed = Set(fits.map(\.iteration)).sorted()
    leaveOneOut = try CampaignError.mapping { try weighed.last.map(store.leaveOneOut) ?? [:] }
    transfers = try CampaignError.mapping {
      let records = try store.transfers()
      let reports = zip(records.map(\.iteration), TransferReport.list(records))
      return Dictionary(grouping: reports, by: \.0).mapValues { $0.map(\.1) }
    }
  }
}

/// What is wanted of a property or an expression.
package struct ObjectiveOverview: Sendable, Hashable {
  /// How a value is judged.
  package enum Goal: Sendable, Hashable {
    /// A value from one to the other is a hit; an end may be infinite.
    case window(Double, Double)
    /// Greater is better.
    case maximize
    /// Less is better.
    case minimize
  }

  /// The property, or the expression as it was written.
  package let name: String
  /// Its unit; empty if it has none, or if it is not known.
  package let unit: String
  /// How a value is judged. A value near another one is a hit within one deviation.
  package let goal: Goal

  /// What is wanted of a property or an expression, with its unit.
  package init(name: String, unit: String, goal: Goal) { (self.name, self.unit, self.goal) = (name, unit, goal) }

  init(_ target: Target, unit: String) {
    (name, self.unit) = (target.name, unit)
    goal =
      switch target.goal {
      case .window(let lower, let upper): .window(lower, upper)
      case .near(let value, let deviation): .window(value - deviation, value + deviation)
      case .maximize: .maximize
      case .minimize: .minimize
      }
  }
}

/// A molecule that was chosen or told: why, what was predicted, and what came.
package struct MoleculeOutcome: Sendable {
  /// The candidate with its calculation; the attempts are left out.
  package let candidate: CandidateReport
  /// The calculation and its result.
  package let calculation: CalculationReport
  /// The sum formula; of a repeat unit `(C4H2S)n`.
  package let formula: String
  /// Whether a person gave its values although it was not chosen.
  package let isTold: Bool
  /// Whether it was calculated under the current protocol and versions.
  package let isComparable: Bool
  /// Whether it meets all objectives and is comparable.
  package let isHit: Bool

  init?(_ candidate: CandidateReport, _ result: CalculatedMolecule) {
    guard let calculation = candidate.calculation else { return nil }
    (self.candidate, self.calculation) = (candidate, calculation)
    formula = formulaText(result.details.molecule.formula)
    (isTold, isComparable, isHit) = (result.isTold, result.isComparable, result.isHit)
  }

  /// The molecule's number.
  package var molecule: Int { candidate.molecule }
  /// The stereoisomer that was calculated, or else the molecule, as SMILES.
  package var smiles: String { calculation.isomer ?? candidate.smiles }
}
