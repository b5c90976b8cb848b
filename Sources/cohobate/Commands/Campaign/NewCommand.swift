import ArgumentParser
import CampaignFile
import Files

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a commented campaign file to start from.")

  @Argument(help: "The campaign's name; the file is NAME.yaml in the current folder unless NAME is a path.")
  var name: String

  @Flag(help: "Overwrite an existing file.")
  var force = false

  func run() throws {
    let path = try CampaignTemplate.write(name: name, overwriting: force)
    Terminal.output(path)
    let commands = ["validate", "run"].map { quotedCommand("cohobate \($0) \(shellWord(path))") }
    Terminal.line("Next: edit it, then \(commands.joined(separator: " and ")).")
  }
}
