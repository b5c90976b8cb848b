import Glibc
import Numerics
import Stores
import Testing

/// Campaigns that are stopped anywhere end with the rows of one never stopped.
@Suite struct CrashMatrixTests {
  private let whole: (rows: [String], ending: Ending)

  init() throws {
    whole = try TableCampaign.uninterrupted.get()
    try #require(whole.ending.cause == .exited(0), "\(whole.ending)")
  }

  @Test func aCampaignThatIsNotStoppedIsWholeAndHasHits() {
    #expect(whole.rows.count { $0.hasPrefix("calculation ") } == 40)
    #expect(whole.rows.count { $0.hasPrefix("iteration ") } == 9)
    #expect(whole.rows.contains { $0.hasPrefix("fit ") })
    // The last says how long it took.
    #expect(whole.ending.errors.split(separator: "\n").count == 67)
    #expect(whole.ending.output.contains("All 40 calculations of the budget are done."))
  }

  /// Half of the kills come with a line of progress, half after a time: in preparation, design, writing, calculation.
  @Test(arguments: 1...2 as ClosedRange<UInt64>)
  func killedAtTwentyRandomInstantsItEndsWithTheSameRows(seed: UInt64) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let uninterrupted = try TableCampaign(calculations: 100)
    #expect(try uninterrupted.run().cause == .exited(0))
    let time = clock.now - start
    var campaign = try TableCampaign(calculations: 100)
    var stream = RandomStream(seed: seed)
    var kills = 0
    var done: Set<Int> = []
    while kills < 20 {
      let program = try campaign.start()
      let isRunning =
        kills.isMultiple(of: 2)
        ? program.run(lines: 1 + stream.uniform(below: 3))
        : program.run(for: time * (0.15 * stream.uniform()))
      let ending = program.end(by: SIGKILL)
      guard isRunning, ending.cause == .signalled(SIGKILL) else {
        // It was quicker than the kill: it is judged, and another is begun.
        #expect(try campaign.rows() == uninterrupted.rows())
        campaign = try TableCampaign(calculations: 100)
        continue
      }
      kills += 1
      if try CampaignStore.exists(at: campaign.database) {
        done.insert(try campaign.endedCount())
      }
    }
    #expect(done.count > 3, "The kills came at too few stages: \(done.sorted()).")
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(try campaign.rows() == uninterrupted.rows())
  }

  @Test(arguments: 1...66) func killedAtEachLineOfProgressItEndsWithTheSameRows(line: Int) throws {
    let campaign = try TableCampaign()
    let program = try campaign.start()
    #expect(program.run(lines: line))
    _ = program.end(by: SIGKILL)
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(try campaign.rows() == whole.rows)
  }

  /// Which models are fitted depends on those of earlier iterations, which only the record knows.
  @Test func killedWithAnAutomaticModelItEndsWithTheSameRows() throws {
    let text = TableCampaign.text(calculations: 24).replacing("{library: none}", with: "{model: automatic}")
    let (uninterrupted, campaign) = (try TableCampaign(), try TableCampaign())
    for each in [uninterrupted, campaign] { try each.write(text) }
    #expect(try uninterrupted.run().cause == .exited(0))
    var kills = 0
    for _ in 0..<6 {
      let program = try campaign.start()
      _ = program.run(lines: 5)
      if program.end(by: SIGKILL).cause == .signalled(SIGKILL) { kills += 1 }
    }
    #expect(kills > 2)
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    let rows = try uninterrupted.rows()
    #expect(try campaign.rows() == rows)
    #expect(rows.contains { $0.hasPrefix("transfer ") && $0.contains("model='detailed'") })
  }

  /// Designs go on beside calculations, so that the order of the lines may differ from run to run.
  @Test(arguments: 0..<4) func killedWhileDesigningAheadItEndsWithTheSameRows(place: Int) throws {
    func campaign() throws -> TableCampaign {
      let campaign = try TableCampaign()
      try campaign.write(TableCampaign.text().replacing("batch: 4", with: "batch: 4\n  ahead: 3"))
      return campaign
    }
    let uninterrupted = try campaign()
    let ending = try uninterrupted.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    let rows = try uninterrupted.rows()
    #expect(rows.count { $0.hasPrefix("calculation ") } == 40 && rows != whole.rows)
    let lines = ending.errors.split(separator: "\n").count
    for line in stride(from: 1 + place, to: lines, by: 4) {
      let broken = try campaign()
      let program = try broken.start()
      #expect(program.run(lines: line))
      _ = program.end(by: SIGKILL)
      let resumed = try broken.run()
      #expect(resumed.cause == .exited(0), "\(resumed)")
      #expect(try broken.rows() == rows, "It was killed after line \(line).")
    }
  }

  /// A step of a screen and of confirmations is announced in a line of its own.
  @Test(arguments: 0..<4) func killedWithAScreenAndConfirmationsItEndsWithTheSameRows(place: Int) throws {
    func campaign() throws -> TableCampaign {
      let campaign = try TableCampaign()
      try campaign.writeWithScreen(calculations: 20)
      return campaign
    }
    let uninterrupted = try campaign()
    let ending = try uninterrupted.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    let rows = try uninterrupted.rows()
    for table in ["screen ", "extraCalculation ", "extraObservation "] {
      #expect(rows.contains { $0.hasPrefix(table) })
    }
    let words = ["designing", "screening", "screened", "chose", "confirming"]
    let lines = ending.errors.split(separator: "\n").map(String.init)
    for word in words { #expect(lines.contains { $0.contains(word) }) }
    let steps = lines.indices.filter { line in words.contains { lines[line].contains($0) } }
    for index in stride(from: place, to: steps.count, by: 4) {
      let broken = try campaign()
      let program = try broken.start()
      #expect(program.run(lines: steps[index] + 1))
      _ = program.end(by: SIGKILL)
      let resumed = try broken.run()
      #expect(resumed.cause == .exited(0), "\(resumed)")
      #expect(try broken.rows() == rows, "It was killed after: \(lines[steps[index]])")
    }
  }

  /// Each repeat unit is calculated by two chains.
  @Test func aCampaignOnRepeatUnitsKilledAtItsLinesOfProgressEndsWithTheSameRows() throws {
    let uninterrupted = try PolymerCampaign()
    let ending = try uninterrupted.start().end()
    #expect(ending.cause == .exited(0), "\(ending)")
    let rows = try uninterrupted.rows()
    #expect(rows.count { $0.hasPrefix("calculation ") && $0.contains("state='succeeded'") } == 20)
    #expect(rows.contains { $0.hasPrefix("attempt ") && $0.contains("calculate, 2 units") })
    let lines = ending.errors.split(separator: "\n").count
    for line in stride(from: 1, to: lines, by: 4) {
      let broken = try PolymerCampaign()
      let program = try broken.start()
      #expect(program.run(lines: line))
      _ = program.end(by: SIGKILL)
      let resumed = try broken.start().end()
      #expect(resumed.cause == .exited(0), "\(resumed)")
      #expect(try broken.rows() == rows, "It was killed after line \(line).")
    }
  }

  /// The search makes compositions that the pool has not.
  @Test func aCampaignOnCompositionsKilledAtItsLinesOfProgressEndsWithTheSameRows() throws {
    let uninterrupted = try CompositionCampaign()
    let ending = try uninterrupted.start().end()
    #expect(ending.cause == .exited(0), "\(ending)")
    let rows = try uninterrupted.rows()
    #expect(rows.count { $0.hasPrefix("calculation ") && $0.contains("state='succeeded'") } == 20)
    #expect(rows.contains { $0.hasPrefix("candidate ") && $0.contains("exchange") })
    let lines = ending.errors.split(separator: "\n").count
    for line in stride(from: 1, to: lines, by: 4) {
      let broken = try CompositionCampaign()
      let program = try broken.start()
      #expect(program.run(lines: line))
      _ = program.end(by: SIGKILL)
      let resumed = try broken.start().end()
      #expect(resumed.cause == .exited(0), "\(resumed)")
      #expect(try broken.rows() == rows, "It was killed after line \(line).")
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP], [1, 12, 30])
  func interruptedItSaysSoAndGoesOnWithTheSameCommand(signal: Int32, line: Int) throws {
    let campaign = try TableCampaign()
    let program = try campaign.start()
    #expect(program.run(lines: line))
    let interrupted = program.end(by: signal)
    #expect(interrupted.cause == .exited(130), "\(interrupted)")
    #expect(
      interrupted.errors.hasSuffix("\nInterrupted. Everything finished is saved; run the same command to resume.\n"))
    #expect(interrupted.output.isEmpty)
    let ending = try campaign.run()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(try campaign.rows() == whole.rows)
  }
}
