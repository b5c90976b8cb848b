import CachedCalculation
import Calculation
import Campaign
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Foundation
import Reports
import Stores
import Synchronization
import Testing

@Suite("The loop")
struct CampaignControllerTests {
  @Test("A campaign runs to its end, and every step of it is in the record")
  func toItsEnd() async throws {
    let campaign = try SmallCampaign()
    let report = try await campaign.run()
    #expect(report.endReason == "budget")
    #expect(report.endMessage == "All 24 calculations of the budget are done.")
    #expect(report.iterations.map(\.chosen) == [8, 4, 4, 4, 4])
    #expect(report.iterations.map(\.policy) == ["initial"] + Array(repeating: "surrogate", count: 4))
    #expect(report.pending == 0)
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    #expect(try store.campaign().specification == SmallCampaign.text())
    #expect(try store.calculations().map(\.calculation.id) == Array(1...24))
    #expect(try store.iterations().allSatisfy { $0.iteration.endedAt != nil })
  }

  @Test("It tells what happens in order, and only what is in the record")
  func events() async throws {
    let campaign = try SmallCampaign()
    let database = campaign.paths.database
    let seen = Mutex<[CampaignEvent]>([])
    let isRecorded = Mutex(true)
    try await campaign.run { event in
      seen.withLock { $0.append(event) }
      guard case .calculated(let finished) = event else { return }
      let calculations = try? CampaignStore.openReadOnly(at: database).calculations()
      let state = calculations?.first { $0.molecule.id == finished.molecule }?.calculation.state
      if state != (finished.succeeded ? .succeeded : .failed) { isRecorded.withLock { $0 = false } }
    }
    #expect(isRecorded.withLock { $0 })
    let events = seen.withLock { $0 }
    #expect(events.first == .designing(iteration: 0))
    #expect(events.count { if case .designed = $0 { true } else { false } } == 5)
    #expect(events.count { if case .calculated = $0 { true } else { false } } == 24)
    guard case .progress(let last)? = events.last else {
      Issue.record("the last event is not the progress")
      return
    }
    #expect(last.done == 24 && last.running == 0 && last.iteration == 4)
  }

