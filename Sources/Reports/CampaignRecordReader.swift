import Acquisition
package import CampaignFile
package import Files
import Foundation
package import Stores

/// A campaign's database, opened for reading, with its recorded specification. It works while a run is writing.
package struct CampaignRecordReader: Sendable {
  let paths: CampaignPaths
  package let store: CampaignStore
  package let campaign: CampaignRecord
  package let specification: Specification

  /// Opens the database of a campaign. The file beside it may be missing, or may be in the middle of a change.
  ///
  /// - Parameter isShownAtOnce: Whether a large file is shown without reading all of it before.
  /// - Throws: `CampaignError` of kind `.input` if there is no such record, or if it belongs to another campaign than
  ///   the file.
  package init(_ paths: CampaignPaths, isShownAtOnce: Bool = false) throws(CampaignError) {
    self.paths = paths
    do {
      store =
        isShownAtOnce
        ? try CampaignStore.openToShow(at: paths.database) : try CampaignStore.openReadOnly(at: paths.database)
      campaign = try store.campaign()
    } catch StoreError.notFound {
      throw Self.notBegun(paths)
    } catch {
      throw CampaignError(error)
    }
    if let stated = paths.statedName { try paths.requireCampaign(campaign.name, is: stated) }
    do throws(SpecificationError) {
      specification = try Specification(file: paths.file, text: campaign.specification)
    } catch {
      // The error is about the recorded campaign file, not the user's file.
      throw CampaignError(
        .input,
        "'\(paths.database)' keeps a campaign file that cannot be read: \(error.message) The database is damaged or another "
          + "version's; restore it from a copy.")
    }
  }

  private init(
    _ paths: CampaignPaths, _ store: CampaignStore, _ campaign: CampaignRecord, _ specification: Specification
  ) {
    (self.paths, self.store, self.campaign, self.specification) = (paths, store, campaign, specification)
  }

  /// The same record as it is now: it may have ended since it was opened, or been resumed by another campaign file.
  package func refreshed() throws(CampaignError) -> CampaignRecordReader {
    try CampaignError.mapping {
      let now = try store.campaign()
      let text = now.specification
      let specification =
        text == campaign.specification ? specification : try Specification(file: paths.file, text: text)
      return Self(paths, store, now, specification)
    }
  }

  /// The error for a missing database: the remedy depends on whether the campaign file exists.
  private static func notBegun(_ paths: CampaignPaths) -> CampaignError {
    let problem = "There is no campaign database at '\(paths.database)'"
    guard FileManager.default.fileExists(atPath: paths.file), paths.file != paths.database else {
      return CampaignError(
        .input,
        paths.file == paths.database
          ? "\(problem)."
          : "\(problem), and no campaign file '\(paths.file)' either.\(campaignFileSuggestion(for: paths.file))")
    }
    return CampaignError(
      .input,
      "\(problem): the campaign has not begun. Start it with \(quotedCommand("cohobate run \(shellWord(paths.file))")), or name its "
        + "database with --database.")
  }

  /// An iteration by its number; nil for the last.
  ///
  /// - Throws: `CampaignError` of kind `.input` where there is none.
  package func iteration(_ number: Int?) throws(CampaignError) -> IterationSummary {
    let iterations = try CampaignError.mapping { try store.iterations() }
    guard let last = iterations.last else {
      throw CampaignError(.input, "\(paths.database) has no iteration yet; 'cohobate run' resumes it.")
    }
    guard let number else { return last }
    guard let found = iterations.first(where: { $0.iteration.number == number }) else {
      throw CampaignError(.input, "There is no iteration \(number); there are 0 to \(last.iteration.number).")
    }
    return found
  }

  /// How far a large pool was examined, by iteration.
  func preselections() throws(CampaignError) -> [Int: PreselectionReport] {
    let records = try CampaignError.mapping { try store.preselections() }
    return Dictionary(firstOf: records.map { ($0.iteration, PreselectionReport($0)) })
  }

  /// The places of candidates in the pool, by the number of the molecule.
  func listings() throws(CampaignError) -> [Int: ListingRecord] {
    Dictionary(firstOf: try CampaignError.mapping { try store.listings() }.map { ($0.molecule, $0) })
  }

  /// The specification that an iteration was designed by.
  ///
  /// - Throws: `CampaignError` of kind `.input` where this version cannot read its text.
  package func designSpecification(of iteration: Int) throws(CampaignError) -> Specification {
    try CampaignError.mapping {
      let text = try store.specifications().last { $0.iteration <= iteration }?.text
      return try text.map { try Specification(file: paths.file, text: $0) } ?? specification
    }
  }

  /// All calculations in batch order, each with the values it gave.
  func results() throws(CampaignError) -> [CalculatedMolecule] {
    try CampaignError.mapping {
      let observations = Dictionary(grouping: try store.observations(), by: \.calculation)
      let told = try store.toldIterations()
      let comparable = try ComparableCalculations(store, calculator: specification.calculator.name)
      let confirmations = try confirmations()
      let several = try store.calculationsOfSeveralConformers()
      return try store.calculations().map { details in
        let rows = observations[details.calculation.id] ?? []
        return CalculatedMolecule(
          details: details,
          values: Dictionary(firstOf: rows.map { ($0.property, $0.value) }),
          uncertainties: rows.uncertainties,
          hasSeveralConformers: several.contains(details.calculation.id),
          isTold: told.contains(details.calculation.iteration),
          isComparable: comparable.contains(details.calculation), confirmations: confirmations,
          objectives: specification.objectives)
      }
    }
  }

  /// The outcomes of the calculations that confirm hits; nil if hits need none.
  func confirmations() throws -> Confirmations? {
    try specification.confirm.map { try Confirmations(store, calculator: $0.name) }
  }

  /// The front among all results; nil if the objectives have none, or if nothing is known yet.
  func front(of results: [CalculatedMolecule]) throws(CampaignError) -> CampaignFront? {
    let records = try CampaignError.mapping { try store.referencePoints() }
    return CampaignFront(results, objectives: specification.objectives, records: records)
  }

  /// The failures that people gave and withdrew, in order, by the numbers of the calculations.
  func withdrawnFailures() throws(CampaignError) -> [Int: [WithdrawnFailure]] {
    try CampaignError.mapping {
      Dictionary(grouping: try store.withdrawnFailures(), by: \.calculation).mapValues { $0.map(WithdrawnFailure.init) }
    }
  }

  /// The values that people gave and withdrew, by the numbers of the calculations.
  func withdrawals() throws(CampaignError) -> [Int: [WithdrawnValue]] {
    try CampaignError.mapping {
      let units = Dictionary(firstOf: try store.properties().map { ($0.name, $0.unit) })
      return Dictionary(grouping: try store.withdrawals(), by: \.calculation).mapValues { records in
        records.map { WithdrawnValue($0, unit: units[$0.property] ?? "") }
      }
    }
  }
}

