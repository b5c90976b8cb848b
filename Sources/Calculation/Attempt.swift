public import Chemistry
import Glibc

/// One run of a program for a calculation: all that an executor needs, and nothing about the state of the machine.
public struct AttemptRequest: Sendable, Hashable {
  /// A file to be written into the attempt's folder before the program starts.
  public struct File: Sendable, Hashable {
    /// The file's name inside the folder.
    public let name: String
    /// The file's contents, written as UTF-8.
    public let contents: String

    /// Creates a file.
    public init(name: String, contents: String) {
      self.name = name
      self.contents = contents
    }
  }

  /// The attempt's number in its calculation, from 1.
  public let number: Int
  /// The step of the calculator's protocol, in a word or two: `optimise`, `ionise`.
  public let step: String
  /// The conformer's number, from 1; nil if there is none, or all are meant.
  public let conformer: Int?
  /// How its settings differ from the protocol's, a sentence each: the changes after an attempt did not converge.
  public let changes: [String]
  /// The molecule; `nil` if only the program itself is asked, for its version.
  public let molecule: Molecule?
  /// The geometry that the program starts from, if any.
  public let geometry: Geometry?
  /// The program: an absolute path.
  public let executable: String
  /// The arguments after the program's own name, passed without a shell.
  public let arguments: [String]
  /// The whole environment; nothing is inherited. The executor adds `HOME` and `TMPDIR`, both the attempt's folder.
  public let environment: [String: String]
  /// The files written before the program starts.
  public let files: [File]
  /// The limit on wall time, in seconds, after which the program is stopped.
  public let timeLimitSeconds: Double
  /// The names of the files to read when the program has ended.
  public let collect: [String]
  /// The program's standard input; nil for none.
  public let standardInput: String?
  /// Whether the program is a persistent worker that answers further requests with the same command. `standardInput` is
  /// then one line, and the answer is one line on standard output. A worker that has ended is started again.
  public let isForWorker: Bool
  /// The chain of a polymer that the attempt calculates; nil for any other molecule.
  public let chain: Chain?

  /// Creates a request.
  public init(
    number: Int, step: String = "calculate", conformer: Int? = nil, changes: [String] = [], molecule: Molecule?,
    geometry: Geometry?, executable: String, arguments: [String], environment: [String: String], files: [File] = [],
    timeLimitSeconds: Double, collect: [String] = [], standardInput: String? = nil, isForWorker: Bool = false,
    chain: Chain? = nil
  ) {
    self.number = number
    self.step = step
    self.conformer = conformer
    self.changes = changes
    self.molecule = molecule
    self.geometry = geometry
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.files = files
    self.timeLimitSeconds = timeLimitSeconds
    self.collect = collect
    self.standardInput = standardInput
    self.isForWorker = isForWorker
    self.chain = chain
  }

  /// The program and its arguments.
  public var commandLine: [String] { [executable] + arguments }

  /// The line that a worker is asked; nil if there would be more than one.
  var question: String? {
    var question = standardInput ?? ""
    if question.hasSuffix("\n") { question.removeLast() }
    return question.utf8.contains(UInt8(ascii: "\n")) ? nil : question
  }

  /// Why a worker cannot be asked if there is no ``question``.
  static let severalLines = "its question has more than one line."
}

/// How an attempt's program ended.
public enum Termination: Sendable, Hashable, Codable {
  /// It exited with this status.
  case exited(Int32)
  /// It was ended by a signal that Cohobate did not send.
  case signalled(Int32)
  /// Stopped at the time limit.
  case timedOut
  /// Stopped because the calling task was cancelled.
  case cancelled
  /// Stopped because it wrote more than the allowed number of bytes.
  case outputLimitExceeded(bytes: Int)
  /// Stopped because the files in its folder took more than the allowed number of bytes; `found` is what they took.
  case folderLimitExceeded(bytes: Int, found: Int, files: Int)
  /// It was never started; the sentence says why.
  case notStarted(String)
}

/// The output of an attempt.
public struct AttemptOutput: Sendable, Hashable {
  /// How the program ended.
  public let termination: Termination
  /// Its standard output, read as UTF-8.
  public let standardOutput: String
  /// Its standard error, read as UTF-8.
  public let standardError: String
  /// The contents of the files in the request's `collect` that exist, by name.
  public let files: [String: String]
  /// Wall time from start to end, in seconds.
  public let wallSeconds: Double
  /// The free space after the end on the disk of the attempt's folder, in bytes; nil if it was not determined.
  public let freeBytes: Int?
  /// Whether the attempt was submitted and is not waited for: a later run reads its output.
  public let isDeferred: Bool
  /// Where it ran: the executor's name, and the machine and node if the executor knows them; nil if it is not known.
  public var machine: String?

