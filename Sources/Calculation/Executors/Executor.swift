/// A place where the programs of attempts run: this machine, a cluster, a recording.
///
/// It is the only part of a calculation that touches a machine. The command line chooses one; the loop, the stage and
/// the calculators take any. Only ``run(_:in:)`` must be written: the defaults of the others are those of a place that
/// needs no preparation and keeps nothing running.
///
/// A new executor has its own folder beside `Local`, and a line in ``Executors/all``.
public protocol Executor: Sendable {
  /// How many attempts it runs at once if this many are wanted; nil leaves the number to the executor.
  func capacity(wanted: Int?) -> ExecutorCapacity

  /// The programs that it needs besides those of the attempts. `doctor` shows them.
  func tools() async -> [ExecutorTool]

  /// Starts a session: called before the first of many attempts, and before a campaign records anything of its run.
  /// - Parameter campaign: The name of the folder of the campaign's attempts: the same in every run of a campaign, and
  ///   different from those of others.
  /// - Throws: If no program can run there now, with what is missing and what to do.
  func begin(as campaign: String) async throws(CalculatorUnavailable)

  /// Runs one attempt in an existing, empty folder and returns its output.
  ///
  /// It never throws: every problem is a termination. If the calling task is cancelled, the program and all its
  /// children are stopped, and the termination is `.cancelled`. A question about a program's version may come outside
  /// of a session.
  func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput

  /// Ends a session: stops everything that was kept running for further attempts, and waits for its end. Another session
  /// may follow.
  /// - Throws: If what the session leaves to be done cannot be done, with the reason and what to do.
  func end() async throws(CalculatorUnavailable)

  /// From now on, the jobs of a session stay if it ends before its attempts do, or are cancelled. The settings decide until
  /// this is called.
  func keepJobs(_ keeps: Bool) async

  /// The script of the jobs that it submits for a campaign; nil if it submits none.
  func script(for campaign: String) -> String?

  /// Why the machine would not accept its jobs, in the machine's words; nil if it would, or cannot be asked. Called in a
  /// session.
  func refusal() async -> String?

  /// What is known of the jobs of the session; nil if there are none.
  func jobStates() async -> [QueuedJob]?

  /// Whether nothing can write into a folder any more. An earlier run of Cohobate that was killed may have left a program
  /// that still works there. It may wait for a short time.
  func isFree(_ folder: String) async -> Bool

  /// The same without waiting: whether a folder that is no longer needed may be removed now.
  func isFreeNow(_ folder: String) async -> Bool
}

extension Executor {
  /// As many as are wanted, or one.
  public func capacity(wanted: Int?) -> ExecutorCapacity { ExecutorCapacity(jobs: wanted ?? 1) }

  /// None.
  public func tools() async -> [ExecutorTool] { [] }

  /// Does nothing.
  public func begin(as campaign: String) async throws(CalculatorUnavailable) {}

  /// Does nothing.
  public func end() async throws(CalculatorUnavailable) {}

  /// Does nothing.
  public func keepJobs(_ keeps: Bool) async {}

  /// Nil.
  public func script(for campaign: String) -> String? { nil }

  /// Nil.
  public func refusal() async -> String? { nil }

  /// Nil.
  public func jobStates() async -> [QueuedJob]? { nil }

  /// True: what it ran has ended.
  public func isFree(_ folder: String) async -> Bool { true }

  /// The answer of ``isFree(_:)``.
  public func isFreeNow(_ folder: String) async -> Bool { await isFree(folder) }

  /// Calls the body in a session, which ends even if the body throws. The body's error is then the one that is thrown.
  public func session<Result>(as campaign: String, _ body: () async throws -> Result) async throws -> Result {
    try await begin(as: campaign)
    let result: Result
    do {
      result = try await body()
    } catch {
      try? await end()
      throw error
    }
    try await end()
    return result
  }
}

/// The number of attempts that an executor runs at once.
public struct ExecutorCapacity: Sendable, Hashable {
  /// The number; at least 1.
  public let jobs: Int
  /// What restricts the number or the attempts, in sentences for the user.
  public let notes: [String]

  /// Creates a capacity.
  public init(jobs: Int, notes: [String] = []) {
    self.jobs = max(1, jobs)
    self.notes = notes
  }
}

/// A program that an executor needs to run others.
public struct ExecutorTool: Sendable {
  /// Its name.
  public let name: String
  /// Where it was found, or what is missing and what to do.
  public let place: Result<String, CalculatorUnavailable>

  /// Creates a tool.
  public init(name: String, place: Result<String, CalculatorUnavailable>) {
    self.name = name
    self.place = place
  }
}
