import Files

/// What pilots need of a cluster's queue. A new queue is one file with these, and a line in ``Executors/all``.
package protocol BatchSystem: Sendable {
  /// The programs that it calls.
  var programs: [String] { get }

  /// The lines at the beginning of a job's script that the queue reads.
  func directives(for jobs: PilotJobs) -> [String]

  /// Submits this many jobs that run the script. Returns the numbers that the queue says.
  @discardableResult func submit(_ jobs: PilotJobs, count: Int) async throws(BatchFailure) -> [String]

  /// The jobs of a campaign that wait or run.
  func active(_ jobs: PilotJobs) async throws(BatchFailure) -> [QueuedJob]

  /// Cancels all jobs of a campaign.
  func cancel(_ jobs: PilotJobs) async throws(BatchFailure)

  /// Asks whether the queue would accept the script; nil if it does, or cannot be asked.
  func refusal(of jobs: PilotJobs) async -> String?
}

extension BatchSystem {
  package func refusal(of jobs: PilotJobs) async -> String? { nil }
}

/// The jobs of a campaign on a cluster.
package struct PilotJobs: Sendable {
  /// What the jobs do.
  package enum Role: Sendable, Hashable {
    /// They run attempts.
    case pilots
    /// One at a time runs the campaign's controller.
    case controller
  }

  /// The campaign's identity, which a resumed run finds its jobs by: letters, digits and `_ . -` only.
  package let campaign: String
  package let machine: MachineSettings
  package let role: Role

  package init(of campaign: String, on machine: MachineSettings, role: Role = .pilots) {
    // The last part of a campaign's name is a hash, so that it stays unique.
    self.campaign = String(campaign.map { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) ? $0 : "_" })
    self.machine = machine
    self.role = role
  }

  /// The campaign's spool folder.
  package var folder: String { "\(machine.spool)/\(campaign)" }

  /// The name of each job.
  package var name: String { role == .controller ? "cohobate-run-\(campaign)" : "cohobate-\(campaign)" }
  /// The path of the script.
  package var script: String { "\(folder)/\(role == .controller ? "run" : "job").sh" }
  /// The path of the list of the jobs' numbers, for a queue that does not find jobs by their names.
  package var list: String { "\(folder)/\(role == .controller ? "controllers" : "jobs")" }
  /// The folder of what jobs print.
  package var log: String { "\(folder)/log" }
}

/// A job that waits or runs.
public struct QueuedJob: Sendable, Hashable {
  /// Its number: what the job itself knows, the part after a point aside.
  public let id: String
  /// Whether it runs.
  public let isRunning: Bool
  /// Why it waits, in the queue's words; nil if it runs, or nothing is said.
  public let reason: String?
  /// Whether it waits for something that only a person can change.
  public let cannotStart: Bool

  /// Creates a job.
  public init(id: String, isRunning: Bool, reason: String? = nil, cannotStart: Bool = false) {
    self.id = id
    self.isRunning = isRunning
    self.reason = reason
    self.cannotStart = cannotStart
  }
}

/// The queue did not do what it was asked for.
package struct BatchFailure: Error, CustomStringConvertible {
  /// The command, without its arguments.
  package let command: String
  /// What it said, on one line and without a point at its end, because sentences go on after it.
  package let message: String
  /// Whether it refused; otherwise it could not be reached, and nothing is known.
  package let isRefusal: Bool

  package init(command: String, message: String, isRefusal: Bool) {
    (self.command, self.message, self.isRefusal) = (command, withoutFullStop(message), isRefusal)
  }

  package var description: String { "'\(command)' \(isRefusal ? "refuses" : "does not answer"): \(message)" }
}

extension CalculatorUnavailable {
  /// The error for a queue that does not answer, or refuses.
  init(queueOf machine: MachineSettings, _ failure: BatchFailure) {
    self.init(
      problem: "The queue of '\(machine.name)' cannot be used: \(failure)",
      remedy: "try its command by hand, and ask the administrator",
      diagnosis: "'cohobate machine check' goes through the whole chain")
  }
}
