import Acquisition
import Calculation
import CampaignFile
import Chemistry
import Files
import Prediction
import Reports
import Stores

/// An open campaign with everything needed to design iterations and to calculate.
struct DesigningCampaign {
  let campaign: OpenCampaign
  let prepared: PreparedCampaign
  /// Whether the candidates that are passed over are left out of the record, which nobody inspects then.
  private let recordsOnlyBatch: Bool
  private let reader: HistoryReader
  /// The candidates of an iteration whose screen is running or has ended.
  private let screening = Screening()
  private let waiting = WaitingDesign()

  private var store: CampaignStore { campaign.store }
  private var tell: @Sendable (CampaignEvent) -> Void { campaign.tell }

  /// Opens a campaign to design its iterations: records the versions that are used from the next iteration on, and the
  /// protocol for the pending calculations. A campaign that ended because no molecule was found is reopened and looks
  /// for others.
  ///
  /// - Throws: `CampaignError` of kind `.input`, before anything is written, if the calculator gives a property in
  ///   another unit than before.
  init(_ campaign: OpenCampaign, _ prepared: PreparedCampaign, recordsOnlyBatch: Bool = false) throws {
    (self.campaign, self.prepared, self.recordsOnlyBatch) = (campaign, prepared, recordsOnlyBatch)
    reader = HistoryReader(
      campaign.store, calculator: prepared.file.specification.calculator.name, current: prepared.protocolEntry,
      features: prepared.designer.features)
    let properties = prepared.calculator.properties.map(PropertyRecord.init)
    let known = Dictionary(firstOf: try store.properties().map { ($0.name, $0.unit) })
    for property in properties {
      guard let unit = known[property.name], unit != property.unit else { continue }
      throw CampaignError(
        .input,
        "The record has \(property.name) in '\(unit)', but '\(prepared.calculator.name)' gives it in '\(property.unit)'; give "
          + "the property another name, or start over with another --database.")
    }
    for note in prepared.notes { tell(.note(note)) }
    try store.recordProperties(properties)
    try recordVersions()
    try tellOfOtherProtocols()
    for (role, extra) in [(ExtraRole.screen, prepared.screen), (.confirm, prepared.confirm)] {
      let count = try store.abandonOthers(role, than: extra?.calculator.name, protocol: extra?.protocolEntry)
      if count > 0 { tell(.note(Screening.noteOfAbandoning(role, count: count, isUsed: extra != nil))) }
    }
    if try store.campaign().end?.reason == .tooNarrow { try store.reopenCampaign() }
  }

  /// Records the versions, and reports which have changed.
  private func recordVersions() throws {
    let before = Dictionary(firstOf: try store.versions().map { ($0.component, $0.version) })
    try store.recordVersions(prepared.versions)
    // A version that is recorded for the first time has not changed.
    let changed = prepared.versions.filter { version in before[version.component].map { $0 != version.version } == true
    }
    guard !changed.isEmpty else { return }
    if try store.campaign().end != nil { try store.reopenCampaign() }
    let iteration = try store.iterationRecords().count
    let list = changed.map { "\($0.component) \(before[$0.component] ?? "") → \($0.version)" }
    tell(.note("Changed from iteration \(iteration) on: \(list.joined(separator: "; "))."))
  }

  /// Reports how many calculations the surrogate does not learn from, and records how the pending ones will be
  /// calculated.
  private func tellOfOtherProtocols() throws {
    let name = prepared.calculator.name
    try store.retargetPending(calculator: name, protocol: prepared.protocolEntry)
    let comparable = try ComparableCalculations(store, calculator: name, current: prepared.protocolEntry)
    let others = try store.calculations().count { details in
      [.succeeded, .failed].contains(details.calculation.state) && !comparable.contains(details.calculation)
    }
    guard others > 0 else { return }
    tell(
      .note(
        "\(others) \(others == 1 ? "calculation was" : "calculations were") made by another program, version or protocol than is "
          + "used now: \(others == 1 ? "it is" : "they are") kept but not used by the surrogate, and the molecules may be calculated "
          + "again."))
  }

  /// The history in the record.
  func history() throws -> History { try reader.history() }