  @Test("Run again, a campaign that has ended changes nothing")
  func again() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let rows = try campaign.rows()
    #expect(try await campaign.events().isEmpty)
    #expect(try campaign.rows() == rows)
  }

  @Test("Two runs of one file, in whatever folder and with however many jobs, have the same rows")
  func reproducible() async throws {
    let (first, second) = (try SmallCampaign(), try SmallCampaign())
    try await first.run()
    _ = try await CampaignController.run(second.paths, on: ComputeResources(jobs: 1, workdir: second.folder + "/w"))
    #expect(try first.rows() == second.rows())
  }

  @Test(
    "Interrupted after any number of events and resumed, it has the rows of a run never interrupted",
    arguments: [
      (1, "standard", "sample"), (2, "standard", "sample"), (7, "standard", "sample"), (31, "standard", "sample"),
      (7, "automatic", "sample"), (7, "standard", "search"),
    ])
  func interrupted(every count: Int, model: String, mode: String) async throws {
    let text = SmallCampaign.text(surrogate: "{model: \(model), library: none}")
      .replacing("candidates: 60}", with: "candidates: 60, mode: \(mode)}")
    let (whole, broken) = (try SmallCampaign(text), try SmallCampaign(text))
    try await whole.run()
    #expect(try await broken.runInterrupted(every: count) > 0)
    #expect(try StatusReport(of: broken.paths).endReason == "budget")
    #expect(try broken.rows() == whole.rows())
    #expect(try whole.rows().contains { $0.hasPrefix("transfer ") } == (model == "automatic"))
  }

  /// Rows of what was considered, chosen and calculated.
  private func work(_ campaign: SmallCampaign) throws -> [String] {
    try campaign.rows().filter { row in
      ["candidate ", "calculation ", "expectedGain ", "observation ", "prediction "].contains { row.hasPrefix($0) }
    }
  }

  @Test("What is told to be expected of a batch is in the record; nothing is of the first one")
  func expectation() async throws {
    let campaign = try SmallCampaign()
    let told = try await campaign.events().compactMap { event -> BatchExpectation?? in
      if case .designed(_, _, _, let expected) = event { .some(expected) } else { nil }
    }
    let records = try CampaignStore.openReadOnly(at: campaign.paths.database).expectedGains()
    #expect(records.map(\.iteration) == [1, 2, 3, 4] && records.allSatisfy { $0.kind == "hits" && $0.mean <= 4 })
    #expect(records.contains { $0.mean > 0 })
    #expect(told.map { $0?.gain.mean } == [nil] + records.map(\.mean))
    // The table runs no program.
    #expect(told.allSatisfy { $0?.coreHours == nil })
  }

  @Test("It ends before a batch of which too little is expected, and goes on as if it never had where that is removed")
  func gain() async throws {
    func text(_ until: String) -> String {
      SmallCampaign.text(budget: "{calculations: 24, initial: 8, batch: 4\(until)}")
    }
    let campaign = try SmallCampaign(text(", until: gain < 100"))
    let report = try await campaign.run()
    #expect(report.endReason == "gain" && report.iterations.map(\.chosen) == [8] && report.pending == 0)
    let message = try #require(report.endMessage)
    #expect(message.hasPrefix("The next 4 calculations are expected to give "))
    #expect(
      message.hasSuffix(" hits; 'budget.until' asks for at least 100. Lower it or remove it, and run again to go on."),
      "\(message)")
    let rows = try campaign.rows()
    #expect(try await campaign.events().isEmpty)
    #expect(try campaign.rows() == rows)

    try campaign.write(text(", until: gain < 50"), to: "small.yaml")
    let events = try await campaign.events()
    #expect(events.contains(.note("Changed from iteration 1 on: budget.until gain < 100 → gain < 50.")))
    #expect(try StatusReport(of: campaign.paths).endMessage == message.replacing("100", with: "50"))

    try campaign.write(text(""), to: "small.yaml")
    #expect(try await campaign.run().endReason == "budget")
    let free = try SmallCampaign()
    try await free.run()
    #expect(try work(campaign) == work(free))
  }

  @Test("An improvement below what was asked for ends it in the unit of its objective")
  func improvement() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        objectives: "[{property: gap, goal: minimize}]",
        budget: "{calculations: 24, initial: 8, batch: 4, until: gain < 50}"))
    let report = try await campaign.run()
    #expect(report.endReason == "gain" && report.succeeded + report.failed == 8)
    #expect(report.endMessage?.contains("an improvement of gap by ") == true)
    #expect(report.endMessage?.contains(" eV; 'budget.until' asks for at least 50 eV.") == true)
  }

  @Test("A last batch that the budget cuts short is calculated, although a whole one would have to bring more")
  func gainOfShortBatch() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(budget: "{calculations: 11, initial: 8, batch: 4, until: gain < 100}"))
    let report = try await campaign.run()
    #expect(report.endReason == "budget" && report.iterations.map(\.chosen) == [8, 3])
  }

  @Test("A growth of the front below what was asked for ends it in the product of the units, and else goes on")
  func hypervolume() async throws {
    func text(_ until: String) -> String {
      SmallCampaign.text(
        objectives: "[{property: gap, goal: minimize}, {property: dipole, goal: maximize}]",
        budget: "{calculations: 24, initial: 8, batch: 4\(until)}")
    }
    let campaign = try SmallCampaign(text(", until: gain < 500"))
    let report = try await campaign.run()
    #expect(report.endReason == "gain" && report.succeeded + report.failed == 8)
    #expect(report.endMessage?.contains("expected to give a hypervolume greater by ") == true)
    #expect(report.endMessage?.contains(" eV·D; 'budget.until' asks for at least 500 eV·D.") == true)
    try campaign.write(text(""), to: "small.yaml")
    #expect(try await campaign.run().endReason == "budget")
    let records = try CampaignStore.openReadOnly(at: campaign.paths.database).expectedGains()
    #expect(records.map(\.iteration) == [1, 2, 3, 4] && records.allSatisfy { $0.kind == "hypervolume" })
    #expect(records[0].mean > 0)
    let free = try SmallCampaign(text(""))
    try await free.run()
    #expect(try work(campaign) == work(free))
  }

  @Test("A run that was cancelled before it began says so")
  func cancelled() async throws {
    let campaign = try SmallCampaign()
    let run = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return try await campaign.run()
    }
    await #expect(throws: CampaignError.interrupted) { try await run.value }
    try await campaign.run()
    #expect(try StatusReport(of: campaign.paths).endReason == "budget")
  }

  @Test("A campaign that has proposed all there is ends", arguments: ["surrogate", "random"])
  func exhausted(policy: String) async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(molecules: "{heavy_atoms: [1, 3]}", extra: "policy: \(policy)"),
      table: ["C", "CC", "CCC"], corpus: ["C", "CC", "CCC", "CCCC"])
    let report = try await campaign.run()
    // The language model might draw others: that none was found is no proof.
    #expect(report.endReason == "tooNarrow")
    #expect(report.endMessage?.hasPrefix("No new molecule that is allowed was found among") == true)
    #expect(report.succeeded == 3 && report.iterations.last?.chosen == 0)
    // Another run looks among others, as another iteration.
    let again = try await campaign.run()
    #expect(again.endReason == "tooNarrow" && again.iterations.count == report.iterations.count + 1)
  }

  @Test("A pool that is used up is exhausted, for good")
  func usedUp() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(molecules: "{heavy_atoms: [1, 3]}").replacing(
        "candidates: 60}", with: "candidates: 60, new_molecules: false}"),
      table: ["C", "CC", "CCC"], corpus: ["C", "CC", "CCC", "CCCC"])
    let report = try await campaign.run()
    #expect(report.endReason == "exhausted" && report.succeeded == 3)
    #expect(report.endMessage?.hasPrefix("No molecule is left that may be proposed") == true)
    let rows = try campaign.rows()
    try await campaign.run()
    #expect(try campaign.rows() == rows)
  }

  @Test("A pool of which only indistinguishable isomers are left says so, and 'policy: random' proposes them")
  func isomersLeft() async throws {
    let isomers = ["C[C@H](O)CC", "C[C@@H](O)CC", "F/C=C/F", "F/C=C\\F", "C[C@H](F)CC", "C[C@@H](F)CC"]
    let text = SmallCampaign.text(budget: "{calculations: 6, initial: 2, batch: 1}")
      .replacing("candidates: 60}", with: "candidates: 60, new_molecules: false}")
    let campaign = try SmallCampaign(text, table: isomers, corpus: isomers)
    let report = try await campaign.run()
    #expect(report.endReason == "exhausted" && report.succeeded < 6)
    let message = report.endMessage ?? ""
    #expect(
      message.contains(" by indistinguishable); the surrogate cannot tell the indistinguishable ones"), "\(message)")
    #expect(message.contains("stereoisomers are taken as one") && !message.contains("widen"), "\(message)")
    try campaign.write(text + "policy: random\n", to: "small.yaml")
    #expect(try await campaign.run().succeeded == 6)
  }

  /// About one string in a hundred has two nitrogens and a chlorine.
  @Test("A narrow filter is drawn for until the batch is full", arguments: ["random", "surrogate"])
  func narrow(policy: String) async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        molecules: "{heavy_atoms: [1, 12], required: ['[NX3;H2]', 'Cl']}",
        budget: "{calculations: 12, initial: 6, batch: 3, consecutive_failures: 100}", extra: "policy: \(policy)"))
    let report = try await campaign.run()
    #expect(["budget", "failures"].contains(report.endReason))
    #expect(report.iterations.map(\.chosen).allSatisfy { $0 == 6 || $0 == 3 })
  }

  @Test("A campaign of which everything fails ends")
  func failures() async throws {
    let campaign = try SmallCampaign(table: ["c1ccccc1"])
    let report = try await campaign.run()
    #expect(report.endReason == "failures")
    #expect(report.failed == 8 && report.succeeded == 0)
    #expect(report.failures == ["input": 8])
  }

  @Test("A campaign ends with the hits that were asked for, at the end of their batch")
  func hits() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        objectives: "[{property: gap, window: [0, 100]}]", budget: "{calculations: 24, initial: 8, batch: 4, hits: 3}"))
    let report = try await campaign.run()
    #expect(report.endReason == "hits")
    #expect(report.hits == 8)
  }

  @Test("The random policy learns nothing")
  func random() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        budget: "{calculations: 16, initial: 8, batch: 4, consecutive_failures: 100}", extra: "policy: random"))
    let report = try await campaign.run()
    #expect(report.iterations.allSatisfy { $0.policy == "random" })
    #expect(report.fits.isEmpty)
  }

  @Test("A second run on the same campaign is told who holds it")
  func locked() async throws {
    let campaign = try SmallCampaign()
    let lock = try CampaignLock(database: campaign.paths.database)
    let error = try #require(await campaign.refusal())
    withExtendedLifetime(lock) {}
    #expect(error.kind == .input)
    #expect(error.description.contains("process \(ProcessInfo.processInfo.processIdentifier)"))
    #expect(try !campaign.files.contains("small.sqlite"))
  }
}

