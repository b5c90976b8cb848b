public import Calculation
import Files
import Foundation
import MolecularDesign

/// Where the parts of a campaign are.
public struct CampaignPaths: Sendable, Hashable {
  /// The campaign file.
  public let file: String
  /// The database with the campaign's record: beside the file, unless the person said otherwise.
  public let database: String

  /// The paths of a campaign file; `database` is nil for the usual place.
  public init(file: String, database: String? = nil) {
    self.file = file
    self.database = database ?? file.withoutPathExtension + ".sqlite"
  }
}

/// What of the machine a run may use.
public struct Machine: Sendable, Hashable {
  /// How many programs run at once.
  public let jobs: Int
  /// The folder for scratch.
  public let workdir: String
  /// Which attempts' folders stay there.
  public let keptFolders: KeptFolders
  /// The file of the cache that campaigns share; nil to calculate everything anew.
  public let cache: String?

  /// Which of them may stay, by the names that people know.
  public static let keptFoldersByName = Dictionary(
    uniqueKeysWithValues: KeptFolders.allCases.map { ($0.rawValue, $0) })

  /// A machine; `jobs` is nil for one job for each core, `keptFolders` for those of failed attempts.
  public init(
    jobs: Int? = nil, workdir: String = "Workdir", keptFolders: KeptFolders? = nil, cache: String? = nil
  ) {
    self.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    self.workdir = workdir
    self.keptFolders = keptFolders ?? .failed
    self.cache = cache
  }

  /// The scratch folder of one campaign: no two databases share one, whatever their campaigns are called.
  package func scratch(of name: String, database: String) -> String {
    let path = URL(fileURLWithPath: database).standardizedFileURL.resolvingSymlinksInPath().path
    return "\(workdir)/\(name)-\(stableHash(path))"
  }
}