  /// What programs are to do next; iterations are designed as needed. Nil if the campaign has ended.
  func nextWork() throws -> CampaignWork? {
    while true {
      try Task.checkCancellation()
      switch try nextStep() {
      case .calculating(let iteration): return .calculating(iteration: iteration)
      case .confirming(let iteration): return .confirming(iteration: iteration)
      case .ended: return nil
      case .designing(let history):
        if let iteration = try screen(history: history) { return .screening(iteration: iteration) }
        try designNext(history)
      }
    }
  }

  /// The iteration whose calculations are pending, designed now if there is none; nil if the campaign has ended. For a
  /// campaign without a screen and without confirmations.
  func pendingIteration() throws -> Int? {
    guard case .calculating(let iteration)? = try nextWork() else { return nil }
    return iteration
  }

  private func nextStep() throws -> OpenCampaign.NextStep {
    try campaign.nextStep(
      current: prepared.protocolEntry, confirming: prepared.confirm?.protocolEntry, history: history,
      ahead: historyAhead)
  }

  /// Whether the next iteration can be designed before the calculations that are running have ended.
  func canDesignAhead() throws -> Bool {
    guard prepared.file.specification.budget.ahead > 0 else { return false }
    let open = try store.pendingCalculations().map(\.calculation.id)
    return try !open.isEmpty && !waiting.isNoted(at: store.iterationRecords().count)
      && Set(open).isSubset(of: unknownOutcomes())
  }

  /// Designs the next iteration while calculations are running, unless the decision needs their outcomes.
  func designAhead() throws {
    if let history = try historyAhead() {
      try designNext(history)
    } else {
      waiting.note(iteration: try store.iterationRecords().count)
    }
  }

  private func designNext(_ history: History) throws {
    let iteration = try store.iterationRecords().count
    if try !design(history: history) { waiting.note(iteration: iteration) }
  }

  /// The calculations whose outcomes the next design does not know: the last `budget.ahead` in the order in which they are
  /// started. An outcome that an earlier design knew stays known.
  private func unknownOutcomes() throws -> Set<Int> {
    let told = try store.toldIterations()
    guard let last = try store.iterationRecords().last(where: { !told.contains($0.number) }) else { return [] }
    let earlier = try last.pending.min().map { try store.calculations(from: $0) } ?? []
    let places = try
      (store.calculations(iteration: last.number)
      + earlier.filter { last.pending.contains($0.calculation.id) })
      .filter { ![.withdrawn, .declined].contains($0.calculation.state) }
      .map {
        try StartPlace(
          iteration: $0.calculation.iteration, number: $0.calculation.id, Molecule(recorded: $0.molecule.smiles))
      }
    return Set(places.sorted().suffix(prepared.file.specification.budget.ahead).map(\.number))
  }

  /// What the next design knows where it does not wait for all outcomes. Nil if it does: an end of the campaign is decided with all.
  private func historyAhead() throws -> History? {
    let budget = prepared.file.specification.budget
    guard budget.ahead > 0, try !waiting.isNoted(at: store.iterationRecords().count) else { return nil }
    let unknown = try unknownOutcomes()
    guard !unknown.isEmpty else { return nil }
    let history = try reader.history(hiding: unknown)
    guard history.chosen.count + history.pending.count < budget.calculations,
      Set(history.pending.map(\.calculation)).isSubset(of: unknown),
      StopRule(budget: budget).reasonToEnd(
        ended: history.chosen.count, successes: history.successes,
        hits: history.hits(prepared.file.specification.objectives)) == nil
    else { return nil }
    return history
  }

  /// The iteration before whose design molecules are to be screened, decided now unless it is; nil if none are.
  private func screen(history: History) throws -> Int? {
    guard let screen = prepared.screen, let choice = prepared.file.specification.screen else { return nil }
    let iteration = try store.iterationRecords().count
    if let pending = try pendingScreen() { return pending }
    // An earlier run may have decided on another screen before this iteration, whose values are not used.
    guard prepared.designer.isBySurrogate(iteration: iteration, history: history),
      try store.screen(before: iteration, by: screen) == nil
    else { return nil }
    let (name, entry) = (screen.calculator.name, screen.protocolEntry)
    let known = try screened(before: iteration)
    let weight = try store.weight(of: screen) ?? (prepared.designer.cannotFit(known) ? 0 : nil)
    if let weight, weight < Screening.leastWeight {
      try store.recordScreen(
        iteration: iteration, calculator: name, protocol: entry, moleculeLimit: choice.molecules, isDropped: true,
        weight: weight)
      tell(.note(Screening.noteOfDropping(name, iteration: iteration, weight: weight)))
      return nil
    }
    tell(.designing(iteration: iteration))
    guard
      let found = try prepared.designer.screening(
        iteration: iteration, history: history, record: ModelRecord(store.fittedWays()),
        references: ReferenceRecord(store.referencePoints()), earlier: store.latestCandidates(),
        screened: known, limit: choice.molecules)
    else { return nil }
    try Task.checkCancellation()
    screening.keep(found.proposals)
    try store.recordScreen(
      iteration: iteration, calculator: name, protocol: entry, moleculeLimit: choice.molecules, weight: weight,
      molecules: found.molecules.map(MoleculeEntry.init))
    return try pendingScreen()
  }

