public import CachedCalculation
import Calculation
public import CampaignFile
import Chemistry
public import Files
import Foundation
import Glibc
public import Reports
import Stores
import Synchronization

/// The loop: design → acquire → calculate → observe, until the stop rule ends it.
///
/// The record is the only state, and every decision is a function of it. A run that was killed at any instant therefore
/// resumes with the next step that the record lacks.
public struct CampaignController {
  private let campaign: DesigningCampaign
  private let store: CampaignStore
  private let stage: CalculationStage
  private let extraStages: [ExtraRole: CalculationStage]
  private let runProgress: RunProgress

  /// Starts or resumes the campaign of a file and runs it to its end, or, if people give the values, to the next batch
  /// that waits for them.
  ///
  /// - Parameters:
  ///   - other: The file or the database of another campaign, whose calculations under the same protocol are taken over
  ///     first.
  ///   - listener: Called with each event, never concurrently.
  /// - Throws: `CampaignError` of kind `.input` before anything is changed, `.interrupted` if the task is cancelled.
  public static func run(
    _ paths: CampaignPaths, on resources: ComputeResources, from other: String? = nil,
    tell listener: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> StatusReport {
    // A design may go on beside calculations.
    let turn = Mutex(())
    let tell: @Sendable (CampaignEvent) -> Void = { event in turn.withLock { _ in listener(event) } }
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    // Done before there is a record, so that a wrong file creates none.
    let prepared = try await PreparedCampaign(file, on: resources.executor, tell: tell)
    try prepared.makeReady(for: paths, tell: tell)
    let cache = try SharedCache(
      file: resources.cache, calculator: prepared.calculator, version: prepared.calculatorVersion)
    return try await OpenCampaign.underLock(paths, file) {
      let scratch = resources.scratch(of: file.specification.name, database: paths.database)
      try await removingEmpty(scratch, in: resources.workdir) {
        // The session begins first, so that an executor that cannot begin leaves no record of a run.
        try await resources.executor.session(as: scratch.nameOfPath) {
          let campaign = try DesigningCampaign(OpenCampaign.open(paths, file, tell: tell), prepared)
          if let other { try campaign.takeOver(from: other) }
          let stage = prepared.stage(on: resources, database: paths.database, cache: cache)
          let controller = try CampaignController(
            campaign, stage: stage, extraStages: try prepared.extraStages(on: resources, database: paths.database))
          try await CampaignError.pastInput { try await controller.runToEnd() }
        }
      }
      return try StatusReport(of: paths)
    }
  }

  private init(
    _ campaign: DesigningCampaign, stage: CalculationStage, extraStages: [ExtraRole: CalculationStage]
  ) throws {
    (self.campaign, self.stage, self.extraStages) = (campaign, stage, extraStages)
    let prepared = campaign.prepared
    store = campaign.campaign.store
    runProgress = try RunProgress(
      store, specification: prepared.file.specification, properties: prepared.calculator.properties,
      current: prepared.protocolEntry, confirming: prepared.confirm?.protocolEntry)
  }

  /// Runs the body, and then removes the scratch folder if it is empty; likewise the working directory, if it was made
  /// meanwhile.
  private static func removingEmpty(
    _ scratch: String, in workdir: String, _ body: () async throws -> Void
  ) async throws {
    let hadWorkdir = FileManager.default.fileExists(atPath: workdir)
    defer {
      // rmdir removes only empty folders.
      for role in ExtraRole.allCases { unsafe rmdir("\(scratch)/\(role.rawValue)") }
      let isEmpty = unsafe rmdir(scratch) == 0
      if isEmpty, !hadWorkdir { unsafe rmdir(workdir) }
    }
    try await body()
  }

  private func runToEnd() async throws {
    var first = FirstFailures(hasSucceeded: try hasSucceeded())
    var screenFirst = FirstFailures(hasSucceeded: try hasSucceeded(.screen, campaign.prepared.screen))
    var confirmFirst = FirstFailures(hasSucceeded: try hasSucceeded(.confirm, campaign.prepared.confirm))
    while let work = try campaign.nextWork() {
      if campaign.prepared.file.specification.isByHand { return }
      do {
        switch work {
        case .calculating(let iteration):
          try await naming("calculator") { try await calculate(iteration: iteration, first: &first) }
        case .screening(let iteration):
          try await naming("screen") { try await screen(iteration: iteration, first: &screenFirst) }
        case .confirming(let iteration):
          try await naming("confirm") { try await confirm(iteration: iteration, first: &confirmFirst) }
        }
      } catch let deferred as CalculationsDeferred {
        campaign.campaign.tell(
          .note(
            "\(deferred.attempts == 1 ? "One attempt waits" : "\(deferred.attempts) attempts wait") for jobs; run the same "
              + "command later to record the results."))
        return
      }
    }
  }

  /// Whether a calculation has succeeded under the current protocol and versions.
  private func hasSucceeded() throws -> Bool {
    let name = stage.calculator.name
    let comparable = try ComparableCalculations(store, calculator: name, current: campaign.prepared.protocolEntry)
    return try store.calculations().contains {
      $0.calculation.state == .succeeded && $0.calculation.calculator == name && comparable.contains($0.calculation)
    }
  }

  /// Whether a calculation of a role has succeeded under its current protocol and versions.
  private func hasSucceeded(_ role: ExtraRole, _ extra: ExtraCalculator?) throws -> Bool {
    guard let extra, let number = try store.recordedNumber(of: extra.protocolEntry) else { return false }
    return try store.extraCalculations(role).map(\.calculation).contains {
      $0.state == .succeeded && $0.calculator == extra.calculator.name && $0.protocol == number
    }
  }

  /// Runs the calculations of a section of the campaign file, which is named if the machine or the program fails.
  private func naming(_ key: String, _ body: () async throws -> Void) async throws {
    do {
      try await body()
    } catch let error as CalculationStageError {
      throw CampaignError(.failure, "The program under '\(key)' stopped the run. \(error)")
    }
  }

  /// Calculate and observe: runs the pending calculations and records each outcome as it arrives. Those of iterations that are designed
  /// meanwhile are pending as well.
  private func calculate(iteration: Int, first: inout FirstFailures) async throws {
    let (store, tell, campaign) = (store, campaign.campaign.tell, campaign)
    let isAhead = campaign.prepared.file.specification.budget.ahead > 0
    var begun: [Int: CalculationDetails] = [:]
    var waiting: ArraySlice<CalculationJob> = []
    var mayDesign = isAhead
    func takeIn() throws {
      let new = try store.pendingCalculations().filter { begun[$0.calculation.id] == nil }
      for details in new { begun[details.calculation.id] = details }
      waiting = try jobs(new.map { ($0.calculation.iteration, $0.calculation.id, $0.molecule.smiles) })[...]
    }
    try takeIn()
    runProgress.begin(iteration: iteration)
    tell(.progress(runProgress.progress))
    try await stage.run(
      first: &first,
      next: {
        if isAhead, waiting.isEmpty { try takeIn() }
        guard let job = waiting.popFirst() else { return nil }
        runProgress.begin(iteration: begun[job.number]?.calculation.iteration ?? iteration)
        return job
      },
      plansAhead: true,
      meanwhile: {
        if mayDesign { mayDesign = try campaign.canDesignAhead() }
        guard mayDesign else { return nil }
        return { try campaign.designAhead() }
      },
      onEvent: { event in
        runProgress.note(event)
        tell(.progress(runProgress.progress))
      },
      finished: { number, outcome in
        try store.recordOutcome(
          of: number, outcome.entry, by: campaign.prepared.protocolEntry,
          attempts: outcome.attemptRecords(calculation: number), isReused: outcome.isReused,
          wallSeconds: outcome.wallSeconds)
        if let molecule = begun[number]?.molecule {
          tell(.calculated(runProgress.count(molecule: molecule.id, smiles: molecule.smiles, outcome: outcome)))
        }
        tell(.progress(runProgress.progress))
        if isAhead {
          // In this order, so that an iteration that is recorded in between counts as running.
          let iterations = try store.iterationRecords()
          try campaign.campaign.end(iterations, besides: store.pendingCalculations().map(\.calculation.iteration))
          mayDesign = true
        }
      })
  }

  /// The calculations as jobs, in the order in which they are started.
  private func jobs(_ calculations: [(iteration: Int, number: Int, smiles: String)]) throws -> [CalculationJob] {
    try calculations.map { calculation in
      let molecule = try Molecule(recorded: calculation.smiles)
      return (
        place: StartPlace(iteration: calculation.iteration, number: calculation.number, molecule),
        job: CalculationJob(number: calculation.number, molecule: molecule)
      )
    }.sorted { $0.place < $1.place }.map(\.job)
  }
}

extension CampaignController {
  /// Runs the pending calculations of the screen before an iteration. If its program fails for every molecule, the
  /// iteration is designed with the values that it gave before.
  private func screen(iteration: Int, first: inout FirstFailures) async throws {
    let pending = try store.extraCalculations(.screen, iteration: iteration).filter {
      $0.calculation.state == .pending
    }
    let tell = campaign.campaign.tell
    tell(.screening(iteration: iteration, molecules: pending.count))
    do {
      try await run(.screen, pending, first: &first) { _, _ in }
    } catch CalculationStageError.programFailed(let failure, _, _) {
      // Outcomes that are held back belong to calculations that are abandoned now.
      first = FirstFailures()
      try store.abandonScreen(iteration: iteration, because: failure.message)
      let cost = try store.extraCost(.screen, iteration: iteration)
      tell(
        .note(
          Screening.noteOfFailure(iteration: iteration, succeeded: cost.ended - cost.failed, failure.message)))
      return
    }
    let ended = try store.extraCalculations(.screen, iteration: iteration).map(\.calculation.state)
    if !ended.contains(.succeeded) {
      tell(.note(Screening.noteOfFailures(iteration: iteration, count: ended.count)))
    }
    tell(.screened(FinishedScreen(try store.extraCost(.screen, iteration: iteration), iteration: iteration)))
  }

