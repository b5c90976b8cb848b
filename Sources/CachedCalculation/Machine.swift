public import Calculation
import Files
import Foundation

/// The resources of the machine that a run may use.
public struct Machine: Sendable, Hashable {
  /// The number of programs that run at once.
  public let jobs: Int
  /// The folder for scratch.
  public let workdir: String
  /// Which attempts' folders are kept there.
  public let keptFolders: KeptFolders
  /// The file of the cache that campaigns share; nil to calculate everything again.
  public let cache: String?

  /// The limits of the session that restrict the request, in sentences.
  public let notes: [String]

  /// The choices of folders to keep, by the names in the command line.
  public static let keptFoldersByName = Dictionary(
    uniqueKeysWithValues: KeptFolders.allCases.map { ($0.rawValue, $0) })

  /// Makes a machine. `jobs` is nil for one job for each core, and never exceeds what the session's open files allow;
  /// by default `keptFolders` keeps those of failed attempts.
  public init(
    jobs: Int? = nil, workdir: String = "Workdir", keptFolders: KeptFolders? = nil, cache: String? = nil
  ) {
    let (wanted, most) = (jobs ?? ProcessInfo.processInfo.activeProcessorCount, SessionLimits.mostJobs)
    self.jobs = min(wanted, most)
    var notes: [String] = []
    if wanted > most {
      notes.append(
        "\(most) calculations run at once and not \(wanted), since the session allows \(SessionLimits.openFiles) open files; "
          + "raise that with 'ulimit -n'.")
    }
    if let bytes = SessionLimits.fileBytes, bytes < LocalExecutor.outputLimit {
      notes.append(
        "The session allows files of at most \(bytes) bytes; the run stops where a program writes more. Raise that with 'ulimit -f'."
      )
    }
    self.notes = notes
    self.workdir = workdir
    self.keptFolders = keptFolders ?? .failed
    self.cache = cache
  }

  /// Raises the limits of this process as far as the user's session allows.
  public static func raiseLimits() { SessionLimits.raiseOpenFiles() }

  /// The scratch folder of one campaign: no two databases share one, whatever their campaigns are called.
  package func scratch(of name: String, database: String) -> String {
    let path = URL(fileURLWithPath: database).standardizedFileURL.resolvingSymlinksInPath().path
    return "\(workdir)/\(name)-\(stableHash(path))"
  }
}
