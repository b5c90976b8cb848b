public import Calculation
import Files
import Foundation

/// Where a run calculates, and the resources that it may use there.
public struct ComputeResources: Sendable {
  /// Where programs run.
  public let executor: any Executor
  /// The number of programs that run at once.
  public let jobs: Int
  /// The folder for scratch.
  public let workdir: String
  /// Which attempts' folders are kept there.
  public let folderRetention: FolderRetention
  /// The file of the cache that campaigns share; nil to calculate everything again.
  public let cache: String?
  /// The path of the record by which the campaign's scratch folder and jobs are named, if the run works on a copy of it; nil
  /// if it works on the record itself.
  public let record: String?

  /// What restricts the request, in sentences.
  public let notes: [String]

  /// The choices of folders to keep, by the names in the command line.
  public static let folderRetentionByName = Dictionary(
    uniqueKeysWithValues: FolderRetention.allCases.map { ($0.rawValue, $0) })

  /// The resources of a run. `jobs` is nil for as many as the executor chooses, which may also run fewer than are
  /// wanted; by default `folderRetention` keeps the folders of failed attempts.
  public init(
    executor: any Executor = Executors.makeUsual(), jobs: Int? = nil, workdir: String = "Workdir",
    folderRetention: FolderRetention? = nil, cache: String? = nil, record: String? = nil
  ) {
    self.executor = executor
    let capacity = executor.capacity(wanted: jobs)
    self.jobs = capacity.jobs
    notes = capacity.notes
    self.workdir = workdir
    self.folderRetention = folderRetention ?? .failed
    self.cache = cache
    self.record = record
  }

  /// Raises the limits of this process as far as the user's session allows.
  public static func raiseLimits() { SessionLimits.raiseOpenFiles() }

  /// The scratch folder of one campaign: no two databases share one, whatever their campaigns are called.
  package func scratch(of name: String, database: String) -> String {
    "\(workdir)/\(Self.scratchName(of: name, database: record ?? database))"
  }

  /// The name of this folder, by which a cluster knows the campaign too.
  public static func scratchName(of name: String, database: String) -> String {
    let path = URL(fileURLWithPath: database).standardizedFileURL.resolvingSymlinksInPath().path
    return "\(name)-\(stableHash(path))"
  }
}