extension CampaignControllerTests {
  /// Answers as a program would that knows the made-up values; nothing is started.
  private final class Recording: Executor {
    let sessions = Mutex<[String]>([])
    let questions = Mutex(0)

    func begin(as campaign: String) async throws(CalculatorUnavailable) { sessions.withLock { $0.append("begin") } }
    func end() async { sessions.withLock { $0.append("end") } }
    func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      questions.withLock { $0 += 1 }
      let smiles = request.molecule?.smiles ?? ""
      let values = "\"gap\": \(SmallCampaign.gap(of: smiles)), \"dipole\": \(SmallCampaign.dipole(of: smiles))"
      return AttemptOutput(termination: .exited(0), standardOutput: "{\"properties\": {\(values)}}")
    }
  }

  /// A campaign whose program gives nothing where it is really started.
  private func recorded() throws -> SmallCampaign {
    try SmallCampaign(
      SmallCampaign.text().replacing(
        "{program: table, file: values.csv}",
        with: "{program: command, command: [/bin/false, '{smiles}'], properties: {gap: eV, dipole: D}}"))
  }

  @Test("A whole campaign runs on the executor that is given, in one session")
  func injected() async throws {
    let (first, second) = (try recorded(), try recorded())
    for (campaign, jobs) in [(first, 2), (second, 1)] {
      let executor = Recording()
      let report = try await CampaignController.run(
        campaign.paths, on: ComputeResources(executor: executor, jobs: jobs, workdir: campaign.folder + "/Workdir"))
      #expect(report.endReason == "budget" && report.succeeded == 24)
      #expect(executor.sessions.withLock { $0 } == ["begin", "end"])
      #expect(executor.questions.withLock { $0 } == 24)
    }
    let store = try CampaignStore.openReadOnly(at: first.paths.database)
    for row in try store.observations() where row.property == "gap" {
      #expect(row.value == SmallCampaign.gap(of: row.smiles))
    }
    #expect(try first.rows() == second.rows())
  }

  /// Answers what it is asked, but refuses to begin a session.
  private struct Refusing: Executor {
    let missing = CalculatorUnavailable(problem: "There is no queue", remedy: "ask for one")

    func begin(as campaign: String) async throws(CalculatorUnavailable) { throw missing }
    func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      Issue.record("Nothing is to be run.")
      return AttemptOutput(termination: .cancelled)
    }
  }

  private func refusal(of campaign: SmallCampaign, from other: SmallCampaign? = nil) async -> CampaignError? {
    await #expect(throws: CampaignError.self) {
      try await CampaignController.run(
        campaign.paths, on: ComputeResources(executor: Refusing(), jobs: 1, workdir: campaign.folder + "/Workdir"),
        from: other?.paths.file)
    }
  }

  @Test("An executor that cannot begin leaves no record of a new campaign")
  func refusedAtFirst() async throws {
    let (campaign, other) = (try recorded(), try SmallCampaign())
    let error = try #require(await refusal(of: campaign, from: other))
    #expect(error == CampaignError(Refusing().missing))
    #expect(error.kind == .input)
    #expect(try !campaign.files.contains { $0.hasPrefix("small.sqlite") && !$0.hasSuffix(".lock") })
    #expect(try !campaign.files.contains("Workdir"))
  }

  @Test("An executor that cannot begin changes nothing in the record of a campaign that has ended, or that was changed")
  func refusedLater() async throws {
    let campaign = try recorded()
    _ = try await CampaignController.run(
      campaign.paths, on: ComputeResources(executor: Recording(), jobs: 1, workdir: campaign.folder + "/Workdir"))
    let rows = try CampaignStore.openReadOnly(at: campaign.paths.database).dumpRows(ignoringTimes: false)
    let text = try String(contentsOfFile: campaign.paths.file, encoding: .utf8)
    for change in [text, text.replacing("calculations: 24", with: "calculations: 28")] {
      try campaign.write(change, to: "small.yaml")
      #expect(await refusal(of: campaign) != nil)
      #expect(try CampaignStore.openReadOnly(at: campaign.paths.database).dumpRows(ignoringTimes: false) == rows)
    }
    let report = try await CampaignController.run(
      campaign.paths, on: ComputeResources(executor: Recording(), jobs: 1, workdir: campaign.folder + "/Workdir"))
    #expect(report.succeeded == 28)
  }
}
