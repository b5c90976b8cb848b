import Foundation
import Glibc
import Stores
import Testing

/// Small campaigns on the real xtb.
@Suite(.serialized) struct XTBTests {
  private static let text = """
    name: real
    seed: 3
    objectives:
      - property: gap
        window: [3.0, 6.0]
    molecules:
      heavy_atoms: [4, 8]
    calculator:
      program: xtb
      conformers: 1
    design:
      particles: 20
      steps: 3
      candidates: 40
    budget:
      calculations: 8
      initial: 4
      batch: 4

    """

  /// The rows of a campaign that was never interrupted.
  private static let uninterrupted = Result { () throws -> [String] in
    let folder = try newFolder()
    let ending = try run(in: folder).end()
    try #require(ending.cause == .exited(0), "\(ending)")
    return try store(in: folder).dumpRows()
  }

  private static func newFolder(named name: String = "campaign") throws -> TemporaryFolder {
    let folder = try TemporaryFolder(named: name)
    try folder.write(text, to: "real.yaml")
    return folder
  }

  private static func run(in folder: TemporaryFolder, _ options: [String] = []) throws -> RunningProgram {
    try RunningProgram(["run", "real.yaml"] + options, in: folder)
  }

  private static func store(in folder: TemporaryFolder) throws -> CampaignStore {
    try CampaignStore.openReadOnly(at: folder.file("real.sqlite"))
  }

  @Test(arguments: ["all", "failed", "none"])
  func foldersOfAttemptsStayAsWanted(_ keep: String) throws {
    let folder = try Self.newFolder()
    let ending = try Self.run(in: folder, ["--keep", keep]).end()
    try #require(ending.cause == .exited(0), "\(ending)")
    let files = try folder.contents().keys.filter { $0.hasPrefix("Workdir/") }
    // No attempt fails, and a molecule that leaves its stereochemistry open has one for each isomer.
    let store = try Self.store(in: folder)
    let attempts = try store.calculations().reduce(0) { try $0 + store.attempts(of: $1.calculation.id).count }
    #expect(attempts >= 8)
    #expect(files.count { $0.hasSuffix("/stdout") } == (keep == "all" ? attempts : 0))
  }

  @Test func aCampaignRunsToItsEndAndEverythingIsRecorded() throws {
    let folder = try Self.newFolder()
    let ending = try Self.run(in: folder).end()
    try #require(ending.cause == .exited(0), "\(ending)")
    let store = try Self.store(in: folder)
    #expect(try store.dumpRows() == Self.uninterrupted.get())
    let calculations = try store.calculations()
    #expect(calculations.count == 8)
    #expect(calculations.allSatisfy { $0.calculation.state == .succeeded })
    let observations = try store.observations()
    #expect(observations.count == 8 * 6)
    #expect(observations.allSatisfy { $0.value.isFinite })
    #expect(observations.filter { $0.property == "energy" }.allSatisfy { $0.value < -5 })
    #expect(observations.filter { $0.property == "gap" }.allSatisfy { (0.5...15).contains($0.value) })
    for calculation in calculations {
      let attempts = try store.attempts(of: calculation.calculation.id)
      // One for each stereoisomer that the SMILES leaves open.
      #expect(attempts.count == 1 || (attempts.count > 1 && calculation.calculation.isomer != nil))
      for attempt in attempts {
        #expect(attempt.exitStatus == 0)
        #expect(attempt.wallSeconds > 0)
        #expect(attempt.commandLine.first?.hasSuffix("xtb") == true)
        #expect(attempt.commandLine.contains("--gfn"))
      }
    }
    #expect(try store.versions().contains { $0.component == "xtb" && !$0.version.isEmpty })
  }

  @Test(arguments: [SIGINT, SIGKILL])
  func stoppedInTheMiddleOfCalculationsItLeavesNoProcessAndEndsWithTheSameRows(signal: Int32) throws {
    let whole = try Self.uninterrupted.get()
    let folder = try Self.newFolder()
    let program = try Self.run(in: folder)
    let workdir = folder.file("Workdir")
    // The next line after this one comes when the first calculation has ended: meanwhile xtb is running.
    while let line = program.nextLine(), !line.contains("chose") {}
    while Processes.working(below: workdir).isEmpty && program.isRunning { sched_yield() }
    let stopped = program.end(by: signal)
    #expect(stopped.cause == (signal == SIGINT ? .exited(130) : .signalled(SIGKILL)), "\(stopped)")
    #expect(try Self.store(in: folder).iterations().count < 3)
    if signal == SIGINT {
      #expect(Processes.working(below: workdir) == [])
    } else {
      // The kernel kills them with the program; to die takes them a moment.
      let clock = ContinuousClock()
      let end = clock.now + .seconds(10)
      while !Processes.working(below: workdir).isEmpty && clock.now < end { sched_yield() }
      #expect(Processes.working(below: workdir) == [])
    }
    let ending = try Self.run(in: folder).end()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(try Self.store(in: folder).dumpRows() == whole)
  }

  @Test func inAFolderOfAHostileNameItGivesTheSame() throws {
    let whole = try Self.uninterrupted.get()
    let folder = try Self.newFolder(named: "it's \"a\" $(touch x) `touch y`;\n* &")
    let ending = try Self.run(in: folder).end()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(try Self.store(in: folder).dumpRows() == whole)
    #expect(try folder.contents().keys.allSatisfy { !["x", "y"].contains(($0 as NSString).lastPathComponent) })
  }
}
