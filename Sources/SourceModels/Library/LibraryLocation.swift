public import Foundation

/// The locations of libraries of source models.
public enum LibraryLocation {
  /// The name of the default library in a campaign file.
  public static let builtInName = "built-in"

  /// The library that `cohobate pretrain --builtin` makes: `$COHOBATE_LIBRARY`, else `cohobate/built-in.sqlite` in
  /// `$XDG_DATA_HOME`, else in `~/.local/share`.
  ///
  /// An empty variable counts as unset; so does a relative `$XDG_DATA_HOME`, as the XDG base directory specification
  /// says.
  public static func usual(in environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    if let file = environment["COHOBATE_LIBRARY"], !file.isEmpty { return file }
    let folder = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? NSHomeDirectory()
    return (folder ?? home + "/.local/share") + "/cohobate/built-in.sqlite"
  }

  /// The file that a campaign file names: the default one for `built-in`, else a path, which is relative to a folder
  /// unless it is absolute.
  public static func path(
    of name: String, relativeTo folder: String, in environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> String {
    if name == builtInName { return usual(in: environment) }
    return name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)"
  }
}
