import Reports

/// A campaign's screen and confirmations in a line each, with what they have cost.
struct ExtrasText {
  private let report: StatusReport

  init(_ report: StatusReport) { self.report = report }

  var lines: [String] { [screen, confirmations].compactMap(\.self).map { "  \($0)".visible } }

  private var screen: String? {
    guard let screen = report.screen else { return nil }
    var parts = [
      "\(name("screen", screen.calculator)): \(Number.count(screen.calculated, "molecule")) calculated"
    ]
    if screen.failed > 0 { parts.append("\(screen.failed) failed") }
    if screen.reused > 0 { parts.append("\(screen.reused) found in the cache") }
    parts.append("\(Number.duration(seconds: screen.programSeconds)) of one core")
    guard let last = screen.iterations.last, last.isDropped else { return parts.joined(separator: ", ") }
    return parts.joined(separator: ", ") + "; dropped before iteration \(last.iteration), as it did not help"
  }

  private var confirmations: String? {
    guard let report = report.confirmations else { return nil }
    var parts = [
      "\(name("confirm", report.calculator)): \(Number.count(report.calculated, "molecule")) calculated"
    ]
    if report.failed > 0 { parts.append("\(report.failed) failed") }
    parts.append("\(Number.duration(seconds: report.programSeconds)) of one core")
    if report.waiting > 0 { parts.append("\(report.waiting) waiting") }
    return parts.joined(separator: ", ")
  }

  private func name(_ role: String, _ calculator: String?) -> String {
    "\(role) \(calculator ?? "(no longer used)")"
  }
}
