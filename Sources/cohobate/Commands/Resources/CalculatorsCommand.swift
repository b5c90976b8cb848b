import ArgumentParser
import Workbench

struct CalculatorsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calculators",
    abstract: "List the calculators: whether they are installed, their settings and their properties.")

  @Argument(help: "The calculator to show with its settings and properties. Default: all, one per line.")
  var name: String?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let report = try await CalculatorsReport(of: name)
    if output.json { return Terminal.output(try JSON.text(report)) }
    let style = TextStyle.of(descriptor: 1)
    if name != nil, let calculator = report.calculators.first {
      for line in Self.details(calculator, style: style) { Terminal.output(line) }
    } else {
      var table = TextTable(("name", .left), ("version", .left), ("what it is", .left))
      for calculator in report.calculators {
        table.rows.append([calculator.name, Self.state(calculator), calculator.summary])
      }
      for line in table.lines(style: style) { Terminal.output(line) }
    }
  }

  private static func state(_ calculator: CalculatorsReport.Entry) -> String {
    calculator.version ?? (calculator.needsSettings ? "needs settings" : "not found")
  }

  private static func details(_ calculator: CalculatorsReport.Entry, style: TextStyle) -> [String] {
    var lines = ["\(style.bold(calculator.name)) (\(state(calculator))): \(calculator.summary)"]
    // A problem is shown first, before the settings.
    if let problem = calculator.problem, !calculator.needsSettings { lines.append("  \(problem.visible)") }
    if let procedure = calculator.calculationProtocol {
      lines.append("  protocol \(procedure.name): \(procedure.summary)")
      lines += procedure.steps.enumerated().map { "    \($0 + 1). \($1)" }
    }
    var settings = TextTable(("setting", .left), ("what it is", .left))
    settings.rows = calculator.settings.map { [$0.name, $0.summary] }
    lines += [""] + settings.lines(style: style)
    guard !calculator.properties.isEmpty else { return lines }
    var table = TextTable(
      ("property", .left), ("unit", .left), ("polymer", .left), ("what it is", .left), ("source", .left))
    table.rows = calculator.properties.map {
      [$0.name, $0.unit, $0.ofPolymer ?? "-", $0.summary, $0.source]
    }
    return lines + [""] + table.lines(style: style)
  }
}