  /// The iteration before which molecules are being screened; nil if none are.
  private func pendingScreen() throws -> Int? {
    let calculations = try store.extraCalculations(.screen).map(\.calculation)
    return calculations.first { $0.state == .pending }?.iteration
  }

  /// What the screen has given, before an iteration or in all.
  private func screened(before iteration: Int? = nil) throws -> ScreenedValues {
    guard let screen = prepared.screen else { return .none }
    return try ScreenedValues(
      store, calculator: screen.calculator.name, current: screen.protocolEntry, before: iteration,
      features: prepared.designer.features)
  }

  /// Designs an iteration of `count` molecules, also while others are pending.
  ///
  /// - Throws: `CampaignError`, with nothing recorded, if the budget has no room, or if no further molecule is found
  ///   while others are pending.
  /// - Returns: its number; nil if the campaign has ended.
  func designFurther(count: Int) throws -> Int? {
    if case .ended = try nextStep() { return nil }
    let history = try history()
    let budget = prepared.file.specification.budget.calculations
    let left = budget - history.chosen.count - history.pending.count
    guard left > 0 else {
      throw CampaignError(
        .input,
        "The budget has \(budget) calculations, \(history.chosen.count) of them done and \(history.pending.count) pending: no "
          + "further molecule is left. Raise budget.calculations.")
    }
    let iteration = try store.iterationRecords().count
    try design(history: history, count: count)
    return iteration
  }

  /// What can be done where only molecules are left that the surrogate cannot tell from others.
  private static let adviceOnIndistinguishable =
    "the surrogate cannot tell the indistinguishable ones from molecules that were calculated. No representation of "
    + "'surrogate.model' sees stereochemistry, so stereoisomers are taken as one; other molecules may be told apart by "
    + "adding a term such as minmax(atom-pairs-2048). 'policy: random' proposes them all, and 'cohobate calculate' "
    + "calculates single ones."

