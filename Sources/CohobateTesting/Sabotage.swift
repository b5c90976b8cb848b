public import Calculation
public import Chemistry

/// A change to a request that makes its attempt fail in a known way.
public enum Sabotage: Sendable, Hashable {
  /// The program is replaced by one that never ends, and its time limit by this one, in seconds.
  case neverEnds(timeLimitSeconds: Double)
  /// The program is replaced by one that sends itself a signal.
  case signal(Signal)
  /// The program is replaced by one that prints this text and writes it into every collected file. A worker answers
  /// with its first line.
  case garbage(String)
  /// The program is replaced by a missing one.
  case vanished
  /// The program's files and its standard input are corrupted, and the time limit is at most this, in seconds, because
  /// some programs then never end.
  case broken(BrokenGeometry, timeLimitSeconds: Double)

  /// A signal, by its name for `kill`.
  public enum Signal: String, Sendable, Hashable, CaseIterable {
    /// From outside: it says nothing about the molecule.
    case kill = "KILL"
    /// Caused by the program itself.
    case segmentationFault = "SEGV"
  }

  /// The kind of a broken geometry.
  public enum BrokenGeometry: Sendable, Hashable, CaseIterable {
    /// All atoms are at the same place.
    case coincident
    /// No coordinate is a number.
    case notANumber
    /// The file is empty.
    case empty

    /// Corrupts a text, in whatever format: every number with a decimal point or an exponent is taken as a coordinate.
    func ruined(_ text: String) -> String {
      let number = /-?\d+(?:\.\d+(?:[eE][-+]?\d+)?|[eE][-+]?\d+)/
      return switch self {
      case .coincident: text.replacing(number, with: "0.000000")
      case .notANumber: text.replacing(number, with: "NaN")
      case .empty: ""
      }
    }
  }

  /// The request that is run instead.
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

/// An executor that sabotages every attempt and then runs it, so that the consequences are real.
public struct SabotagingExecutor: Executor {
  private let sabotage: Sabotage
  private let victim: Molecule?
  private let executor: any Executor

  /// Creates an executor that sabotages each request, or only those for one molecule, and runs it on another executor.
  public init(_ sabotage: Sabotage, onlyFor victim: Molecule? = nil, on executor: any Executor = LocalExecutor()) {
    self.sabotage = sabotage
    self.victim = victim
    self.executor = executor
  }

  /// Runs the sabotaged request.
  public func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
    let isSpared = victim != nil && request.molecule != victim
    return await executor.run(isSpared ? request : sabotage.applied(to: request), in: folder)
  }

  /// Ends what the other executor keeps running.
  public func end() async throws(CalculatorUnavailable) { try await executor.end() }

  /// Asks the other executor.
  public func isFree(_ folder: String) async -> Bool { await executor.isFree(folder) }

  /// Asks the other executor.
  public func isFreeNow(_ folder: String) async -> Bool { await executor.isFreeNow(folder) }
}
