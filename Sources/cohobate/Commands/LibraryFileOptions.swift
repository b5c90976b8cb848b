import ArgumentParser
import Campaign

/// Which file the library of source models is.
struct LibraryFileOptions: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: ArgumentHelp(
      """
      The library of source models. Default: that of 'pretrain --builtin', $COHOBATE_LIBRARY or built-in.sqlite in \
      ~/.local/share/cohobate.
      """, valueName: "file"), completion: .file())
  var file: String?

  func validate() throws { try requireName(file, of: "--library") }

  /// The file that was named, else the usual one.
  var path: String { file ?? LibraryPlace.usual() }
}
