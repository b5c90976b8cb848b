import Files

/// The names of libraries in campaign files and on the command line, which are not paths.
public enum LibraryName {
  /// The library that comes with the program.
  public static let builtIn = "built-in"
  /// No library.
  public static let none = "none"
}
