import CachedCalculation
import Calculation
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Foundation
import Stores
import Synchronization
import Tables
import Testing

@Suite struct CalculateRunTests {
  /// What a campaign's table knows, and one line each that it does not know and that is no molecule.
  private func run(_ campaign: SmallCampaign, _ smiles: [String], on resources: ComputeResources? = nil) async throws
    -> CalculateRun
  {
    try await CalculateRun(
      .smiles(smiles), by: CalculatorRequest(configuration: campaign.paths.file), on: resources ?? campaign.resources)
  }

  @Test func aRowForEachLineInTheirOrder() async throws {
    let campaign = try SmallCampaign()
    let known = Array(SmallCampaign.chains.prefix(3))
    let report = try await run(campaign, [known[2], "C1", known[0], known[2], "[Xe]"]).run()
    #expect(report.rows.map(\.line) == [1, 2, 3, 4, 5])
    #expect(report.rows.map(\.status) == ["calculated", "failed", "calculated", "calculated", "failed"])
    for (row, molecule) in [(0, known[2]), (2, known[0]), (3, known[2])] {
      #expect(report.rows[row].values["gap"]?.value == SmallCampaign.gap(of: molecule))
      #expect(report.rows[row].values["gap"]?.unit == "eV")
    }
    #expect(report.rows[1].failure?.failureClass == "input")
    #expect(report.rows[1].smiles == nil && report.rows[4].smiles == "[Xe]")
    #expect(report.failedCount == 2)
    #expect(!FileManager.default.fileExists(atPath: campaign.resources.workdir))
  }

  @Test func everyMoleculeIsCountedOnceWhicheverChunkItIsIn() async throws {
    let campaign = try SmallCampaign()
    // More than a chunk, of molecules that the table does not know.
    let smiles = (1...60).flatMap { a in
      (1...30).map { b in String(repeating: "C", count: a) + "S" + String(repeating: "C", count: b) }
    }
    let distinct = Set(try smiles.map { try Molecule(smiles: $0).smiles }).count
    #expect(distinct > 1000)
    var last: CalculateProgress?
    let report = try await run(campaign, smiles).run() { last = $0 }
    #expect(report.rows.map(\.input) == smiles)
    #expect(
      last?.done == distinct && last?.total == distinct
        && last?.failed == report.failedCount - (smiles.count - distinct))
  }

  @Test func whatTheCacheKnowsIsNotCalculatedAgain() async throws {
    let campaign = try SmallCampaign()
    let cache = MemoryCache()
    let known = Array(SmallCampaign.chains.prefix(4))
    let first = try await run(campaign, Array(known.prefix(2))).run(cache: cache)
    #expect(first.rows.allSatisfy { !$0.isReused })
    let second = try await run(campaign, known).run(cache: cache)
    #expect(second.rows.map(\.isReused) == [true, true, false, false])
    #expect(second.rows.map { $0.values["gap"]?.value } == known.map { SmallCampaign.gap(of: $0) })
  }

  @Test func theColumnsAreNamedAsInAnExport() async throws {
    let campaign = try SmallCampaign()
    let report = try await run(campaign, [SmallCampaign.chains[0], "a,b"]).run()
    let lines = report.csv.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("line,name,input,smiles,status,gap (eV),gap_uncertainty (eV),"))
    #expect(lines[2].hasPrefix("2,,\"a,b\",,failed,,"))
  }

  /// An executor that cannot begin, and must be asked for nothing else.
  private struct Refusing: Executor {
    let missing = CalculatorUnavailable(problem: "There is no queue", remedy: "ask for one")

    func begin(as campaign: String) async throws(CalculatorUnavailable) { throw missing }
    func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      Issue.record("Nothing is to be run.")
      return AttemptOutput(termination: .cancelled)
    }
    func isFree(_ folder: String) async -> Bool {
      Issue.record("It is asked about \(folder) before it began.")
      return true
    }
  }

  /// A run that was killed has left its lock file, and nobody holds the lock.
  @Test func theFoldersOfKilledRunsWaitForAnExecutorThatBegins() async throws {
    let campaign = try SmallCampaign()
    let (workdir, files) = (campaign.resources.workdir, FileManager.default)
    try files.createDirectory(atPath: "\(workdir)/calculate-killed/000001-01", withIntermediateDirectories: true)
    #expect(files.createFile(atPath: "\(workdir)/calculate-killed/calculate.lock", contents: nil))
    let run = try await run(
      campaign, [SmallCampaign.chains[0]], on: ComputeResources(executor: Refusing(), jobs: 1, workdir: workdir))
    await #expect(throws: CampaignError(Refusing().missing)) { _ = try await run.run() }
    let left = try files.contentsOfDirectory(atPath: workdir)
    #expect(left.count == 1 && left.allSatisfy { $0.hasPrefix("calculate-killed") }, "\(left)")
    #expect(left.allSatisfy { files.fileExists(atPath: "\(workdir)/\($0)/000001-01") })
    _ = try await self.run(campaign, [SmallCampaign.chains[0]]).run()
    #expect(try files.contentsOfDirectory(atPath: workdir) == [])
  }

  @Test func anExecutorThatCannotBeginCalculatesNothingAndLeavesNoFolder() async throws {
    let campaign = try SmallCampaign()
    let machine = ComputeResources(executor: Refusing(), jobs: 1, workdir: campaign.resources.workdir)
    let cache = MemoryCache()
    let run = try await run(campaign, Array(SmallCampaign.chains.prefix(2)), on: machine)
    await #expect(throws: CampaignError(Refusing().missing)) { _ = try await run.run(cache: cache) }
    #expect(!FileManager.default.fileExists(atPath: machine.workdir))
    // Nothing was stored either.
    let report = try await self.run(campaign, Array(SmallCampaign.chains.prefix(2))).run(cache: cache)
    #expect(report.rows.allSatisfy { !$0.isReused })
  }
}

