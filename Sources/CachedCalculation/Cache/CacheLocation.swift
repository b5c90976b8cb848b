import Files
public import Foundation

/// The location of the cache that campaigns share.
public enum CacheLocation {
  /// The default file: `$COHOBATE_CACHE`, else `cohobate/calculations.sqlite` in `$XDG_CACHE_HOME`, else in `~/.cache`.
  ///
  /// An empty variable counts as unset; so does a relative `$XDG_CACHE_HOME`, as the XDG base directory specification
  /// says.
  public static func usual(in environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let file = environment["COHOBATE_CACHE"], !file.isEmpty { return file }
    let folder = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return (folder ?? home + "/.cache") + "/cohobate/calculations.sqlite"
  }

  /// The default folder of the indexes of large pools: `pools` beside the default file of the cache.
  package static func pools(in environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    let folder = usual(in: environment).folderOfPath
    return folder.isEmpty ? "pools" : "\(folder)/pools"
  }
}
