import ArgumentParser
import Synchronization

/// The corpus.
struct CorpusOptions: ParsableArguments {
  @Option(
    name: .customLong("corpus"),
    help: ArgumentHelp(
      "The molecules: a .smi or .sdf file, or a .csv with a column of SMILES. Default: the built-in corpus.",
      valueName: "file"), completion: .file(extensions: ["smi", "smiles", "csv", "sdf"]))
  var file: String?

  @OptionGroup var smilesColumn: SMILESColumnOptions

  func validate() throws {
    try requireName(file, of: "--corpus")
    if smilesColumn.title != nil, file == nil { throw ValidationError("--smiles names a column of a corpus file.") }
  }
}

/// The language model.
struct ModelOptions: ParsableArguments {
  @Argument(help: "The language model that 'corpus train' or 'corpus merge' wrote.", completion: .file())
  var path: String

  func validate() throws { try requireName(path, of: "The language model") }
}

/// The output file of a language model.
struct ModelOutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The file to write; an existing file is replaced.", valueName: "file"), completion: .file())
  var path: String

  func validate() throws { try requireName(path, of: "--output") }
}

/// For commands that take a while.
struct LanguageProgressOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Show no progress, only notes.")
  var quiet = false

  func line() -> LanguageProgressLine { LanguageProgressLine(isQuiet: quiet) }
}

/// The current activity, on stderr: on a terminal a line that is overwritten, else nothing.
final class LanguageProgressLine: Sendable {
  private let isQuiet: Bool
  private let line = Mutex(ProgressLine())

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  func show(_ text: String) { if !isQuiet { line.withLock { $0.show([text]) } } }

  func clear() { line.withLock { $0.clear() } }
}
