public import Calculation
public import Chemistry

/// What is done to a request so that its attempt goes wrong in a known way.
public enum Sabotage: Sendable, Hashable {
  /// The program is replaced by one that never ends, and its time limit by this one, in seconds.
  case neverEnds(timeLimitSeconds: Double)
  /// The program is replaced by one that sends itself a signal.
  case signal(Signal)
  /// The program is replaced by one that prints this, and leaves it in every file that is collected. A worker answers
  /// with its first line.
  case garbage(String)
  /// The program is replaced by one that is not there.
  case vanished
  /// The program's files and its standard input are ruined, and the time limit is at most this, in seconds: there are
  /// programs that never end then.
  case broken(BrokenGeometry, timeLimitSeconds: Double)

  /// A signal, under the name that `kill` knows.
  public enum Signal: String, Sendable, Hashable, CaseIterable {
    /// From outside: nothing can be said of the molecule.
    case kill = "KILL"
    /// From the program's own fault.
    case segmentationFault = "SEGV"
  }

  /// How a geometry is broken.
  public enum BrokenGeometry: Sendable, Hashable, CaseIterable {
    /// All atoms are in one place.
    case coincident
    /// No coordinate is a number.
    case notANumber
    /// There is nothing at all.
    case empty

    /// Every number with a decimal point or an exponent is a coordinate, in whatever format.
    func ruined(_ text: String) -> String {
      let number = /-?\d+(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)/
      return switch self {
      case .coincident: text.replacing(number, with: "0.000000")
      case .notANumber: text.replacing(number, with: "NaN")
      case .empty: ""
      }
    }
  }

  /// The request as it is run instead.
  public func applied(to request: AttemptRequest) -> AttemptRequest {
    switch self {
    case .neverEnds(let limit): request.replaced(by: ["/bin/sleep", "infinity"], timeLimitSeconds: limit)
    case .signal(let signal): request.replaced(by: ["/bin/sh", "-c", "kill -s \"$1\" $$", "sh", signal.rawValue])
    case .vanished: request.replaced(by: ["/nonexistent/program"])
    case .garbage(let garbage) where request.isForWorker:
      request.replaced(
        by: ["/bin/cat"],
        standardInput: String(garbage.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)[0]))
    case .garbage(let garbage):
      request.replaced(
        by: ["/bin/cat", "garbage"],
        files: (["garbage"] + request.collect.filter { $0 != "garbage" }).map { .init(name: $0, contents: garbage) })
    case .broken(let geometry, let limit):
      request.replaced(
        by: request.commandLine,
        files: request.files.map { .init(name: $0.name, contents: geometry.ruined($0.contents)) },
        standardInput: request.standardInput.map(geometry.ruined),
        timeLimitSeconds: min(limit, request.timeLimitSeconds))
    }
  }
}

extension AttemptRequest {
  fileprivate func replaced(
    by commandLine: [String], files: [File]? = nil, standardInput: String? = nil, timeLimitSeconds: Double? = nil
  ) -> AttemptRequest {
    AttemptRequest(
      number: number, step: step, conformer: conformer, changes: changes, molecule: molecule, geometry: geometry,
      executable: commandLine[0], arguments: Array(commandLine.dropFirst()), environment: environment,
      files: files ?? self.files, timeLimitSeconds: timeLimitSeconds ?? self.timeLimitSeconds, collect: collect,
      standardInput: standardInput ?? self.standardInput, isForWorker: isForWorker)
  }
}

/// An executor that runs every attempt after it was sabotaged, so that what follows is what really follows.
public struct SabotagingExecutor: Executor {
  private let sabotage: Sabotage
  private let victim: Molecule?
  private let executor: any Executor

  /// Creates an executor that does this to each request, or to those about one molecule, and then runs it on another.
  public init(_ sabotage: Sabotage, onlyFor victim: Molecule? = nil, on executor: any Executor = LocalExecutor()) {
    self.sabotage = sabotage
    self.victim = victim
    self.executor = executor
  }

  /// Runs what the sabotage makes of the request.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    let isSpared = victim != nil && request.molecule != victim
    return await executor.run(isSpared ? request : sabotage.applied(to: request), in: folder)
  }
}