  /// Creates an output.
  public init(
    termination: Termination, standardOutput: String = "", standardError: String = "", files: [String: String] = [:],
    wallSeconds: Double = 0, freeBytes: Int? = nil, isDeferred: Bool = false, machine: String? = nil
  ) {
    self.termination = termination
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.files = files
    self.wallSeconds = wallSeconds
    self.freeBytes = freeBytes
    self.isDeferred = isDeferred
    self.machine = machine
  }
}

extension AttemptOutput {
  /// The failure that follows from the termination alone, for any program; `nil` after an exit, whatever its status.
  public func terminationFailure(of program: String, timeLimitSeconds: Double) -> CalculationFailure? {
    switch termination {
    case .exited:
      nil
    case .signalled(SIGXFSZ):
      CalculationFailure(
        .resource,
        "\(program) was stopped because a file reached the greatest size that the session allows; raise it with 'ulimit -f'.",
        evidence: lastLines())
    case .signalled(let signal):
      CalculationFailure(.random, "\(program) was ended by signal \(signal).", evidence: lastLines())
    case .timedOut:
      CalculationFailure(
        .timeout, "\(program) was stopped at its time limit of \(timeLimitSeconds) s.", evidence: lastLines())
    case .cancelled:
      CalculationFailure(.cancelled, "\(program) was stopped because the campaign was.", evidence: lastLines())
    case .outputLimitExceeded(let bytes):
      CalculationFailure(
        .resource, "\(program) was stopped because it wrote more than \(bytes) bytes.", evidence: lastLines())
    case .folderLimitExceeded(let bytes, let found, let files):
      CalculationFailure(
        .resource, "\(program) was stopped because its files took more than \(bytes) bytes together.",
        evidence: ["\(files) files with \(found) bytes were counted in its folder.", lastLines()]
          .filter { !$0.isEmpty }.joined(separator: "\n---\n"))
    case .notStarted(let reason):
      CalculationFailure(.resource, "\(program) could not be started: \(reason)")
    }
  }

  /// The last lines of standard output and of standard error, as evidence.
  public func lastLines(_ count: Int = 8) -> String {
    [standardOutput, standardError].map { text in
      // Only the end is read, because an output may have megabytes.
      text.suffix(200 * count).split(whereSeparator: \.isNewline).suffix(count).joined(separator: "\n")
    }
    .filter { !$0.isEmpty }.joined(separator: "\n---\n")
  }
}

/// The result of one accepted attempt.
public struct AttemptResult: Sendable, Hashable, Codable {
  /// The values of the calculator's properties, by name, in the properties' units. All are finite. An attempt of one
  /// step may give only some of them.
  public let values: [String: Double]
  /// The uncertainties that the program itself states: standard deviations of some of the values, in the same units.
  public let uncertainties: [String: Double]
  /// Atomic values in the order of the geometry's atoms, by name: `charge` or `fukui_plus`.
  public let atomicValues: [String: [Double]]
  /// The geometry the values belong to.
  public let geometry: Geometry?
  /// Sentences about suspicious findings that are no reason for rejection.
  public let notes: [String]
  /// The stereoisomer of the geometry, as SMILES; nil if the molecule leaves nothing open, or it was not determined.
  public let isomer: String?

  /// Creates a result.
  public init(
    values: [String: Double], uncertainties: [String: Double] = [:], atomicValues: [String: [Double]] = [:],
    geometry: Geometry? = nil, notes: [String] = [], isomer: String? = nil
  ) {
    self.isomer = isomer
    self.values = values
    self.uncertainties = uncertainties
    self.atomicValues = atomicValues
    self.geometry = geometry
    self.notes = notes
  }
}

extension AttemptResult {
  /// The result with the parts that do not depend on the program: the stereoisomer of its geometry, and how its
  /// starting geometry was made.
  func described(for request: AttemptRequest) -> AttemptResult {
    let isomer = geometry.flatMap { geometry in try? request.molecule?.isomer(of: geometry) }
    return AttemptResult(
      values: values, uncertainties: uncertainties, atomicValues: atomicValues, geometry: geometry,
      notes: (request.geometry?.startNotes ?? []) + notes, isomer: isomer)
  }
}
