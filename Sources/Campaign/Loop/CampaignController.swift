public import CachedCalculation
import Calculation
public import CampaignFile
import Chemistry
public import Files
import Foundation
import Glibc
public import Reports
import Stores

/// The loop: design → acquire → calculate → observe, until the stop rule ends it.
///
/// The record is the only state, and every decision is a function of it. A run that was killed at any instant therefore
/// resumes with the next step that the record lacks.
public struct CampaignController {
  private let campaign: DesigningCampaign
  private let store: CampaignStore
  private let stage: CalculationStage
  private let runProgress: RunProgress

  /// Starts or resumes the campaign of a file and runs it to its end, or, if people give the values, to the next batch
  /// that waits for them.
  ///
  /// - Parameters:
  ///   - other: The file or the database of another campaign, whose calculations under the same protocol are taken over
  ///     first.
  ///   - tell: Called with each event, never concurrently.
  /// - Throws: `CampaignError` of kind `.input` before anything is changed, `.interrupted` if the task is cancelled.
  public static func run(
    _ paths: CampaignPaths, on resources: ComputeResources, from other: String? = nil,
    tell: @escaping @Sendable (CampaignEvent) -> Void = { _ in }
  ) async throws(CampaignError) -> StatusReport {
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    // Done before there is a record, so that a wrong file creates none.
    let prepared = try await PreparedCampaign(file, on: resources.executor, tell: tell)
    try prepared.makeReady(for: paths)
    let cache = try SharedCache(
      file: resources.cache, calculator: prepared.calculator, version: prepared.calculatorVersion)
    return try await OpenCampaign.underLock(paths, file) {
      let scratch = resources.scratch(of: file.specification.name, database: paths.database)
      try await removingEmpty(scratch, in: resources.workdir) {
        // The session begins first, so that an executor that cannot begin leaves no record of a run.
        try await resources.executor.session {
          let campaign = try DesigningCampaign(OpenCampaign.open(paths, file, tell: tell), prepared)
          if let other { try campaign.takeOver(from: other) }
          let stage = prepared.stage(on: resources, database: paths.database, cache: cache)
          let controller = try CampaignController(campaign, stage: stage)
          try await CampaignError.pastInput { try await controller.runToEnd() }
        }
      }
      return try StatusReport(of: paths)
    }
  }

  private init(_ campaign: DesigningCampaign, stage: CalculationStage) throws {
    (self.campaign, self.stage) = (campaign, stage)
    let prepared = campaign.prepared
    store = campaign.campaign.store
    runProgress = try RunProgress(
      store, specification: prepared.file.specification, properties: prepared.calculator.properties,
      current: prepared.protocolEntry)
  }

  /// Runs the body, and then removes the scratch folder if it is empty; likewise the working directory, if it was made
  /// meanwhile.
  private static func removingEmpty(
    _ scratch: String, in workdir: String, _ body: () async throws -> Void
  ) async throws {
    let hadWorkdir = FileManager.default.fileExists(atPath: workdir)
    defer {
      // rmdir removes only empty folders.
      let isEmpty = unsafe rmdir(scratch) == 0
      if isEmpty, !hadWorkdir { unsafe rmdir(workdir) }
    }
    try await body()
  }

  private func runToEnd() async throws {
    var first = FirstFailures(hasSucceeded: try hasSucceeded())
    while let iteration = try campaign.pendingIteration() {
      if campaign.prepared.file.specification.isByHand { return }
      try await calculate(iteration: iteration, first: &first)
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

  /// Calculate and observe: runs the pending calculations and records each outcome as it arrives.
  private func calculate(iteration: Int, first: inout FirstFailures) async throws {
    let (store, tell) = (store, campaign.campaign.tell)
    let pending = try store.pendingCalculations()
    // The largest first, so that no core is left alone with a long calculation at the end of the batch.
    let jobs = try pending.map {
      CalculationJob(number: $0.calculation.id, molecule: try Molecule(smiles: $0.molecule.smiles))
    }.sorted { (-$0.molecule.atomCount, $0.number) < (-$1.molecule.atomCount, $1.number) }
    let molecules = Dictionary(firstOf: pending.map { ($0.calculation.id, $0.molecule) })
    runProgress.begin(iteration: iteration)
    tell(.progress(runProgress.progress))
    try await stage.run(
      jobs, first: &first,
      onEvent: { event in
        runProgress.note(event)
        tell(.progress(runProgress.progress))
      },
      finished: { number, outcome in
        try store.recordOutcome(
          of: number, outcome.entry, by: campaign.prepared.protocolEntry,
          attempts: outcome.attemptRecords(calculation: number), isReused: outcome.isReused,
          wallSeconds: outcome.wallSeconds)
        if let molecule = molecules[number] {
          tell(.calculated(runProgress.count(molecule: molecule.id, smiles: molecule.smiles, outcome: outcome)))
        }
        tell(.progress(runProgress.progress))
      })
  }
}
