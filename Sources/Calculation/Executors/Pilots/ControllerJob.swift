import Files
import Foundation

/// The job in which a campaign's controller runs: one core of the queue that the pilots use. Before its time is up it submits
/// its successor, which runs the same script.
public struct ControllerJob: Sendable {
  private let jobs: PilotJobs
  private let pilots: PilotJobs
  private let system: any BatchSystem

  /// The job of a campaign; nil if programs run on this machine, and there is no queue.
  /// - Parameter campaign: The name of the folder of the campaign's attempts.
  public init?(of campaign: String, on machine: MachineSettings) {
    guard let system = Executors.queue(of: machine) else { return nil }
    self.init(of: campaign, on: machine, system: system)
  }

  package init(of campaign: String, on machine: MachineSettings, system: any BatchSystem) {
    var own = machine
    own.cores = 1
    // The memory in the machine file is for all cores of a job.
    own.memoryMebibytes = machine.memoryMebibytes.map { min($0, max(Self.leastMebibytes, $0 / machine.slots)) }
    jobs = PilotJobs(of: campaign, on: own, role: .controller)
    pilots = PilotJobs(of: campaign, on: machine)
    self.system = system
  }

  /// The folder of what the job prints.
  public var log: String { jobs.log }

  /// The seconds from the beginning of the job until it must begin to leave.
  public var seconds: Int { jobs.machine.jobSeconds - Self.margin(ofSeconds: jobs.machine.jobSeconds) }

  /// The seconds before the end of a job in which the controller stops, saves the record and submits its successor: a tenth
  /// of the time, at least 20 s and at most 2 min.
  static func margin(ofSeconds seconds: Int) -> Int { min(120, max(20, seconds / 10)) }

  /// The script of the job.
  ///
  /// - Parameters:
  ///   - command: The command that runs the campaign, word by word.
  ///   - folder: The folder in which it runs.
  ///   - seconds: The seconds after which it begins to leave; nil for ``seconds``.
  package func script(command: [String], in folder: String, seconds: Int? = nil) -> String {
    jobs.controllerText(
      for: system, command: command, in: folder, search: ProcessInfo.processInfo.environment["PATH"] ?? "",
      seconds: seconds ?? self.seconds)
  }

  /// The numbers of the campaign's controllers that wait or run.
  public func active() async throws(CalculatorUnavailable) -> [String] {
    try await asking { () async throws(BatchFailure) in try await system.active(jobs).map(\.id) }
  }

  /// Writes the script and submits it. Returns the job's number.
  ///
  /// - Parameters:
  ///   - command: The command that runs the campaign, word by word.
  ///   - folder: The folder in which it runs.
  ///   - seconds: The seconds after which it begins to leave; nil for ``seconds``.
  public func begin(
    command: [String], in folder: String, seconds: Int? = nil
  ) async throws(CalculatorUnavailable) -> String {
    do {
      try FileManager.default.createDirectory(atPath: jobs.log, withIntermediateDirectories: true)
      try script(command: command, in: folder, seconds: seconds).write(
        toFile: jobs.script, atomically: true, encoding: .utf8)
    } catch {
      throw CalculatorUnavailable(
        problem: "The spool folder '\(jobs.folder)' cannot be used: \(fileProblem(error, at: jobs.folder))",
        remedy: "name a folder on a disk that this machine and the nodes share under 'spool' in the machine file")
    }
    // The numbers of those that have ended.
    try? FileManager.default.removeItem(atPath: jobs.list)
    return try await submit()
  }

  /// Submits the script that is there. Returns the job's number.
  public func submit() async throws(CalculatorUnavailable) -> String {
    let numbers = try await asking { () async throws(BatchFailure) in try await system.submit(jobs, count: 1) }
    guard let number = numbers.first else {
      throw CalculatorUnavailable(
        problem: "The queue of '\(jobs.machine.name)' said no number of the job that it was given",
        remedy: "look in the queue whether a job '\(jobs.name)' is there before you submit another")
    }
    return number
  }

  /// Submits the script that is there, from the job that leaves the campaign to it. A queue that does not answer is asked again.
  /// Returns the job's number.
  public func submitSuccessor() async throws(CalculatorUnavailable) -> String {
    for _ in 0..<Self.mostRepeats {
      do throws(BatchFailure) {
        if let number = try await system.submit(jobs, count: 1).first { return number }
      } catch {
        if error.isRefusal { break }
      }
      try? await Task.sleep(for: Self.pause)
      // A queue may have taken a job although it did not say so: then it has two.
      if let present = try? await active(), present.count > 1, let last = present.last { return last }
    }
    return try await submit()
  }

  /// Cancels the campaign's controllers, and then its other jobs. A controller may submit its successor meanwhile, which is
  /// cancelled too. Returns the numbers of the controllers.
  public func cancel() async throws(CalculatorUnavailable) -> [String] {
    var cancelled: [String] = []
    var failure: CalculatorUnavailable?
    do throws(CalculatorUnavailable) {
      for _ in 0..<Self.mostLooks {
        let active = try await active()
        guard !active.isEmpty else { break }
        let new = active.filter { !cancelled.contains($0) }
        // A second signal would end a controller that is saving the record.
        if !new.isEmpty {
          cancelled += new
          try await asking { () async throws(BatchFailure) in try await system.cancel(jobs) }
        }
        try? await Task.sleep(for: .seconds(min(1, jobs.machine.pollSeconds)))
      }
    } catch {
      failure = error
    }
    try await cancelPilots()
    if let failure { throw failure }
    return cancelled
  }

  /// Cancels the jobs that run the campaign's attempts.
  public func cancelPilots() async throws(CalculatorUnavailable) {
    Spool(folder: pilots.folder).stop()
    try await asking { () async throws(BatchFailure) in try await system.cancel(pilots) }
  }

  /// How often the queue is asked whether the controllers are gone.
  private static let mostLooks = 20
  /// How often a successor is submitted again, and the time between, which is less than the margin at the end of a job.
  private static let mostRepeats = 3
  private static let pause = Duration.seconds(4)
  /// A controller needs this much memory.
  private static let leastMebibytes = 1024

  private func asking<Answer>(
    _ body: () async throws(BatchFailure) -> Answer
  ) async throws(CalculatorUnavailable) -> Answer {
    do throws(BatchFailure) {
      return try await body()
    } catch {
      throw CalculatorUnavailable(queueOf: jobs.machine, error)
    }
  }
}