extension CalculateRunTests {
  /// A run by a shell script that is given each molecule's SMILES.
  private func run(
    _ smiles: [String], by script: String, in campaign: SmallCampaign, cache: (any CalculationCache)? = nil,
    tell: (CalculateProgress) -> Void = { _ in }
  ) async throws -> CalculateReport {
    try campaign.write(script, to: "program.sh")
    try campaign.write(
      "calculator:\n  program: command\n  command: [/bin/sh, program.sh, \"{smiles}\"]\n  properties: {value: m}\n",
      to: "settings.yaml")
    let request = CalculatorRequest(configuration: campaign.folder + "/settings.yaml")
    let resources = ComputeResources(jobs: 1, workdir: campaign.resources.workdir)
    return try await CalculateRun(.smiles(smiles), by: request, on: resources).run(cache: cache, tell: tell)
  }

  @Test func aMoleculeThatIsKilledForStopsNothing() async throws {
    let script = "[ \"$1\" = CCC ] && kill -KILL $$; echo '{\"properties\": {\"value\": 1}}'"
    let report = try await run(["CCC", "CC"], by: script, in: SmallCampaign())
    #expect(report.rows.map(\.status) == ["failed", "calculated"])
    #expect(report.rows[0].failure?.failureClass == "random")
    #expect(report.machineFailure == nil)
  }

  /// The larger molecule is calculated first; the control is neither.
  @Test func whatWasCalculatedBeforeTheMachineFailedIsNotLost() async throws {
    let script = "[ \"$1\" = CCC ] || kill -KILL $$; echo '{\"properties\": {\"value\": 1}}'"
    let report = try await run(["CC", "CCC", "C1"], by: script, in: SmallCampaign())
    #expect(report.rows.map(\.status) == ["notCalculated", "calculated", "failed"])
    #expect(report.rows[0].failure?.failureClass == "resource")
    #expect(report.machineFailure?.contains("was ended by signal 9. It was tried 3 times.") == true)
    await #expect(throws: CampaignError.self) { try await run(["CC"], by: script, in: SmallCampaign()) }
  }
}

extension CalculateRunTests {
  @Test func aCacheThatFailsCostsNothingOfWhatWasCalculated() async throws {
    let campaign = try SmallCampaign()
    let resources = ComputeResources(jobs: 1, workdir: campaign.resources.workdir)
    let report = try await run(campaign, Array(SmallCampaign.chains.prefix(3)), on: resources).run(cache: BusyCache())
    #expect(report.rows.map(\.status).sorted() == ["calculated", "notCalculated", "notCalculated"])
    #expect(report.machineFailure?.contains("'the cache' is being written to by another process") == true)
    #expect(report.machineFailure?.contains("--no-cache") == true)
  }

  /// An exit status is an unknown reason, of which nothing is kept.
  @Test func anInterruptedRunSaysHowManyTheCacheHas() async throws {
    let script = "[ \"$1\" = CCC ] || exit 1; echo '{\"properties\": {\"value\": 1}}'"
    // A task of its own: one that cancels the test's would have the test count as cancelled.
    let interrupted = Task {
      try await run(["CCCC", "CCC", "CC"], by: script, in: SmallCampaign(), cache: MemoryCache()) { progress in
        if progress.done == 2 { unsafe withUnsafeCurrentTask { unsafe $0?.cancel() } }
      }
    }
    let error = await #expect(throws: CampaignError.self) { try await interrupted.value }
    #expect(error?.kind == .interrupted)
    #expect(
      error?.description == "Interrupted. 2 of 3 molecules were calculated. 1 of these are in the cache; run the same "
        + "command to resume.")
  }
}

/// What nobody may write to.
private struct BusyCache: CalculationCache {
  func outcome(for molecule: Molecule) -> CalculationOutcome? { nil }
  func keep(_ outcome: CalculationOutcome, for molecule: Molecule) throws {
    throw CacheError(path: "the cache", cause: .busy(path: "the cache"))
  }
}

/// What was calculated in this process.
private final class MemoryCache: CalculationCache {
  private let outcomes = Mutex<[Molecule: CalculationOutcome]>([:])

  func outcome(for molecule: Molecule) -> CalculationOutcome? { outcomes.withLock { $0[molecule] } }
  func keep(_ outcome: CalculationOutcome, for molecule: Molecule) { outcomes.withLock { $0[molecule] = outcome } }
}

/// Answers as a program would, and notes the molecules in their order; nothing is started.
private final class Recording: Executor {
  let asked = Mutex<[String]>([])

  func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    asked.withLock { $0.append(request.molecule?.smiles ?? "") }
    return AttemptOutput(termination: .exited(0), standardOutput: "{\"properties\": {\"value\": 1}}")
  }
}

extension CalculateRunTests {
  @Test func programsRunOnTheExecutorThatIsGivenTheLargestMoleculeFirst() async throws {
    let campaign = try SmallCampaign()
    try campaign.write(
      "calculator:\n  program: command\n  command: [/bin/false, \"{smiles}\"]\n  properties: {value: m}\n",
      to: "settings.yaml")
    let executor = Recording()
    let report = try await CalculateRun(
      .smiles(["CC", "CCCC", "CCC"]), by: CalculatorRequest(configuration: campaign.folder + "/settings.yaml"),
      on: ComputeResources(executor: executor, jobs: 1, workdir: campaign.resources.workdir)
    ).run(cache: nil)
    #expect(report.rows.map { $0.values["value"]?.value } == [1, 1, 1])
    #expect(executor.asked.withLock { $0 } == ["CCCC", "CCC", "CC"])
  }
}
