/// The names of libraries of source models in campaign files, on the command line and in records, which are not paths.
public enum LibraryName {
  /// The library that comes with the program.
  public static let builtIn = "built-in"
}
