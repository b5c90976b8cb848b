import ArgumentParser
import Campaign

/// What every command on a campaign takes.
struct CampaignOptions: ParsableArguments {
  @Argument(help: "The campaign file (YAML).", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(help: "The campaign's database. Default: beside the file, with the ending .sqlite.", completion: .file())
  var database: String?

  /// The arguments as a person would type them again.
  var arguments: String {
    ([file] + (database.map { ["--database", $0] } ?? [])).map(quoted).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./=+:,@".contains($0)) }
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }

  var paths: CampaignPaths { CampaignPaths(file: file, database: database) }
}

/// For commands that print data.
struct OutputOptions: ParsableArguments {
  @Flag(help: "Print JSON, for machines.")
  var json = false
}
