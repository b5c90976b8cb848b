import Calculation
import CampaignStore
import Chemistry
import Files
import Foundation
import GaussianProcess
import MolecularDesign
import Numerics

/// A campaign file with all that it names found, read and checked. Making one changes nothing.
struct PreparedCampaign {
  let file: CampaignFile
  let calculator: any Calculator
  let calculatorVersion: String
  let corpus: Corpus
  let designer: IterationDesigner
  /// What tells the source models that may serve from others; nil without a library.
  let libraryDigest: String?
  /// How many models of the library are left out, since they saw numbers that this program computes in another way.
  private let unusableModels: Int
  /// What tells the known molecules from others; nil where none are given.
  let knownDigest: String?
  private let paths: CampaignPaths

  init(_ paths: CampaignPaths) async throws(CampaignError) {
    self.paths = paths
    do {
      file = try CampaignFile(path: paths.file)
      calculator = try file.calculator()
      calculatorVersion = try await calculator.version()
      corpus = try file.specification.corpus.read()
      guard corpus.molecules.count >= 2 else {
        throw CampaignError(
          .input,
          "\(paths.file): The corpus leaves \(corpus.molecules.count) molecule to learn from, and a language model needs "
            + "at least 2; give a larger one with 'corpus'.")
      }
      let choice = file.specification.surrogate
      let library = try choice.library.map { try ModelLibrary(path: LibraryPlace.path(of: $0, relativeTo: "")) }
      libraryDigest = try library?.digest(properties: choice.sources)
      unusableModels = try library?.unusableCount(properties: choice.sources) ?? 0
      var specification = file.specification
      specification.filter.known = try specification.knownFiles.knownMolecules()
      knownDigest = specification.filter.known?.digest
      designer = try IterationDesigner(
        specification: specification, corpus: corpus,
        sources: try library?.sourceModels(properties: choice.sources) ?? [])
    } catch {
      // A question to a program that is cut short looks as if the program were not there.
      throw Task.isCancelled ? .interrupted : CampaignError(error)
    }
  }

  /// What a person should know of the corpus and of the calculator's data.
  var notes: [String] {
    var notes = corpus.notes + calculator.notes
    let refused = corpus.refusedLines
    if !refused.isEmpty {
      let shown = refused.prefix(5).map { "line \($0.line): \($0.reason)" }
      let rest = refused.count - shown.count
      notes.append(
        "Lines of the corpus that were left out: \(refused.count). \(shown.joined(separator: "; "))"
          + (rest > 0 ? "; and \(rest) more ('cohobate validate' lists them)." : "."))
    }
    return notes + warnings
  }

  /// What is no error, and may be a mistake all the same.
  var warnings: [String] {
    let (pool, budget) = (designer.poolCount, file.specification.budget.calculations)
    var warnings: [String] = []
    if unusableModels > 0 {
      warnings.append(
        "\(unusableModels) of the library's models saw numbers that this program, or its RDKit, computes in another way, "
          + "and are left out; `cohobate pretrain` trains them anew.")
    }
    if !file.specification.proposesNewMolecules, pool < budget {
      warnings.append(
        "Only \(pool) molecules may be proposed, and the budget has \(budget) calculations: the campaign ends when none is "
          + "left.")
    } else if pool == 0 {
      warnings.append(
        "\(noneAllowed) All proposals have to come from the language model, which has seen none that is allowed.")
    }
    return warnings
  }

  /// How many molecules of the corpus each filter takes out, where the filters before it let them pass.
  var refusals: Refusals { Refusals(designer.refusals) }

  /// That the filters take out the whole corpus, and which takes out most of it.
  private var noneAllowed: String {
    "None of the \(corpus.molecules.count) molecules of the corpus is allowed by 'molecules' (taken out: "
      + "\(refusals.text))."
  }

  /// Refuses a campaign whose filters allow nothing that could be proposed: it would end before it has begun.
  func requireSomethingToPropose() throws(CampaignError) {
    guard try !CampaignError.mapping({ try designer.canBegin() }) else { return }
    let source =
      file.specification.proposesNewMolecules
      ? "The language model gives none either." : "No others may be proposed under 'design.new_molecules: false'."
    throw CampaignError(
      .input, "\(paths.file): \(noneAllowed) \(source) Widen 'molecules', or give another 'corpus'.")
  }

  /// The versions that are recorded with a new campaign.
  var versions: [VersionRecord] {
    [
      VersionRecord(component: "cohobate", version: ProgramVersion.current),
      VersionRecord(component: "rdkit", version: ChemistryVersion.rdkit),
      VersionRecord(component: "openblas", version: NumericsVersion.openBLAS),
      VersionRecord(component: "nlopt", version: OptimizerVersion.nlopt),
      VersionRecord(component: calculator.name, version: calculatorVersion),
      VersionRecord(component: "corpus", version: stableHash(corpus.molecules.map(\.smiles).joined(separator: "\n"))),
    ] + (libraryDigest.map { [VersionRecord(component: "library", version: $0)] } ?? [])
      + (knownDigest.map { [VersionRecord(component: "known molecules", version: $0)] } ?? [])
  }

