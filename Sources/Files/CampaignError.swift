/// The reason why a command failed.
public struct CampaignError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of error, which decides the exit status.
  public enum Kind: Sendable, Hashable {
    /// The input is wrong: nothing was changed.
    case input
    /// The machine or a program failed.
    case failure
    /// The user stopped it: the same command resumes.
    case interrupted
  }

  /// The kind of error.
  public let kind: Kind
  /// Full sentences that name the cause and what to do.
  public let description: String

  /// An error of a kind with its sentences.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// Makes an error for a file that cannot be read, with the reason.
  public init(_ kind: Kind, unreadable path: String, _ error: any Error) {
    let problem =
      isPipeOrDevice(path) ? "it is a pipe or a device; write it into a file first" : fileProblem(error, at: path)
    self.init(kind, "'\(path)' cannot be read: \(problem).")
  }

  /// Makes an error for a file that cannot be written, with the reason.
  public init(_ kind: Kind, unwritable path: String, _ error: any Error) {
    let problem = missingFolder(of: path) ?? fileProblem(error, at: path)
    // In this case the input was right.
    self.init(problem == "the disk is full" ? .failure : kind, "\(path) cannot be written: \(problem).")
  }
}

/// An error that the user reads as it is: it says whether the input is wrong or the machine failed.
package protocol ReportedError: Error {
  /// The kind of error; `.input` unless it says otherwise.
  var reportedKind: CampaignError.Kind { get }
  /// Full sentences that name the cause and what to do; the error's description unless it says otherwise.
  var reportedMessage: String { get }
}

extension ReportedError {
  package var reportedKind: CampaignError.Kind { .input }
  package var reportedMessage: String { "\(self)" }
}

extension CampaignError {
  /// Runs the body and translates the errors of any module into errors of a command.
  package static func mapping<Value>(_ body: () throws -> Value) throws(CampaignError) -> Value {
    do {
      return try body()
    } catch {
      throw CampaignError(error)
    }
  }

  /// The same for a body that waits. It has a name of its own, because bodies that do not wait would be taken for such ones.
  package static func awaiting<Value>(_ body: () async throws -> Value) async throws(CampaignError) -> Value {
    do {
      return try await body()
    } catch {
      throw CampaignError(error)
    }
  }

  /// Translates an error of any module into an error of a command.
  package init(_ error: any Error) {
    switch error {
    case let error as CampaignError: self = error
    case let error as any ReportedError: self.init(error.reportedKind, error.reportedMessage)
    case is CancellationError: self = .interrupted
    default: self.init(.failure, "\(error)")
    }
  }

  /// The error of a command that the user stopped.
  package static let interrupted = CampaignError(
    .interrupted, "Interrupted. Everything finished is saved; run the same command to resume.")

  /// Calls the body while no file is being written; the body ends the process.
  package static func whileNothingIsWritten(_ body: () -> Void) { WholeFile.whileNoneIsWritten(body) }
}
