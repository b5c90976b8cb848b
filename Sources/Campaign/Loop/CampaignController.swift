import Calculation
import CampaignStore
import Chemistry
import Foundation

/// The loop: design → acquire → calculate → observe, until the stop rule says so.
///
/// The record is the only state. Whatever is decided here is decided from it, so that a run that was killed at any
/// instant is gone on with by doing the next thing that the record lacks.
public struct CampaignController {
  private let file: CampaignFile
  private let store: CampaignStore
  private let designer: IterationDesigner
  private let stage: CalculationStage
  private let scoreboard: Scoreboard
  private let tell: (CampaignEvent) -> Void

  /// Starts the campaign of a file, or goes on with it where it was, to its end.
  ///
  /// - Parameter tell: Called as things happen, from one place at a time.
  /// - Throws: `CampaignError` of kind `.input` before anything was changed, `.interrupted` when the task is cancelled.
  public static func run(
    _ paths: CampaignPaths, on machine: Machine, tell: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> StatusReport {
    let prepared = try await PreparedCampaign(paths)
    do {
      for note in prepared.notes { tell(.note(note)) }
      try prepared.requireFittingRecord()
      let lock = try CampaignLock(database: paths.database)
      defer { withExtendedLifetime(lock) {} }
      let store = try prepared.openRecord(tell: tell)
      let controller = CampaignController(
        file: prepared.file, store: store, designer: prepared.designer,
        stage: prepared.stage(on: machine, database: paths.database),
        scoreboard: try Scoreboard(
          store, specification: prepared.file.specification, properties: prepared.calculator.properties),
        tell: tell)
      try await controller.runToEndOrFailure()
      return try StatusReport(of: paths)
    } catch {
      throw CampaignError(error)
    }
  }

  private var specification: Specification { file.specification }

  /// Once rows are written, no error is one of the input any more.
  private func runToEndOrFailure() async throws(CampaignError) {
    do {
      try await runToEnd()
    } catch {
      let error = CampaignError(error)
      throw error.kind == .input ? CampaignError(.failure, error.description) : error
    }
  }

  private func runToEnd() async throws {
    while try store.campaign().end == nil {
      try Task.checkCancellation()
      if let running = try store.runningIteration() {
        try await calculate(iteration: running.number)
        try store.endIteration(running.number)
        continue
      }
      let history = try History(store)
      let stopRule = StopRule(budget: specification.budget)
      let hits = history.hits(specification.objectives)
      if let (reason, message) = stopRule.reasonToEnd(succeeded: history.entries.map(\.succeeded), hits: hits) {
        try store.endCampaign(reason, message: message)
      } else {
        try design(iteration: try store.iterations().count, history: history)
      }
    }
  }

  /// Design and acquire: chooses the next batch and records it with all that was considered.
  private func design(iteration: Int, history: History) throws {
    tell(.designing(iteration: iteration))
    guard let plan = try designer.plan(iteration: iteration, history: history) else {
      return try store.endCampaign(
        .exhausted, message: "No molecule is left that may be proposed; widen 'molecules' or give a larger corpus.")
    }
    try Task.checkCancellation()
    try store.recordDesign(
      plan.record, fits: plan.fits, steps: plan.steps, refusals: plan.refusals, candidates: plan.candidates,
      calculator: stage.calculator.name, protocol: ProtocolEntry(stage.calculator.calculationProtocol))
    tell(.designed(iteration: iteration, candidates: plan.rankedCount, chosen: plan.batch.count))
  }

  /// Calculate and observe: carries out what is pending and records each outcome as it comes.
  private func calculate(iteration: Int) async throws {
    let pending = try store.pendingCalculations()
    // The largest first, so that no core is left alone with a long calculation at the end of the batch.
    let jobs = try pending.map {
      CalculationJob(number: $0.calculation.id, molecule: try Molecule(smiles: $0.molecule.smiles))
    }.sorted { (-$0.molecule.atomCount, $0.number) < (-$1.molecule.atomCount, $1.number) }
    let molecules = Dictionary(uniqueKeysWithValues: pending.map { ($0.calculation.id, $0.molecule) })
    scoreboard.begin(iteration: iteration)
    tell(.progress(scoreboard.progress))
    try await stage.run(
      jobs,
      onEvent: { event in
        scoreboard.note(event)
        tell(.progress(scoreboard.progress))
      },
      finished: { number, outcome in
        try store.recordOutcome(
          of: number, outcome.entry, by: ProtocolEntry(stage.calculator.calculationProtocol),
          attempts: outcome.attemptRecords(calculation: number), isReused: outcome.isReused,
          wallSeconds: outcome.wallSeconds)
        if let molecule = molecules[number] {
          tell(.calculated(scoreboard.count(molecule: molecule.id, smiles: molecule.smiles, outcome: outcome)))
        }
        tell(.progress(scoreboard.progress))
      })
  }
}