  func stage(
    executor: LocalExecutor, on machine: Machine, database: String, cache: SharedCache?
  ) -> CalculationStage {
    CalculationStage(
      calculator: calculator, executor: executor, concurrency: machine.jobs,
      workdir: machine.scratch(of: file.specification.name, database: database), keptFolders: machine.keptFolders,
      cache: cache)
  }

  /// Opens the campaign's database, or makes it. One of another campaign, or of a file that said something else, is refused.
  func openRecord(tell: (CampaignEvent) -> Void) throws -> CampaignStore {
    guard try CampaignStore.exists(at: paths.database) else {
      return try CampaignStore.create(
        at: paths.database,
        campaign: CampaignRecord(
          name: file.specification.name, specification: file.text, seed: file.specification.seed, createdAt: Date()),
        versions: versions,
        properties: calculator.properties.map {
          PropertyRecord(name: $0.name, unit: $0.unit, summary: $0.summary, source: $0.source)
        })
    }
    // Asked again under the lock, and before the database is brought up to date.
    let earlier = try requireFitting(tell: tell)
    let store = try CampaignStore.open(at: paths.database)
    try reopenIfAllowed(store, earlier: earlier, tell: tell)
    return store
  }

  /// Refuses a file that is not this campaign's database, and one that would never have any molecule to propose. Asked before the lock is taken, so that nothing is left beside
  /// a file that is not ours.
  func requireFittingRecord() throws {
    guard try CampaignStore.exists(at: paths.database) else { return try requireSomethingToPropose() }
    _ = try requireFitting(tell: { _ in })
  }

  /// What the database was begun with; refused where that is not this campaign file.
  private func requireFitting(tell: (CampaignEvent) -> Void) throws -> Specification {
    let store = try CampaignStore.openUnchanged(at: paths.database)
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
          + "Undo the change, or begin anew with another --database; of the budget, calculations, hits and "
          + "consecutive_failures may change."
      )
    }
    try compareVersions(with: try store.versions(), tell: tell)
    return earlier
  }

  /// Values of two versions of a calculator are not mixed in one record, nor molecules designed from two corpora, nor
  /// identities and conformers made by two versions of RDKit. Another version of this program may go on.
  private func compareVersions(with recorded: [VersionRecord], tell: (CampaignEvent) -> Void) throws(CampaignError) {
    for version in versions {
      guard let earlier = recorded.first(where: { $0.component == version.component }), earlier != version else {
        continue
      }
      switch version.component {
      case "corpus":
        throw CampaignError(
          .input,
          "The corpus has changed since \(paths.database) was begun with it; put the earlier one back, or begin anew "
            + "with another --database.")
      case "library":
        throw CampaignError(
          .input,
          "The source models that may serve have changed since \(paths.database) was begun with them; put the earlier "
            + "library back, or begin anew with another --database.")
      case "known molecules":
        throw CampaignError(
          .input,
          "The known molecules have changed since \(paths.database) was begun with them; put the earlier files back, or "
            + "begin anew with another --database.")
      case calculator.name, "rdkit":
        throw CampaignError(
          .input,
          "\(paths.database) was begun with \(version.component) \(earlier.version), and this machine has "
            + "\(version.version); use that version, or begin anew with another --database.")
      default:
        tell(
          .note(
            "\(paths.database) was begun with \(version.component) \(earlier.version), and this is \(version.version): "
              + "what is designed from here on may differ from what the earlier version had designed."))
      }
    }
  }

  /// A campaign that ended goes on when the ends of its budget were moved; whether it is at its end again is asked anew.
  private func reopenIfAllowed(
    _ store: CampaignStore, earlier: Specification, tell: (CampaignEvent) -> Void
  ) throws {
    let budget = file.specification.budget
    guard budget != earlier.budget else { return }
    try store.reopenCampaign(specification: file.text)
    let failuresMatter = budget.consecutiveFailures != earlier.budget.consecutiveFailures
    tell(
      .note(
        "The budget is now \(budget.text(withFailures: failuresMatter)); "
          + "it was \(earlier.budget.text(withFailures: failuresMatter))."))
  }
}

extension Budget {
  /// Its ends in words, which are what may change.
  fileprivate func text(withFailures: Bool) -> String {
    "\(calculations) calculations" + (hits.map { " or \($0) hits" } ?? "")
      + (withFailures ? " or \(consecutiveFailures) failures in a row" : "")
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
