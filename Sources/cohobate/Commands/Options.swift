import ArgumentParser
import Campaign

/// What every command on a campaign takes.
struct CampaignOptions: ParsableArguments {
  @Argument(help: "The campaign file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "The campaign's database. Default: beside the file, with the ending .sqlite.", completion: .file())
  var database: String?

  var paths: CampaignPaths { CampaignPaths(file: file, database: database) }
}

/// For commands that print data.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON, for machines.")
  var json = false
}
