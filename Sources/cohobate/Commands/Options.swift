import ArgumentParser
import CampaignFile
import Files

/// The arguments of every command on a campaign.
struct CampaignOptions: ParsableArguments {
  @Argument(help: "The campaign file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "The campaign's database. Default: beside the file, with the ending .sqlite.", completion: .file())
  var database: String?

  /// The arguments as a user would type them again.
  var arguments: String { words.map(shellWord).joined(separator: " ") }

  /// The same, word by word.
  var words: [String] { [file] + (database.map { ["--database", $0] } ?? []) }

  func validate() throws {
    try requireName(file, of: "The campaign file")
    try requireName(database, of: "--database")
  }

  var paths: CampaignPaths { CampaignPaths(file: file, database: database) }
}

/// Rejects an empty name, as from a script with an unset variable; nil means that no name was given.
func requireName(_ name: String?, of what: String) throws {
  if let name, name.isEmpty { throw ValidationError("\(what) is empty; give a name.") }
}

/// Rejects the two names of one option if both are given.
func requireOneColumn(_ column: String?, _ smiles: String?) throws {
  if column != nil, smiles != nil { throw ValidationError("--column and --smiles mean the same; give one of them.") }
}

/// The column of a table with the SMILES.
struct SMILESColumnOptions: ParsableArguments {
  @Option(help: "The column with the SMILES. Default: smiles.")
  var smiles: String?

  /// The name that the option has in `calculate` and `filter`.
  @Option(help: .hidden)
  var column: String?

  func validate() throws {
    try requireName(smiles, of: "--smiles")
    try requireName(column, of: "--column")
    try requireOneColumn(column, smiles)
  }

  /// The column's title; nil for the usual one.
  var title: String? { smiles ?? column }
}

/// For commands that print data.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON, for machines.")
  var json = false
}
