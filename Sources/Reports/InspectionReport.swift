import Acquisition
public import CampaignFile
import Chemistry
public import Files
import MolecularDesign
package import Stores

/// The candidates, the batch and the results of an iteration.
public struct InspectionReport: Encodable, Sendable {
  /// The iteration in short.
  public let iteration: IterationReport
  /// The surrogate's fits; empty if there was none.
  public let fits: [FitReport]
  /// The transfer models with their weights, the best of each property first; empty without source models.
  public let transfers: [TransferReport]
  /// What the probabilities of success were learnt from; nil if none were predicted.
  public let success: SuccessReport?
  /// The reference point of the front that the iteration was to improve; empty if it had none.
  public let reference: [ReferencePointReport]
  /// Whether candidates were searched for; else they were sampled.
  public let isSearch: Bool
  /// The steps of the sampler or of the search.
  public let steps: [StepReport]
  /// The number of proposals that each filter rejected, by key of `molecules`, or by a description if there is no key.
  public let refusals: [String: Int]
  /// The changes since the iteration before.
  public let changes: [CampaignChange]
  /// The properties and expressions that the objectives are about, in order.
  public let objectives: [String]
  /// The ends of the values that meet them, by property or expression.
  public let bounds: [String: [Double]]
  /// The units of the properties.
  public let units: [String: String]
  /// The candidates by rank, then the rejected molecules.
  public let candidates: [CandidateReport]

  /// Reads an iteration; nil for the last.
  public init(of paths: CampaignPaths, iteration wanted: Int?) throws(CampaignError) {
    try self.init(reader: CampaignRecordReader(paths), iteration: wanted)
  }

  /// Reads an iteration of a record that is open; nil for the last.
  package init(reader: CampaignRecordReader, iteration wanted: Int?) throws(CampaignError) {
    let store = reader.store
    let summary = try reader.iteration(wanted)
    let number = summary.iteration.number
    let results = try reader.results()
    let batch = results.filter { $0.details.calculation.iteration == number }
    iteration = IterationReport(
      summary, batch: batch, expectedGain: try reader.expectedGains(results, iteration: number)[number],
      screen: try reader.screen(before: number), preselection: try reader.preselections()[number])
    let extras = try CandidateExtras(reader)
    objectives = reader.specification.objectives.map(\.name)
    bounds = reader.specification.objectives.bounds
    let references = try CampaignError.mapping { try store.referencePoints().filter { $0.iteration == number } }
    // The mode and the objectives may have changed since.
    let designed = (try? reader.designSpecification(of: number)) ?? reader.specification
    isSearch = designed.design.mode == .search
    changes = try reader.changes().filter { $0.iteration == number }
    let withdrawals = try reader.withdrawals()
    let withdrawnFailures = try reader.withdrawnFailures()
    let listings = try reader.listings()
    (fits, transfers, success, steps, refusals, units, candidates) = try CampaignError.mapping {
      (
        try store.fits().filter { $0.iteration == number }.map(FitReport.init),
        try store.transfers(of: number).map(TransferReport.init),
        try store.success(of: number).map(SuccessReport.init),
        try store.designSteps(of: number).map(StepReport.init),
        Dictionary(firstOf: try store.refusals(of: number).map { (Self.key(of: $0.reason), $0.count) }),
        Dictionary(firstOf: try store.properties().map { ($0.name, $0.unit) }),
        try store.candidates(of: number).map { details in
          CandidateReport(
            details, listing: listings[details.molecule.id],
            attempts: try details.calculation.map { try store.attempts(of: $0.id) } ?? [],
            withdrawals: details.calculation.flatMap { withdrawals[$0.id] } ?? [],
            withdrawnFailures: details.calculation.flatMap { withdrawnFailures[$0.id] } ?? [], extras: extras,
            objectives: reader.specification.objectives)
        }
      )
    }
    let known = units
    let goals = designed.objectives.filter(\.isGoal).map(\.name)
    // The record has them by name.
    let ordered = goals.compactMap { goal in references.first { $0.objective == goal } }
    let others = references.filter { !goals.contains($0.objective) }
    reference = (ordered + others).map { ReferencePointReport($0, unit: known[$0.objective] ?? "") }
  }
}

extension InspectionReport {
  /// The key in a campaign file of a recorded reason. A reason that this version does not know is returned unchanged.
  private static func key(of reason: String) -> String { Rejection.Kind(rawValue: reason)?.key ?? reason }
}

