import Acquisition
import CachedCalculation
public import Calculation
public import CampaignFile
import Chemistry
public import Files
import MolecularDesign
import Tables

/// A summary of a campaign file, after everything that it names was found.
public struct ValidationReport: Encodable, Sendable {
  /// The campaign's name.
  public let name: String
  /// The objectives, in words.
  public let objectives: [String]
  /// The calculator, its version and its protocol.
  public let calculator: String
  /// The screen, likewise, and how many candidates it may calculate in an iteration; nil without one.
  public let screen: String?
  /// What confirms hits, likewise; nil if they count at once.
  public let confirm: String?
  /// Molecules of the corpus that were read; nil if a pool makes it needless.
  public let corpus: Int?
  /// Molecules of the pool that were read; nil without a pool.
  public let pool: Int?
  /// Molecules of the pool, or else of the corpus, that the filters allow to be proposed.
  public let allowed: Int
  /// The number of these molecules that the filters reject, by key of `molecules`: each counts for the first filter that
  /// rejects it.
  public let refusals: [String: Int]
  /// The number of these molecules with unspecified stereocentres or double bonds; nil if the calculator does
  /// not choose isomers, or if the pool is large.
  public let openStereochemistry: Int?
  /// The number of allowed molecules of the pool that have the features of another one, so that the surrogate cannot
  /// tell them apart; nil if molecules are invented, or none is chosen by a surrogate, or if they are not
  /// counted (``countsIndistinguishable(among:budget:)``).
  public let indistinguishable: Int?
  /// Warnings: valid settings that are probably unintended, a sentence or two each.
  public let warnings: [String]
  /// The number of lines of the pool and of the corpus that were left out.
  public let refusedLineCount: Int
  /// These lines; of a large pool the first ones.
  public let refusedLines: [LeftOutLine]
  /// The budget of calculations.
  public let calculations: Int
  /// The end by what a batch is expected to bring, as the campaign file states it: `gain < 0.1`; nil without one.
  public let until: String?

  private let refusalText: String
  private let kind: MaterialKind

  private enum CodingKeys: CodingKey {
    case name, objectives, calculator, screen, confirm, corpus, pool, allowed, refusals, openStereochemistry,
      indistinguishable,
      warnings,
      refusedLineCount, refusedLines, calculations, until
  }

