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
  var arguments: String {
    ([file] + (database.map { ["--database", $0] } ?? [])).map(shellWord).joined(separator: " ")
  }

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

/// For commands that print data.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON, for machines.")
  var json = false
}
