import ArgumentParser
import Files

/// The library of source models.
struct LibraryFileOptions: ParsableArguments {
  @Option(
    name: .customLong("library"),
    help: ArgumentHelp(
      "The library of source models: built-in, or a file that 'cohobate pretrain' made.", valueName: "library"),
    completion: .file())
  var name = LibraryName.builtIn

  func validate() throws { try requireName(name, of: "--library") }
}
