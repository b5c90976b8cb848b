import ArgumentParser
import Calculation
import CampaignFile
import Files
import Workbench

struct MachineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "machine",
    abstract: "Write, check and show machine files: where programs run, such as on a cluster.",
    discussion: """
      A machine file says how and where programs run. It is no part of the scientific question, may change at any time, \
      and never changes a result. 'cohobate run FILE --machine FILE' uses it.
      """,
    subcommands: [New.self, Check.self, Show.self])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write a commented machine file to start from.")

    @Argument(help: "The file to write.")
    var file = "machine.yaml"

    @Option(
      help: ArgumentHelp(
        "Where programs run: \(Executors.all.map(\.name).joined(separator: ", ")).", valueName: "name"),
      completion: .list(Executors.all.map(\.name)))
    var executor = "slurm"

    @Flag(help: "Overwrite an existing file.")
    var force = false

    func validate() throws { try requireName(file, of: "The file") }

    func run() throws {
      let path = try MachineTemplate.write(path: file, executor: executor, overwriting: force)
      Terminal.output(path)
      Terminal.line("Next: edit it, then \(quotedCommand("cohobate machine check \(shellWord(path))")).")
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send one molecule through the whole chain, and say what to do where it breaks.")

    @Argument(help: "The machine file. Default: as for --machine of 'cohobate run'.", completion: .file())
    var file: String?

    @Option(help: "How long the job may wait and run, in seconds.")
    var timeout = 600.0

    @Flag(help: "Only print the script that would be submitted.")
    var dryRun = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
      try requireName(file, of: "The file")
      if timeout <= 0 { throw ValidationError("--timeout is \(timeout); it must be above zero.") }
    }

    func run() async throws {
      let machine = try MachineOptions.settings(named: file)
      if dryRun {
        guard let script = Executors.make(machine)?.script(for: "NAME") else {
          return Terminal.note("Programs run on this machine, and nothing is submitted.")
        }
        return Terminal.text(script)
      }
      let (seconds, isJSON, style) = (timeout, output.json, TextStyle.of(descriptor: 1))
      let check = Task {
        try await MachineCheck(of: machine, patienceSeconds: seconds) { finding in
          if isJSON { return }
          let mark = finding.isInOrder ? style.green("ok  ") : style.red("bad ")
          Terminal.output("\(mark) \("\(finding.subject): \(finding.finding)".visible)")
          if let remedy = finding.remedy { Terminal.output("     \(remedy.visible)") }
        }
      }
      let interruption = Interruption { check.cancel() }
      let report = try await check.value
      _ = consume interruption
      if output.json { Terminal.output(try JSON.text(report)) }
      if !report.isInOrder { throw ExitCode(1) }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what a machine file says, with every default.")

    @Argument(help: "The machine file. Default: as for --machine of 'cohobate run'.", completion: .file())
    var file: String?

    @OptionGroup var output: OutputOptions

    func validate() throws { try requireName(file, of: "The file") }

    func run() throws {
      let machine = try MachineOptions.settings(named: file)
      if output.json { return Terminal.output(try JSON.text(machine)) }
      for (key, value) in machine.entries { Terminal.output("\(key): \(value)".visible) }
    }
  }
}