/// A calculation with its molecule and its values.
struct CalculatedMolecule {
  let details: CalculationDetails
  let values: [String: Double]
  let uncertainties: [String: Double]
  /// Whether several conformers were calculated: an uncertainty is then the spread over the accepted ones. False for a repeat
  /// unit, whose uncertainty is that of the extrapolation from its chains.
  let hasSeveralConformers: Bool
  /// Whether a person gave its values although it was not chosen.
  let isTold: Bool
  /// Whether it was calculated under the current protocol and versions.
  let isComparable: Bool
  /// The calculation that confirms it as a hit; nil if there is none.
  let confirmation: ExtraCalculationDetails?
  /// Whether its values meet all objectives, and those that confirm it if hits need that.
  let isHit: Bool
  /// Whether its values meet all objectives, and nothing has confirmed or refuted it yet.
  let isUnconfirmed: Bool

  init(
    details: CalculationDetails, values: [String: Double], uncertainties: [String: Double], hasSeveralConformers: Bool,
    isTold: Bool, isComparable: Bool, confirmations: Confirmations?, objectives: [Target]
  ) {
    self.details = details
    self.values = values
    self.uncertainties = uncertainties
    self.hasSeveralConformers = hasSeveralConformers
    self.isTold = isTold
    self.isComparable = isComparable
    let smiles = details.molecule.smiles
    confirmation = isTold ? nil : confirmations?.calculation(of: smiles)
    let isMet = isComparable && objectives.areMet(by: values)
    // Nobody confirms what was told.
    let needsNone = confirmations == nil || isTold
    isHit = isMet && (needsNone || objectives.areMet(by: confirmations?.values(of: smiles) ?? [:]))
    isUnconfirmed = isMet && !needsNone && confirmations?.hasEnded(smiles) == false
  }

  var number: Int { details.calculation.id }
  var state: CalculationState { details.calculation.state }
}

extension [CalculatedMolecule] {
  /// The calculations with values that are comparable with new ones, the best first; among equals the earlier.
  func bestFirst(_ objectives: [Target]) -> [CalculatedMolecule] {
    let valued = filter { !$0.values.isEmpty && $0.isComparable }.sorted { $0.number < $1.number }
    let ranked = Ranking(valued.map(\.values), objectives: objectives).order.map { valued[$0] }
    // Molecules that meet the objectives come first, and among these the confirmed ones.
    return ranked.filter(\.isHit) + ranked.filter { !$0.isHit }
  }
}
