import ArgumentParser
import Workbench

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check the installation, and say how to fix problems.")

  @OptionGroup var output: OutputOptions

  @Option(help: "The folder for scratch files.", completion: .directory)
  var workdir = "Workdir"

  func validate() throws { try requireName(workdir, of: "--workdir") }

  func run() async throws {
    let report = await DoctorReport(workdir: workdir)
    if output.json {
      Terminal.output(try JSON.text(report))
    } else {
      let style = TextStyle.of(descriptor: 1)
      for finding in report.findings {
        let mark = finding.isInOrder ? style.green("ok  ") : style.red("bad ")
        Terminal.output("\(mark) \("\(finding.subject): \(finding.finding)".visible)")
        if let remedy = finding.remedy { Terminal.output("     \(remedy.visible)") }
      }
    }
    if !report.isInOrder { throw ExitCode(1) }
  }
}
