import Calculation
import Testing
import Workbench

@Suite struct MachineCheckTests {
  @Test func thisMachineCalculatesWater() async throws {
    let check = try await MachineCheck(of: MachineSettings(), patienceSeconds: 60)
    #expect(check.isInOrder, "\(check.findings)")
    #expect(check.findings.map(\.subject) == ["cohobate-keeper", "xtb", "xtb calculates water there"])
  }

  @Test func aMissingCommandIsNamedWithWhatToDo() async throws {
    var machine = MachineSettings(name: "m", executor: "template")
    (machine.spool, machine.submit) = ("/tmp/nowhere", ["/nowhere/qsub", "{script}"])
    (machine.query, machine.cancel) = (["/nowhere/qstat"], ["/nowhere/qdel", "{job}"])
    let check = try await MachineCheck(of: machine, patienceSeconds: 60)
    #expect(!check.isInOrder)
    #expect(check.findings.last?.finding == "There is no '/nowhere/qsub' on this machine")
    #expect(check.findings.last?.remedy?.contains("login node") == true)
  }

  /// A queue that does not answer.
  private struct SilentQueue: Executor {
    func begin(as campaign: String) async throws(CalculatorUnavailable) {
      throw CalculatorUnavailable(
        problem: "The queue is silent", remedy: "try its command by hand",
        diagnosis: "'cohobate machine check' finds more")
    }

    func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      await LocalExecutor().run(request, in: folder)
    }
  }

  @Test func aRemedyDoesNotNameTheSameCommandAgain() async throws {
    let check = try await MachineCheck(
      of: MachineSettings(), SilentQueue(), by: XTBCalculator(), patienceSeconds: 60, tell: { _ in })
    let last = try #require(check.findings.last)
    #expect(!last.isInOrder && last.finding == "The queue is silent" && last.remedy == "try its command by hand")
  }
}