  /// Reads and checks a campaign file and everything that it names, and changes nothing. The executor is where the
  /// calculator's program is asked for its version; `tell` is called with the progress of making the index of a large pool.
  /// - Throws: `CampaignError` of kind `.input`, also if its filters allow nothing that could be proposed.
  public init(
    of paths: CampaignPaths, on executor: any Executor = Executors.makeUsual(),
    tell: (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) {
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    let prepared = try await PreparedCampaign(file, on: executor, tell: tell)
    try prepared.requireSoundBeginning(tell: tell)
    let specification = prepared.file.specification
    let units = Dictionary(uniqueKeysWithValues: prepared.calculator.properties.map { ($0.name, $0.unit) })
    (name, kind) = (specification.name, specification.kind)
    objectives = specification.objectives.texts(units: units)
    calculator =
      "\(prepared.calculator.name) \(prepared.calculatorVersion): \(prepared.calculator.calculationProtocol.summary)"
    screen = prepared.screen.map {
      "\($0.summary), \(specification.screen?.molecules ?? 0) candidates in each iteration"
    }
    confirm = prepared.confirm?.summary
    let molecules = prepared.molecules
    let hasPool = specification.pool != nil
    corpus = hasPool ? molecules.corpus?.molecules.count : molecules.pool.count
    pool = hasPool ? molecules.pool.count : nil
    allowed = prepared.designer.poolCount
    refusals = prepared.refusals.counts
    refusalText = prepared.refusals.text
    let embeds = prepared.calculator.calculationProtocol.steps.contains { $0.name == "embed" }
    // The centres of a repeat unit are those of its chains, whose tacticity the protocol states.
    openStereochemistry =
      embeds && specification.kind == .molecule ? Self.openStereochemistryCount(in: molecules.pool) : nil
    let isChosenFromPool = !specification.proposesNewMolecules && specification.policy == .surrogate
    let isCounted =
      isChosenFromPool
      && Self.countsIndistinguishable(among: allowed, budget: specification.budget.calculations)
    let twins = try CampaignError.mapping { isCounted ? try prepared.designer.indistinguishableCount() : nil }
    indistinguishable = twins
    let twinsWarning = Self.warning(
      indistinguishable: twins ?? 0, of: allowed, inThe: molecules.poolKey, budget: specification.budget.calculations)
    warnings =
      molecules.notes + prepared.calculator.notes + prepared.warnings + [twinsWarning].compactMap(\.self)
    refusedLineCount = molecules.lists.reduce(0) { $0 + $1.list.refusedLineCount }
    refusedLines = molecules.lists.flatMap { key, list in list.refusedLines.map { LeftOutLine($0, of: key) } }
    calculations = specification.budget.calculations
    until = specification.budget.until
  }

  /// Whether indistinguishable molecules are counted: in pools of up to 5,000 molecules, and where the budget is more than
  /// a quarter of the pool. The features of a larger pool take longer than all else, and a small budget does not use it up.
  package static func countsIndistinguishable(among allowed: Int, budget: Int) -> Bool {
    allowed <= 5000 || 4 * budget > allowed
  }

  /// A warning that a pool may not fill the budget because the surrogate cannot tell molecules apart; nil if it can.
  private static func warning(
    indistinguishable count: Int, of allowed: Int, inThe list: String, budget: Int
  ) -> String? {
    guard count > 0, allowed - count < budget else { return nil }
    return
      "The surrogate cannot tell \(count) of the \(allowed) allowed molecules of the \(list) from others of it, such as "
      + "stereoisomers, and once it has learnt from one of them it proposes none of the others: the campaign may end "
      + "before its \(budget) calculations are made. No representation of 'surrogate.model' sees stereochemistry; "
      + "'policy: random' proposes all molecules."
  }

  private static func openStereochemistryCount(in pool: PoolList) -> Int? {
    guard case .listed(let list) = pool else { return nil }
    let molecules = list.molecules
    return concurrentMap(molecules.count) { index in
      guard let open = try? molecules[index].openStereochemistry() else { return 0 }
      return open.centres + open.doubleBonds > 0 ? 1 : 0
    }.reduce(0, +)
  }

  /// The lists of molecules; the filters are told of where molecules may be chosen as they are.
  private var moleculeLines: [String] {
    let allowed =
      "\(allowed) of them allowed by 'molecules'" + (refusalText.isEmpty ? "" : " (rejected: \(refusalText))")
    guard let pool else { return ["  corpus      \(counted(corpus ?? 0, kind.singular)), \(allowed)"] }
    return ["  pool        \(counted(pool, kind.singular)), \(allowed)"]
      + (corpus.map { ["  corpus      \(counted($0, kind.singular)), for the language model"] } ?? [])
  }

  private var stereochemistryLines: [String] {
    guard let openStereochemistry, openStereochemistry > 0 else { return [] }
    return [
      "  isomers     \(openStereochemistry) molecules of the \(pool == nil ? "corpus" : "pool") leave stereocentres or double bonds open: their isomers share the "
        + "conformers, each has at least one, and the stablest gives the values"
    ]
  }

  private var indistinguishableLines: [String] {
    guard let indistinguishable, indistinguishable > 0 else { return [] }
    return [
      "  same        \(indistinguishable) of the allowed \(kind.plural) have the features of another one, as stereoisomers have: "
        + "once the surrogate has learnt from one of them, it proposes none of the others"
    ]
  }

  /// The report for people.
  public var lines: [String] {
    [
      "\(name): \(objectives.joined(separator: " and "))",
      "  calculator  \(calculator)",
    ] + (screen.map { ["  screen      \($0)"] } ?? []) + (confirm.map { ["  confirm     \($0)"] } ?? [])
      + moleculeLines + stereochemistryLines + indistinguishableLines + [
        "  budget      \(calculations) calculations" + (until.map { ", until \($0)" } ?? "")
      ]
      + refusedLines.map { "  \($0.list) line \($0.line) was left out: \($0.reason)" }
      + (refusedLineCount > refusedLines.count
        ? ["  and \(refusedLineCount - refusedLines.count) more lines were left out"] : [])
      + warnings.map { "  warning: \($0)" }
      + ["The campaign file is in order\(warnings.isEmpty ? "" : ", apart from the warnings")."]
  }
}

/// A line of a list of molecules that was left out.
public struct LeftOutLine: Encodable, Sendable, Hashable {
  /// The key of the campaign file that names the list: `pool` or `corpus`.
  public let list: String
  /// The line number, from 1; for a CSV row of several lines, the first.
  public let line: Int
  /// The text in the place of the SMILES.
  public let text: String
  /// Why it was left out.
  public let reason: String

  init(_ rejected: RejectedLine, of list: String) {
    (self.list, line, text, reason) = (list, rejected.line, rejected.text, rejected.reason)
  }
}