/// Everything that a campaign knows about one molecule.
public struct MoleculeInspection: Encodable, Sendable {
  /// The molecule's number in the database.
  public let molecule: Int
  /// The canonical SMILES.
  public let smiles: String
  /// Its name, or else its identifier, in the campaign's pool; nil if it has none.
  public let name: String?
  /// Its line in the file of the campaign's pool, from 1; nil if it is not from a pool.
  public let line: Int?
  /// The sum formula; of a repeat unit `(C4H2S)n`.
  public let formula: String
  /// The charge, in elementary charges.
  public let charge: Int
  /// The number of atoms that are not hydrogen.
  public let heavyAtoms: Int
  /// The molecular weight in g/mol.
  public let molecularWeight: Double
  /// The units of the properties.
  public let units: [String: String]
  /// The ends of the values that meet the objectives, by property or expression.
  public let bounds: [String: [Double]]
  /// Every time that it was considered, in order.
  public let candidacies: [CandidateReport]

  /// Reads a molecule by its number, or by a SMILES of it.
  public init(of paths: CampaignPaths, molecule wanted: String) throws(CampaignError) {
    try self.init(reader: CampaignRecordReader(paths), molecule: wanted)
  }

  /// Reads a molecule of a record that is open, by its number or by a SMILES of it.
  package init(reader: CampaignRecordReader, molecule wanted: String) throws(CampaignError) {
    let store = reader.store
    let withdrawals = try reader.withdrawals()
    let withdrawnFailures = try reader.withdrawnFailures()
    let properties = try CampaignError.mapping { try store.properties() }
    var found = try CampaignError.mapping { try store.history(of: wanted) }
    let alike = found == nil ? (try? store.molecules().filter { $0.smiles.hasSameBonds(as: wanted) }) ?? [] : []
    // It accepts a molecule that leaves open the stereochemistry that the user states.
    if alike.count == 1, alike[0].smiles.statesNoStereochemistry {
      found = try CampaignError.mapping { try store.history(ofSMILES: alike[0].smiles) }
    }
    guard let history = found else {
      let hint =
        alike.isEmpty
        ? "'cohobate inspect' shows their numbers."
        : "but it has the same with other stereochemistry, or none, stated: "
          + alike.prefix(5).map { "\($0.id) (\($0.smiles))" }.joined(separator: ", ") + "."
      throw CampaignError(.input, "\(reader.paths.database) has no molecule '\(wanted)'; \(hint)")
    }
    molecule = history.molecule.id
    smiles = history.molecule.smiles
    formula = formulaText(history.molecule.formula)
    charge = history.molecule.charge
    heavyAtoms = history.molecule.heavyAtomCount
    molecularWeight = history.molecule.molecularWeight
    let listing = try reader.listings()[history.molecule.id]
    (name, line) = (listing?.name, listing?.line)
    units = Dictionary(firstOf: properties.map { ($0.name, $0.unit) })
    bounds = reader.specification.objectives.bounds
    let extras = try CandidateExtras(reader)
    candidacies = history.candidacies.map {
      CandidateReport(
        $0, listing: listing,
        attempts: $0.calculation.map { calculation in history.attempts.filter { $0.calculation == calculation.id } }
          ?? [],
        withdrawals: $0.calculation.flatMap { withdrawals[$0.id] } ?? [],
        withdrawnFailures: $0.calculation.flatMap { withdrawnFailures[$0.id] } ?? [], extras: extras,
        objectives: reader.specification.objectives)
    }
  }
}

extension CampaignStore {
  /// The history of the molecule that a user names by its number, or by a SMILES of it; of a composition, by its formula.
  package func history(of wanted: String) throws -> MoleculeHistory? {
    if let number = Int(wanted) { return try history(ofMolecule: number) }
    // A number too large for any molecule is still a number: no SMILES consists of digits alone.
    if !wanted.isEmpty, wanted.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return nil }
    let molecule = Result { () throws(ChemistryError) in try Molecule(smiles: wanted, isRepeatUnit: true) }
    if let found = try? molecule.get(), let history = try history(ofSMILES: found.smiles) { return history }
    // A formula may be a SMILES of another meaning, as BN is.
    if let composition = try? Molecule(formula: wanted), let history = try history(ofSMILES: composition.smiles) {
      return history
    }
    _ = try molecule.get()
    return nil
  }
}

extension String {
  /// Whether two SMILES differ only in the stereochemistry that they state.
  fileprivate func hasSameBonds(as other: String) -> Bool {
    guard let mine = try? Molecule(recorded: withoutStereochemistry),
      let theirs = try? Molecule(recorded: other.withoutStereochemistry)
    else { return false }
    return mine == theirs
  }

  /// Whether the SMILES specifies no double bond and no centre.
  fileprivate var statesNoStereochemistry: Bool { !contains { "/\\@".contains($0) } }

  /// The SMILES without the marks of double bonds and centres.
  private var withoutStereochemistry: String {
    let bare = filter { !"/\\".contains($0) }
    return bare.replacing(/@(?:@|TH[12]|AL[12]|SP[123]|TB\d+|OH\d+)?/, with: "")
  }
}
