import Acquisition
import CachedCalculation
import Calculation
import CampaignFile
import Chemistry
import Files
import Foundation
import GaussianProcess
import MolecularDesign
import Numerics
import Reports
import SourceModels
import Stores
import Tables

/// A campaign file with everything needed to design and to calculate: the calculator, the molecules, the source models.
/// Making one changes nothing, and trains no language model.
struct PreparedCampaign {
  let file: CampaignFile
  let calculator: any Calculator
  let calculatorVersion: String
  /// What calculates candidates before a batch is chosen; nil for no screen, or if nothing is learnt.
  let screen: ExtraCalculator?
  /// What calculates hits again; nil if they count at once.
  let confirm: ExtraCalculator?
  let molecules: CampaignMolecules
  let designer: IterationDesigner
  /// Identifies the source models that serve; nil if none do.
  let libraryDigest: String?
  /// A warning that models of the library are left out.
  private let libraryWarning: String?
  /// What the built-in library has of the objectives' properties.
  private let libraryKnowledge: [LibraryKnowledge]
  /// Identifies the known molecules; nil if none are given.
  let knownDigest: String?

  /// - Parameters:
  ///   - executor: Where the calculator's program is asked for its version.
  ///   - tell: Called with the progress of making what takes long: the built-in repeat units, the index of a large pool.
  init(
    _ file: CampaignFile, on executor: any Executor, tell: (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) {
    self.file = file
    do {
      calculator = try file.calculator()
      calculatorVersion = try await calculator.version(on: executor)
      let own = calculator
      screen =
        file.specification.policy == .surrogate
        ? try await ExtraCalculator(file.screenCalculator(beside: own), on: executor) : nil
      confirm = try await ExtraCalculator(file.confirmingCalculator(beside: own), on: executor)
      var specification = file.specification
      specification.filter.known = try specification.knownFiles.knownMolecules(
        areFormulas: specification.kind == .composition)
      knownDigest = specification.filter.known?.digest
      if specification.needsBuiltInRepeatUnits { tell(.preparing("making repeat units from the built-in corpus")) }
      molecules = try CampaignMolecules(specification) { tell(.indexing($0)) }
      if let corpus = molecules.corpus, corpus.molecules.count < 2 {
        throw CampaignError(
          .input,
          "\(file.path): The corpus has only \(counted(corpus.molecules.count, specification.kind.singular)) to learn from, but a language model needs "
            + "at least 2; give a larger one with 'corpus'.")
      }
      let sources = try CampaignSources(file)
      (libraryDigest, libraryWarning) = (sources.digest, sources.warning)
      libraryKnowledge = try LibraryKnowledge.list(
        file.specification, among: molecules.pool.molecules?.map(\.smiles), version: sources.digest)
      designer = try IterationDesigner(
        specification: specification, molecules: molecules, sources: sources.models)
    } catch {
      // An interrupted query of a program's version looks like a missing program.
      throw Task.isCancelled ? .interrupted : CampaignError(error)
    }
  }

  /// A campaign of which all parts are made, without known molecules, a screen or confirmations.
  ///
  /// - Parameter libraryDigest: Identifies the source models of the designer; nil without a library.
  init(
    _ file: CampaignFile, calculator: any Calculator, version: String, molecules: CampaignMolecules,
    designer: IterationDesigner, libraryDigest: String?
  ) {
    (self.file, self.calculator, calculatorVersion) = (file, calculator, version)
    (self.molecules, self.designer, self.libraryDigest) = (molecules, designer, libraryDigest)
    (screen, confirm) = (nil, nil)
    (libraryWarning, libraryKnowledge, knownDigest) = (nil, [], nil)
  }

  private var kind: MaterialKind { file.specification.kind }

  /// Notes for the user on the molecules and the calculator's data.
  var notes: [String] {
    molecules.notes + calculator.notes + extras.flatMap(\.calculator.notes) + molecules.notesOnLeftOutLines
      + libraryKnowledge.map { $0.text("molecules of the \(molecules.poolKey)") } + warnings
  }

  /// The calculators beside the campaign's own.
  private var extras: [ExtraCalculator] { [screen, confirm].compactMap(\.self) }

  /// Warnings: valid settings that are probably unintended.
  var warnings: [String] {
    let (pool, budget) = (designer.poolCount, file.specification.budget.calculations)
    var warnings = [libraryWarning, hydrogenHint].compactMap(\.self)
    warnings += [keysWarning, screenWarning, referenceWarning, electronsWarning, valuesWarning, expressionWarning]
      .compactMap(\.self)
    if !file.specification.proposesNewMolecules, pool < budget {
      warnings.append(
        "Only \(counted(pool, kind.singular)) may be proposed, and the budget has \(budget) calculations: the campaign ends when none is "
          + "left.")
    } else if pool == 0 {
      warnings.append(
        "\(noneAllowed) All proposals have to come from "
          + (kind == .composition ? "substitutions." : "the language model, which has seen none that is allowed."))
    }
    let goals = file.specification.objectives.filter(\.isGoal)
    if goals.count > GoalFront.goalCounts.upperBound, file.specification.policy == .surrogate {
      warnings.append(
        "\(goals.map(\.name).joined(separator: " and ")) are \(goals.count) goals without windows, which are too many for a "
          + "front: a molecule is preferred by the probability that it is better than the best so far in each of them at once. "
          + "Give all but \(GoalFront.goalCounts.upperBound) of them a window.")
    }
    return warnings
  }

  /// The number of molecules of the pool that each filter rejects, among those that pass the filters before it.
  var refusals: RejectionCounts { RejectionCounts(designer.refusals) }

  /// A warning that names the stated keys without effect; nil if there are none.
  private var keysWarning: String? {
    let keys = file.keysWithoutEffect.map { "'\($0)'" }
    guard let last = keys.last else { return nil }
    let names = keys.count == 1 ? last : "\(keys.dropLast().joined(separator: ", ")) and \(last)"
    return
      "\(names) \(keys.count == 1 ? "has" : "have") no effect, because no molecules are invented; remove "
      + "\(keys.count == 1 ? "it" : "them"), or state 'new_molecules: true' under 'design'."
  }

  /// A warning that a screen has no effect because nothing is learnt, or that it may calculate more candidates than there
  /// are; nil without a screen, or if it can do what it says.
  private var screenWarning: String? {
    guard let screen = file.specification.screen else { return nil }
    if file.specification.policy == .random {
      return "'screen' has no effect under 'policy: random', which learns nothing; remove it."
    }
    let candidates = file.specification.candidates
    guard screen.molecules > candidates else { return nil }
    return
      "'screen.molecules' is \(screen.molecules), but an iteration has at most \(candidates) candidates, and no more are "
      + "screened; lower it, or raise 'design.candidates'."
  }

  /// A warning that a stated reference has no effect because the goals have no front; nil if none is stated, or if they
  /// have one.
  private var referenceWarning: String? {
    let objectives = file.specification.objectives
    guard objectives.frontPlaces.isEmpty, let stated = objectives.first(where: { $0.reference != nil }) else {
      return nil
    }
    let counts = GoalFront.goalCounts
    return
      "The 'reference' of \(stated.name) has no effect: only \(counts.lowerBound) to \(counts.upperBound) objectives that are "
      + "maxima or minima have a reference point. Leave it out."
  }

  /// A warning that some molecules that may be proposed cannot have the stated number of unpaired electrons; nil if all
  /// can, if they are too many to be in memory, or if they are repeat units, which have no number of electrons.
  private var electronsWarning: String? {
    let choice = file.specification.calculator
    guard file.specification.kind == .molecule else { return nil }
    var reader = SettingsReader(choice.settings, of: choice.name)
    guard let stated = try? reader.statedElectrons(), let unpaired = stated.unpaired else { return nil }
    guard let allowed = designer.poolMolecules else { return nil }
    let count = concurrentMap(allowed.count) { stated.arePossible(in: allowed[$0]) ? 0 : 1 }.reduce(0, +)
    guard count > 0 else { return nil }
    return
      "'calculator.unpaired' is \(unpaired), which \(count) of the \(allowed.count) allowed molecules of the "
      + "\(molecules.poolKey) cannot have: an even number of electrons has an even number of unpaired ones, and an odd "
      + "number an odd one. Their calculations would fail; remove 'unpaired', or state the 'charge' that you mean."
  }

  /// A warning that a table has no values of some molecules of the pool; nil if it has all, if they are too many to be in
  /// memory, or if molecules are invented, of which a table has few.
  private var valuesWarning: String? {
    guard !file.specification.proposesNewMolecules, let table = calculator as? TableCalculator else { return nil }
    guard let allowed = designer.poolMolecules else { return nil }
    let count = allowed.count { !table.hasValues(of: $0) }
    guard count > 0 else { return nil }
    return
      "The table of 'program: table' has no values of \(count) of the \(allowed.count) allowed \(kind.plural) of the "
      + "\(molecules.poolKey): their calculations would fail. Take them out of the \(molecules.poolKey), or fill in the table."
  }

  /// A warning that an expression of the objectives has no finite value for any molecule of the table; nil if each has one
  /// or there is no table.
  private var expressionWarning: String? {
    guard let table = calculator as? TableCalculator else { return nil }
    for objective in file.specification.objectives where !objective.expression.isProperty {
      let known = table.results.values.filter { result in
        objective.properties.allSatisfy { result.values[$0] != nil }
      }
      guard !known.isEmpty, known.allSatisfy({ objective.value(in: $0.values)?.isFinite != true }) else { continue }
      return
        "The expression '\(objective.name)' has no finite value for any of the \(counted(known.count, "known \(kind.singular)")), so "
        + "no \(kind.singular) meets its objective; give one that has."
    }
    return nil
  }

  /// A hint for a list of elements without hydrogen, which nearly every molecule has; nil if the list has H, there is no
  /// list, or the candidates are compositions, of which few have any.
  private var hydrogenHint: String? {
    guard kind != .composition, let elements = file.specification.filter.allowedElements, !elements.contains("H") else {
      return nil
    }
    return "'molecules.elements' does not name H, so no \(kind.singular) with hydrogen is allowed; add H to the list."
  }

  /// States that the filters reject the whole pool, and which rejects most of it.
  private var noneAllowed: String {
    "None of the \(molecules.pool.count) \(kind.plural) of the \(molecules.poolKey) is allowed by 'molecules' (rejected: "
      + "\(refusals.text))."
  }

  /// Throws if a new campaign must not begin.
  ///
  /// - Parameter tell: Called before what may take long.
  func requireSoundBeginning(tell: (CampaignEvent) -> Void = { _ in }) throws(CampaignError) {
    do {
      try file.requireRoomForLearning()
    } catch {
      throw CampaignError(error)
    }
    try requireSomethingToPropose(tell: tell)
  }

  /// Throws if the campaign's filters allow nothing that could be proposed: it would end before it begins.
  private func requireSomethingToPropose(tell: (CampaignEvent) -> Void) throws(CampaignError) {
    if let draws = designer.drawsBeforeBeginning {
      tell(
        .preparing(
          "no \(kind.singular) of the \(molecules.poolKey) is allowed: drawing others from \(draws.source), at most \(draws.atMost)"
        ))
    }
    guard try !CampaignError.mapping({ try designer.canBegin() }) else { return }
    let source =
      if file.specification.proposesNewMolecules {
        kind == .composition
          ? "None that substitutions give is allowed either."
          : "No string drawn from the language model is allowed either."
      } else if file.specification.pool != nil {
        "No others may be proposed: the campaign has a 'pool' and invents none."
      } else {
        "No others may be proposed under 'design.new_molecules: false'."
      }
    throw CampaignError(
      .input,
      "\(file.path): \(noneAllowed) \(source) "
        + (hydrogenHint ?? "Widen 'molecules', or give another '\(molecules.poolKey)'."))
  }

  /// Makes what the next design will need, so that an error is known before anything is recorded. A campaign that has
  /// ended, or that has molecules to calculate first, designs nothing now.
  ///
  /// - Parameter tell: Called before what may take long.
  func makeReady(for paths: CampaignPaths, tell: (CampaignEvent) -> Void) throws(CampaignError) {
    if try CampaignError.mapping({ try CampaignStore.exists(at: paths.database) }) {
      // A record that cannot be read yet, such as one of an old version, is opened later.
      guard let store = try? CampaignStore.openReadOnly(at: paths.database),
        let pending = try? store.pendingCalculations(), pending.isEmpty,
        let campaign = try? store.campaign(), campaign.end == nil || campaign.specification != file.text
      else { return }
    } else {
      try requireSoundBeginning(tell: tell)
    }
    try CampaignError.mapping { try designer.makeReady() }
  }

  /// The versions that are recorded from the next iteration on.
  var versions: [VersionRecord] {
    [
      VersionRecord(component: "cohobate", version: CohobateVersion.current),
      VersionRecord(component: "rdkit", version: ChemistryVersion.rdkit),
      VersionRecord(component: "openblas", version: NumericsVersion.openBLAS),
      VersionRecord(component: "nlopt", version: OptimizerVersion.nlopt),
      VersionRecord(component: calculator.name, version: calculatorVersion),
    ]
      + [("screen", screen), ("confirm", confirm)].compactMap { role, extra in
        extra.map { VersionRecord(component: role, version: "\($0.calculator.name) \($0.version)") }
      } + molecules.versions + (libraryDigest.map { [VersionRecord(component: "library", version: $0)] } ?? [])
      + (knownDigest.map { [VersionRecord(component: "known molecules", version: $0)] } ?? [])
  }

  /// The current protocol and versions, in the form of the record.
  var protocolEntry: ProtocolEntry {
    ProtocolEntry(
      calculator.calculationProtocol, programVersion: calculatorVersion, rdkitVersion: ChemistryVersion.rdkit)
  }

  /// The stages of the screen and of the confirmations, each in a folder of its own within the campaign's scratch.
  func extraStages(
    on resources: ComputeResources, database: String
  ) throws(CampaignError) -> [ExtraRole: CalculationStage] {
    var stages: [ExtraRole: CalculationStage] = [:]
    for (role, extra) in [(ExtraRole.screen, screen), (.confirm, confirm)] {
      guard let extra else { continue }
      stages[role] = CalculationStage(
        calculator: extra.calculator, executor: resources.executor, concurrency: resources.jobs,
        workdir: "\(resources.scratch(of: file.specification.name, database: database))/\(role.rawValue)",
        folderRetention: resources.folderRetention,
        cache: try SharedCache(file: resources.cache, calculator: extra.calculator, version: extra.version))
    }
    return stages
  }

  func stage(on resources: ComputeResources, database: String, cache: SharedCache?) -> CalculationStage {
    CalculationStage(
      calculator: calculator, executor: resources.executor, concurrency: resources.jobs,
      workdir: resources.scratch(of: file.specification.name, database: database),
      folderRetention: resources.folderRetention,
      cache: cache)
  }
}
