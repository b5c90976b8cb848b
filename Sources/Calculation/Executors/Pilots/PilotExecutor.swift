import Files
import Foundation

/// Runs attempts on the nodes of a cluster, by pilots: jobs that take one attempt after another from a spool folder.
///
/// The truth about an attempt is its result file. The queue is asked rarely, and an answer that does not come, or that
/// lacks a job, is no statement about an attempt: one is put back only if its pilot's heartbeat has been silent three times and two
/// answers lack its job. An attempt may therefore run twice; the first result counts.
///
/// Workers stay running in the pilots, and are asked again.
///
/// Only this machine opens the record. What came back of an attempt lies in its folder here as after a run on this
/// machine, up to 1 MiB a file for those that the calculator does not read.
public struct PilotExecutor: Executor {
  /// The name of the bundled program that is a job.
  package static let pilot = "cohobate-pilot"

  /// The keys of a machine file that all queues share.
  package static let keys = [
    "cores", "time", "jobs", "idle", "setup", "directives", "variables", "scratch", "spool", "poll", "heartbeat",
  ]

  private let machine: MachineSettings
  private let system: any BatchSystem
  private let session: PilotSession
  private let local = LocalExecutor()

  package init(_ machine: MachineSettings, system: any BatchSystem) {
    self.machine = machine
    self.system = system
    session = PilotSession(machine, system: system)
  }

  /// Twice as many as the jobs can run at once, so that none of them waits for the next.
  public func capacity(wanted: Int?) -> ExecutorCapacity {
    ExecutorCapacity(jobs: wanted ?? 2 * machine.mostJobs * machine.slots)
  }

  /// The programs of the nodes, and the commands of the queue.
  public func tools() async -> [ExecutorTool] {
    let bundled = [LocalExecutor.keeper, Self.pilot].map { name in
      ExecutorTool(
        name: name, place: Result { () throws(CalculatorUnavailable) in try BundledExecutable.path(of: name) })
    }
    let commands = system.programs.map { name in
      let place = Self.place(of: name)
      return ExecutorTool(
        name: name,
        place: place.map { .success($0) }
          ?? .failure(
            CalculatorUnavailable(
              problem: "There is no '\(name)' on this machine",
              remedy: "run Cohobate on a machine from which jobs are submitted (a login node)")))
    }
    return bundled + commands
  }

  private static func place(of program: String) -> String? {
    if program.contains("/") { return Program.isThere(program) ? program : nil }
    return Program.find(program, in: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }

  /// Makes the spool folder, asks the queue for the jobs of an earlier run, and reads what they have done.
  public func begin(as campaign: String) async throws(CalculatorUnavailable) {
    for tool in await tools() { _ = try tool.place.get() }
    let programs = try [LocalExecutor.keeper, Self.pilot].map { (name) throws(CalculatorUnavailable) in
      try BundledExecutable.path(of: name)
    }
    try await session.begin(campaign, programs: programs)
  }

  /// Lets a pilot run the attempt, and waits for its result. A question for a version is answered on this machine.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    if request.molecule == nil { return await local.run(request, in: folder) }
    if request.isForWorker, request.question == nil {
      return AttemptOutput(termination: .notStarted(AttemptRequest.severalLines))
    }
    switch await session.outcome(of: request, in: folder, limits: local.limits) {
    case .result(let result):
      // A worker has a folder of its own, as on one machine.
      if !request.isForWorker { result.unpack(into: folder) }
      var output = result.output
      output.machine = machine.place(node: result.node)
      return output
    case .deferred: return AttemptOutput(termination: .cancelled, isDeferred: true)
    case .cancelled: return AttemptOutput(termination: .cancelled)
    case .lost: return AttemptOutput(termination: .signalled(SIGKILL), machine: machine.place())
    case .failed(let reason): return AttemptOutput(termination: .notStarted(reason))
    }
  }

  /// Lets the pilots go on when the session is interrupted, or not.
  public func keepJobs(_ keeps: Bool) async { await session.keepJobs(keeps) }

  /// The script of a pilot's job.
  public func script(for campaign: String) -> String? {
    PilotJobs(of: campaign, on: machine).scriptText(for: system)
  }

  /// What the queue says to the script without submitting it.
  public func refusal() async -> String? { await session.refusal() }

  /// The pilots' jobs that wait or run.
  public func jobStates() async -> [QueuedJob]? { await session.jobStates() }

  /// Ends the pilots and removes the spool folder, or leaves them to go on, as the settings say.
  public func end() async throws(CalculatorUnavailable) { try await session.end(isInterrupted: Task.isCancelled) }
}
