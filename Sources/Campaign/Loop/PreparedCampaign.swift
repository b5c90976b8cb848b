import Calculation
import CampaignStore
import Chemistry
import Foundation
import MolecularDesign
import Numerics

/// A campaign file with all that it names found, read and checked. Making one changes nothing.
struct PreparedCampaign {
  let file: CampaignFile
  let calculator: any Calculator
  let calculatorVersion: String
  let corpus: Corpus
  let designer: IterationDesigner
  private let paths: CampaignPaths

  init(_ paths: CampaignPaths) async throws(CampaignError) {
    self.paths = paths
    do {
      file = try CampaignFile(path: paths.file)
      calculator = try file.calculator()
      calculatorVersion = try await calculator.version()
      corpus = try file.specification.corpus.read()
      designer = try IterationDesigner(specification: file.specification, corpus: corpus)
    } catch {
      throw CampaignError(error)
    }
  }

  /// What a person should know of the corpus.
  var notes: [String] {
    guard !corpus.refusedLines.isEmpty else { return [] }
    let shown = corpus.refusedLines.prefix(5).map { "line \($0.line): \($0.reason)" }
    let rest = corpus.refusedLines.count - shown.count
    return [
      "\(corpus.refusedLines.count) lines of the corpus were left out. \(shown.joined(separator: "; "))"
        + (rest > 0 ? "; and \(rest) more ('cohobate validate' lists them)." : ".")
    ]
  }

  /// The versions that are recorded with a new campaign.
  var versions: [VersionRecord] {
    [
      VersionRecord(component: "cohobate", version: ProgramVersion.current),
      VersionRecord(component: "rdkit", version: ChemistryVersion.rdkit),
      VersionRecord(component: calculator.name, version: calculatorVersion),
    ]
  }

  func stage(on machine: Machine, database: String) -> CalculationStage {
    CalculationStage(
      calculator: calculator, executor: LocalExecutor(), concurrency: machine.jobs,
      workdir: machine.scratch(of: file.specification.name, database: database))
  }

  /// Opens the campaign's database, or makes it. One of another campaign, or of a file that said something else, is refused.
  func openRecord(tell: (CampaignEvent) -> Void) throws -> CampaignStore {
    guard try CampaignStore.exists(at: paths.database) else {
      return try CampaignStore.create(
        at: paths.database,
        campaign: CampaignRecord(
          name: file.specification.name, specification: file.text, seed: file.specification.seed, createdAt: Date()),
        versions: versions,
        properties: calculator.properties.map { PropertyRecord(name: $0.name, unit: $0.unit, summary: $0.summary) })
    }
    let (store, campaign, earlier) = try openFitting()
    try reopenIfAllowed(store, campaign: campaign, earlier: earlier, tell: tell)
    return store
  }

  /// Refuses a file that is not this campaign's database. Asked before the lock is taken, so that nothing is left beside
  /// a file that is not ours.
  func requireFittingRecord() throws {
    if try CampaignStore.exists(at: paths.database) { _ = try openFitting() }
  }

  /// Opens the campaign's database if it was begun with this campaign file and this calculator.
  private func openFitting() throws -> (store: CampaignStore, campaign: CampaignRecord, earlier: Specification) {
    let store = try CampaignStore.open(at: paths.database)
    let campaign = try store.campaign()
    guard campaign.name == file.specification.name else {
      throw CampaignError(
        .input,
        "\(paths.database) belongs to the campaign '\(campaign.name)', not to '\(file.specification.name)'; "
          + "give another file with --database.")
    }
    let earlier = try Specification(file: paths.file, text: campaign.specification)
    let changed = file.specification.fixedKeys(changedFrom: earlier)
    guard changed.isEmpty else {
      throw CampaignError(
        .input,
        "\(paths.file) has changed since \(paths.database) was begun with it: '\(changed.joined(separator: "', '"))'. "
          + "Undo the change, or begin anew with another --database; only budget.calculations and budget.hits may change."
      )
    }
    try refuseOtherVersions(in: store)
    return (store, campaign, earlier)
  }

  /// Values of two versions of a calculator are not mixed in one record.
  private func refuseOtherVersions(in store: CampaignStore) throws {
    let recorded = try store.versions().first { $0.component == calculator.name }
    if let recorded, recorded.version != calculatorVersion {
      throw CampaignError(
        .input,
        "\(paths.database) was begun with \(calculator.name) \(recorded.version), and this machine has "
          + "\(calculatorVersion); use that version, or begin anew with another --database.")
    }
  }

  /// A campaign that ended goes on when its budget was raised.
  private func reopenIfAllowed(
    _ store: CampaignStore, campaign: CampaignRecord, earlier: Specification, tell: (CampaignEvent) -> Void
  ) throws {
    let budget = file.specification.budget
    guard budget != earlier.budget else { return }
    if campaign.end == nil || campaign.end?.reason == .budget || campaign.end?.reason == .hits {
      try store.reopenCampaign(specification: file.text)
      tell(.note("The budget is now \(budget.calculations) calculations; it was \(earlier.budget.calculations)."))
    }
  }
}

extension CorpusSource {
  /// Reads the corpus.
  func read() throws(DesignError) -> Corpus {
    switch self {
    case .builtIn: try Corpus.builtIn()
    case .file(let path, let column): try Corpus(path: path, smilesColumn: column)
    }
  }
}
