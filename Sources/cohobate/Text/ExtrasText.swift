import Reports

/// A campaign's screen and confirmations in a line each, with what they have cost.
struct ExtrasText {
  private let report: StatusReport

  init(_ report: StatusReport) { self.report = report }

  var lines: [String] { [screen, confirmations].compactMap(\.self).map { "  \($0)".visible } }

  private var screen: String? {
    guard let screen = report.screen else { return nil }
    let text = ExtraCostText(
      done: "\(name("screen", screen.calculator)): \(Number.count(screen.calculated, "molecule")) calculated",
      failed: screen.failed, reused: screen.reused, programSeconds: screen.programSeconds
    ).text
    guard let last = screen.iterations.last, last.isDropped else { return text }
    return text + "; dropped before iteration \(last.iteration), as it did not help"
  }

  private var confirmations: String? {
    guard let report = report.confirmations else { return nil }
    let text = ExtraCostText(
      done: "\(name("confirm", report.calculator)): \(Number.count(report.calculated, "molecule")) calculated",
      failed: report.failed, programSeconds: report.programSeconds
    ).text
    return report.waiting > 0 ? "\(text), \(report.waiting) waiting" : text
  }

  private func name(_ role: String, _ calculator: String?) -> String {
    "\(role) \(calculator ?? "(no longer used)")"
  }
}
