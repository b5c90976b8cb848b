import Calculation
import CohobateTesting
import Synchronization
import Testing

@Suite struct ExecutorTests {
  /// Notes what is asked of it.
  private final class Noting: Executor {
    let notes = Mutex<[String]>([])
    private let problem: CalculatorUnavailable?

    init(problem: CalculatorUnavailable? = nil) { self.problem = problem }

    func begin(as campaign: String) async throws(CalculatorUnavailable) {
      notes.withLock { $0.append("begin \(campaign)") }
      if let problem { throw problem }
    }
    func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      notes.withLock { $0.append("run") }
      return AttemptOutput(termination: .exited(0))
    }
    func end() async { notes.withLock { $0.append("end") } }
  }

  private struct Stop: Error {}

  @Test func aSessionBeginsAndEndsEvenIfItsBodyThrows() async throws {
    let executor = Noting()
    let status = try await executor.session(as: "a-1") { await executor.run(.shell("true"), in: "/").termination }
    #expect(status == .exited(0))
    #expect(executor.notes.withLock { $0 } == ["begin a-1", "run", "end"])
    await #expect(throws: Stop.self) { try await executor.session(as: "b-1") { throw Stop() } }
    #expect(executor.notes.withLock { $0 } == ["begin a-1", "run", "end", "begin b-1", "end"])
  }

  @Test func aSessionThatCannotBeginRunsNothing() async throws {
    let missing = CalculatorUnavailable(problem: "There is no queue", remedy: "ask for one")
    let executor = Noting(problem: missing)
    await #expect(throws: missing) {
      try await executor.session(as: "a-1") { Issue.record("Nothing is to be run.") }
    }
    #expect(executor.notes.withLock { $0 } == ["begin a-1"])
  }

  @Test func aPlaceThatNeedsNothingNeedsOnlyToRun() async throws {
    let executor = RecordedExecutor { _, _ in AttemptOutput(termination: .exited(0)) }
    #expect(await executor.tools().isEmpty)
    #expect(await executor.isFree("/anywhere"))
    #expect(await executor.isFreeNow("/anywhere"))
    #expect(executor.capacity(wanted: 7) == ExecutorCapacity(jobs: 7))
    #expect(executor.capacity(wanted: nil).jobs == 1)
    #expect(try await executor.session(as: "a-1") { 7 } == 7)
  }
}
