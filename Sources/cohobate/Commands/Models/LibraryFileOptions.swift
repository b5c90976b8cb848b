import ArgumentParser
import SourceModels

/// The file of the library of source models.
struct LibraryFileOptions: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: ArgumentHelp(
      """
      The library of source models. Default: $COHOBATE_LIBRARY, or else built-in.sqlite in ~/.local/share/cohobate, \
      which 'pretrain --builtin' makes.
      """, valueName: "file"), completion: .file())
  var file: String?

  func validate() throws { try requireName(file, of: "--library") }

  /// The given file, else the default one.
  var path: String { file ?? LibraryLocation.usual() }
}
