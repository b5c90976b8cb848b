package import Files

/// An error of a campaign's database. Each description is a sentence that names the file and what to do.
public enum StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no file.
  case notFound(path: String)
  /// A campaign is already there.
  case alreadyExists(path: String, campaign: String)
  /// The path is a folder.
  case isFolder(path: String)
  /// The file cannot be opened or created.
  case cannotOpen(path: String, reason: String)
  /// SQLite must write beside the file, also to read it, and the folder cannot be written to.
  case unwritableFolder(path: String, folder: String)
  /// The file, or its folder, cannot be written to.
  case notWritable(path: String)
  /// The file is not an SQLite database.
  case notDatabase(path: String)
  /// The file is an SQLite database of another program.
  case notCampaign(path: String)
  /// The file holds no campaign yet: it is empty, or creating it was interrupted.
  case empty(path: String)
  /// The database was written by a newer version of this program.
  case newer(path: String, schema: String)
  /// The disk is full.
  case diskFull(path: String)
  /// Another process is writing.
  case busy(path: String)
  /// The file is damaged.
  case damaged(path: String, reason: String)
  /// The operating system failed to read or write.
  case inputOutput(path: String, reason: String)
  /// Another run holds the campaign's lock.
  case locked(path: String, holder: String)
  /// The store was closed.
  case closed(path: String)
  /// The campaign has ended, and must be reopened before anything else is recorded.
  case campaignEnded(path: String)
  /// The outcome of a calculation was already recorded.
  case outcomeAlreadyRecorded(path: String, calculation: Int)
  /// The database has no such entry.
  case unknown(path: String, what: String)
  /// A number to be stored is not a number.
  case notANumber(path: String, table: String, column: String)
  /// The rows violate a rule of the schema.
  case refused(path: String, rule: String)
  /// Any other error that SQLite reports.
  case unexpected(path: String, reason: String)

  /// The file, what happened to it, and what to do.
  public var description: String {
    switch self {
    case .notFound(let path):
      "There is no campaign database at '\(path)'."
    case .alreadyExists(let path, let campaign):
      "'\(path)' already holds the campaign '\(campaign)'; resume it, or choose another file."
    case .isFolder(let path):
      "'\(path)' is a folder; name a database file."
    case .cannotOpen(let path, let reason):
      "'\(path)' cannot be opened: \(reason)."
    case .unwritableFolder(let path, let folder):
      "'\(path)' cannot be opened: SQLite must write beside it and '\(folder)' is not writable; copy it to a folder that is."
    case .notWritable(let path):
      "'\(path)' cannot be written to; check the permissions of the file and of its folder."
    case .notDatabase(let path):
      "'\(path)' is not an SQLite database; name a campaign's database or a new file."
    case .notCampaign(let path):
      "'\(path)' is an SQLite database of another program; name a campaign's database or a new file."
    case .empty(let path):
      "'\(path)' holds no campaign yet; begin one with it, or remove it."
    case .newer(let path, let schema):
      "'\(path)' was written by a newer Cohobate (schema '\(schema)' is unknown to this one); "
        + "use that version or start a new database."
    case .diskFull(let path):
      "The disk is full: nothing was written to '\(path)'; free some space and run again."
    case .busy(let path):
      "'\(path)' is being written to by another process; try again when it has ended."
    case .damaged(let path, let reason):
      "'\(path)' is damaged (\(reason)); restore it from a copy."
    case .inputOutput(let path, let reason):
      "'\(path)' could not be read or written (\(reason)); check the disk."
    case .locked(let path, let holder):
      "The campaign in '\(path)' is being run by \(holder); wait for it or stop it."
    case .closed(let path):
      "'\(path)' was closed; open it again."
    case .campaignEnded(let path):
      "The campaign in '\(path)' has ended; raise its budget to continue."
    case .outcomeAlreadyRecorded(let path, let calculation):
      "The outcome of calculation \(calculation) is already recorded in '\(path)': another run may be writing to it, as is possible if the "
        + "lock file was removed; let one of them end."
    case .unknown(let path, let what):
      "'\(path)' has no \(what)."
    case .notANumber(let path, let table, let column):
      "'\(path)' refused a row of the table '\(table)' whose '\(column)' is not a number."
    case .refused(let path, let rule):
      "'\(path)' refused rows that break a rule of its schema, and none of them was written: "
        + withFullStop(rule)
    case .unexpected(let path, let reason):
      "'\(path)' could not be used: \(reason)."
    }
  }
}

extension StoreError: ReportedError {
  /// Whether the user gave a wrong file, or the machine failed.
  package var reportedKind: CampaignError.Kind {
    switch self {
    case .notWritable, .unwritableFolder, .diskFull, .busy, .inputOutput, .campaignEnded, .outcomeAlreadyRecorded,
      .notANumber, .refused, .unexpected,
      .closed:
      .failure
    case .notFound, .alreadyExists, .isFolder, .cannotOpen, .notDatabase, .notCampaign, .empty, .newer, .damaged,
      .locked, .unknown:
      .input
    }
  }
}
