import Acquisition
import Calculation
import CampaignStore
import Chemistry
import Files
import MolecularDesign
import Tables
import TransferLearning

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
    let problem = fileProblem(error, at: path)
    // In this case the input was right.
    self.init(problem == "the disk is full" ? .failure : kind, "\(path) cannot be written: \(problem).")
  }
}

extension CampaignError {
  /// Runs the body and translates the errors of any module into errors of a campaign.
  static func mapping<Value>(_ body: () throws -> Value) throws(CampaignError) -> Value {
    do {
      return try body()
    } catch {
      throw CampaignError(error)
    }
  }

  /// Translates an error of any module into an error of a campaign.
  package init(_ error: any Error) {
    switch error {
    case let error as CampaignError: self = error
    case let error as StoreError: self.init(error.kind, error.description)
    case let error as CacheError:
      self.init(
        error.cause.kind, "\(error) Name another file with --cache, or calculate without a cache with --no-cache.")
    case let error as LibraryError: self.init(error.cause.kind, error.description)
    case is CancellationError: self = .interrupted
    case let error as MoleculeFileError: self.init(.input, error.description)
    case is SpecificationError, is CalculatorSetupError, is CalculatorUnavailable, is DesignError, is ChemistryError,
      is AcquisitionError, is TransferLearningError:
      self.init(.input, UnknownName.sentence(error))
    default: self.init(.failure, "\(error)")
    }
  }

  package static let interrupted = CampaignError(
    .interrupted, "Interrupted. Everything finished is saved; run the same command to resume.")

  /// Calls the body while no file is being written; the body ends the process.
  package static func whileNothingIsWritten(_ body: () -> Void) { WholeFile.whileNoneIsWritten(body) }
}

extension StoreError {
  /// Whether the user gave a wrong file, or the machine failed.
  fileprivate var kind: CampaignError.Kind {
    switch self {
    case .diskFull, .busy, .inputOutput, .campaignEnded, .outcomeAlreadyRecorded, .notANumber, .refused, .unexpected,
      .closed:
      .failure
    case .notFound, .alreadyExists, .isFolder, .cannotOpen, .notWritable, .notDatabase, .notCampaign, .empty, .newer,
      .damaged, .locked, .unknown:
      .input
    }
  }
}