  /// Calculates hits of an iteration again by the protocol that confirms them.
  private func confirm(iteration: Int, first: inout FirstFailures) async throws {
    guard let confirm = campaign.prepared.confirm else { return }
    let (store, tell) = (store, campaign.campaign.tell)
    let hits = try campaign.campaign.unconfirmedHits(
      of: campaign.prepared.protocolEntry, by: confirm.protocolEntry
    ).filter { $0.calculation.iteration == iteration }.map(\.molecule.id)
    // Of whatever iteration: a molecule is confirmed once, also if it was calculated in two ways.
    func pending() throws -> [ExtraCalculationDetails] {
      try store.extraCalculations(.confirm).filter {
        $0.calculation.state == .pending && hits.contains($0.molecule.id)
      }
    }
    let known = Set(try pending().map(\.molecule.id))
    let new = hits.filter { !known.contains($0) }
    if !new.isEmpty {
      try store.recordConfirmations(
        iteration: iteration, molecules: new, calculator: confirm.calculator.name, protocol: confirm.protocolEntry)
    }
    let calculations = try pending()
    tell(.confirming(iteration: iteration, molecules: calculations.count))
    try await run(.confirm, calculations, first: &first) { details, outcome in
      tell(
        .confirmed(
          runProgress.confirm(
            molecule: details.molecule.id, smiles: details.molecule.smiles, outcome: outcome)))
      tell(.progress(runProgress.progress))
    }
  }