  /// Design and acquire: chooses the next batch and records it with everything that was considered.
  ///
  /// - Parameter count: The number of molecules wanted; nil for the number that the budget allows.
  /// - Returns: Whether it is decided. It is not, and nothing is recorded, if the campaign might end although outcomes are unknown.
  @discardableResult
  func design(history: History, count: Int? = nil) throws -> Bool {
    let iteration = try store.iterationRecords().count
    let proposals = try proposals(of: iteration, history: history)
    let plan = try prepared.designer.plan(
      iteration: iteration, history: history, count: count, record: ModelRecord(store.fittedWays()),
      references: ReferenceRecord(store.referencePoints()), earlier: store.latestCandidates(),
      screened: try screened(), proposals: proposals)
    try Task.checkCancellation()
    let rejections = plan.rejections.isEmpty ? "" : " (rejected: \(plan.rejections))"
    guard !plan.batch.isEmpty || history.pending.isEmpty else {
      guard count != nil else { return false }
      // A campaign that has ended accepts no outcomes, and some are still pending.
      let count = history.pending.count
      throw CampaignError(
        .input,
        "No further molecule was found\(rejections), and \(count) \(count == 1 ? "is" : "are") pending; wait for their outcomes, or "
          + "widen 'molecules'.")
    }
    var end: (EndReason, String)?
    switch plan.lack {
    case .exhausted:
      try store.endCampaign(
        .exhausted,
        message: "No molecule is left that may be proposed\(rejections); "
          + (plan.indistinguishableCount > 0
            ? Self.adviceOnIndistinguishable
            : "widen 'molecules' or give a larger \(prepared.molecules.poolKey)."))
      return true
    case .notFound(let strings):
      end = (
        .tooNarrow,
        "No new molecule that is allowed was found among \(strings) strings\(rejections). Run again to look among others; widen "
          + "'molecules', or give a corpus that has such molecules."
      )
    case nil: break
    }
    let gain = plan.expectedGain.map {
      ExpectedGainReport(
        $0, objectives: prepared.file.specification.objectives,
        units: Dictionary(firstOf: prepared.calculator.properties.map { ($0.name, $0.unit) }))
    }
    // A batch whose size a person states is wanted whatever it brings: a small one is expected to bring little.
    if count == nil,
      let (reason, message) = StopRule(budget: prepared.file.specification.budget)
        .reasonToEnd(
          expecting: gain, of: plan.batch.count,
          isBelowReference: plan.exceedsReference == false && plan.references.contains(where: \.isStated))
    {
      guard history.pending.isEmpty else { return false }
      try store.endCampaign(reason, message: message)
      return true
    }
    try store.recordDesign(
      plan.record, fits: plan.fits, leaveOneOut: plan.leaveOneOut, transfers: plan.transfers, success: plan.success,
      expectedGain: plan.expectedGain.map { ExpectedGainRecord($0, iteration: iteration) }, references: plan.references,
      steps: plan.steps,
      refusals: plan.refusals, preselection: plan.preselection,
      candidates: recordsOnlyBatch ? plan.batch : plan.candidates, listings: recordsOnlyBatch ? [] : plan.listings,
      calculator: prepared.calculator.name,
      protocol: prepared.protocolEntry, end: end)
    let widenings = plan.record.widenings
    if widenings > 0 {
      tell(
        .note(
          "Even the best molecule had less than one chance in 10²¹ of meeting the objectives; the designer widened their windows "
            + "\(widenings) \(widenings == 1 ? "time" : "times"), as 'design.widen' allows."))
    }
    if plan.exceedsReference == false {
      let values = plan.references.map { "\($0.objective) \($0.value)" }.joined(separator: ", ")
      tell(
        .note(
          "No known molecule exceeds the reference point (\(values)) in all goals; iteration \(iteration) looks for the first one. "
            + "A worse 'reference' lets the known ones count."))
    }
    if !plan.unfittedScreens.isEmpty {
      tell(.note(Screening.noteOfUnfitted(plan.unfittedScreens, iteration: iteration)))
    }
    if let preselection = plan.preselection { tell(.note(PreselectionReport(preselection).text)) }
    if !plan.batch.isEmpty, plan.batch.count < plan.wantedCount {
      tell(
        .note(
          "Iteration \(iteration) has \(plan.batch.count) of the \(plan.wantedCount) molecules that were wanted: no more were found"
            + "\(rejections)."))
    }
    tell(
      .designed(
        iteration: iteration, candidates: plan.rankedCount, chosen: plan.batch.count,
        expected: try expectation(gain, of: plan.batch.count)))
    return true
  }

  /// The candidates that the screen of an iteration was made of, found again if another run found them; nil without a
  /// screen.
  private func proposals(of iteration: Int, history: History) throws -> Proposals? {
    if let proposals = screening.take(iteration: iteration) { return proposals }
    tell(.designing(iteration: iteration))
    guard let screen = prepared.screen, let choice = prepared.file.specification.screen,
      try store.screen(before: iteration, by: screen)?.isDropped == false
    else { return nil }
    return try prepared.designer.screening(
      iteration: iteration, history: history, record: ModelRecord(store.fittedWays()),
      references: ReferenceRecord(store.referencePoints()), earlier: store.latestCandidates(),
      screened: try screened(before: iteration),
      limit: choice.molecules)?.proposals
  }

  /// What a batch is expected to bring and to cost; nil if nothing is expected of it.
  private func expectation(_ gain: ExpectedGainReport?, of count: Int) throws -> BatchExpectation? {
    guard let gain else { return nil }
    // Every program is started with one thread.
    let hours = try store.meanProgramSeconds().map { $0 / 3600 * Double(count) }
    return BatchExpectation(gain: gain, coreHours: hours)
  }
}

extension ExpectedGainRecord {
  fileprivate init(_ gain: ExpectedGain, iteration: Int) {
    self.init(iteration: iteration, kind: gain.kind.rawValue, mean: gain.mean, lower: gain.lower, upper: gain.upper)
  }
}
