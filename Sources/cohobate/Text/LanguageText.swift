import Workbench

/// Language models for people.
enum LanguageText {
  static func show(_ report: LanguageModelReport, json: Bool) throws {
    if json { return Terminal.output(try JSON.text(report)) }
    for line in lines(report) { Terminal.output(line) }
    if let first = report.firstRefusal {
      Terminal.note("\(report.refusedLines) lines of the corpus were left out, the first of them \(first).")
    }
  }

  static func lines(_ report: LanguageModelReport) -> [String] {
    let molecules = report.molecules.map { ": \($0) molecules, each written \(report.roots) times" } ?? ""
    return [
      "model   \(report.file)".visible,
      "source  \(report.source)\(molecules)".visible,
      "order   \(report.order), \(report.smoothing)",
      "size    \(report.tokens) tokens, \(report.counts) counts in \(report.bytes) bytes",
      "ends    \(report.ends.map { "\($0) in every molecule" } ?? "any number")",
    ]
  }
}
