import CampaignFile
import Files
import Stores

/// A change of a campaign from an iteration on: a setting of its file, or the version of a component.
public struct CampaignChange: Encodable, Sendable, Hashable {
  /// The first iteration that was, or will be, designed with it.
  public let iteration: Int
  /// The setting's key, or the component's name.
  public let key: String
  /// The old value; nil if it was not set or not used.
  public let before: String?
  /// The new value; nil if it is not set or not used.
  public let after: String?

  /// The change in words: `acquisition log-window → greedy`.
  public var text: String { SettingChange(key: key, before: before, after: after).text }
}

extension CampaignRecordReader {
  /// All changes, by the first iteration that they apply to.
  func changes() throws(CampaignError) -> [CampaignChange] {
    let (specifications, versions) = try CampaignError.mapping {
      (try store.specifications(), try store.versionHistory())
    }
    let settings = specifications.map {
      Specification.settings(recorded: $0.settings, text: $0.text, file: paths.file) ?? [:]
    }
    var changes = zip(specifications.dropFirst(), zip(settings, settings.dropFirst())).flatMap { record, pair in
      SettingChange.changes(from: pair.0, to: pair.1).map {
        CampaignChange(iteration: record.iteration, key: $0.key, before: $0.before, after: $0.after)
      }
    }
    for (earlier, later) in zip(versions, versions.dropFirst()) where earlier.component == later.component {
      changes.append(
        CampaignChange(
          iteration: later.iteration, key: later.component, before: earlier.version, after: later.version))
    }
    return changes.sorted { ($0.iteration, $0.key) < ($1.iteration, $1.key) }
  }
}