  /// Runs extra calculations, and records each outcome as it arrives before it is told.
  private func run(
    _ role: ExtraRole, _ calculations: [ExtraCalculationDetails], first: inout FirstFailures,
    told: (ExtraCalculationDetails, CalculationOutcome) -> Void
  ) async throws {
    guard let stage = extraStages[role] else { return }
    let (store, tell) = (store, campaign.campaign.tell)
    let byNumber = Dictionary(firstOf: calculations.map { ($0.calculation.id, $0) })
    try await stage.run(
      try jobs(calculations.map { ($0.calculation.iteration, $0.calculation.id, $0.molecule.smiles) }), first: &first,
      onEvent: { event in
        runProgress.note(event)
        tell(.progress(runProgress.progress))
      },
      finished: { number, outcome in
        try store.recordExtraOutcome(
          of: number, outcome.entry, attempts: outcome.attemptRecords(calculation: number),
          isReused: outcome.isReused, wallSeconds: outcome.wallSeconds)
        if let details = byNumber[number] { told(details, outcome) }
      })
  }
}

extension FinishedScreen {
  fileprivate init(_ cost: ExtraCost, iteration: Int) {
    self.init(
      iteration: iteration, succeeded: cost.ended - cost.failed, failed: cost.failed, reused: cost.reused,
      programSeconds: cost.programSeconds)
  }
}
