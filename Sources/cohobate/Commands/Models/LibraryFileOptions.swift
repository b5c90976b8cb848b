import ArgumentParser
import SourceModels

/// The file of the library of source models.
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

  /// The given file, else the default one.
  var path: String { file ?? LibraryLocation.usual() }
}
