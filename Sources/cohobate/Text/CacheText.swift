import CachedCalculation
import Foundation

/// The contents of a cache, as text.
struct CacheText {
  let report: CacheReport
  let style: TextStyle

  init(_ report: CacheReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  var lines: [String] {
    guard !report.holdings.isEmpty else { return ["\(report.file) holds nothing."] }
    var table = TextTable(
      ("calculator", .left), ("version", .left), ("rdkit", .left), ("molecules", .right), ("failures", .right),
      ("size", .right), ("oldest", .left), ("newest", .left), ("protocol", .left))
    table.rows = report.holdings.map { holding in
      [
        holding.calculator, holding.version, holding.rdkit, "\(holding.molecules)", "\(holding.failures)",
        Self.size(holding.bytes), Self.day(holding.oldest), Self.day(holding.newest),
        "\(holding.protocol) (\(holding.summary))",
      ]
    }
    let total = Self.count(
      molecules: report.holdings.reduce(0) { $0 + $1.molecules },
      failures: report.holdings.reduce(0) { $0 + $1.failures }, bytes: report.holdings.reduce(0) { $0 + $1.bytes })
    return ["\(report.file): \(total)", ""] + table.lines(style: style)
  }

  /// The removed outcomes, in a line.
  static func line(_ pruning: CachePruning) -> String {
    let removed = count(molecules: pruning.molecules, failures: pruning.failures, bytes: pruning.bytes)
    return "removed from \(pruning.file): \(removed)"
  }

  private static func count(molecules: Int, failures: Int, bytes: Int) -> String {
    "\(molecules) \(molecules == 1 ? "molecule" : "molecules") (\(failures) failed), \(size(bytes))"
  }

  /// A size in the largest decimal unit that does not exceed it.
  private static func size(_ bytes: Int) -> String {
    for (unit, factor) in [("GB", 1e9), ("MB", 1e6), ("kB", 1e3)] where Double(bytes) >= factor {
      return "\(Number.fixed(Double(bytes) / factor, 1)) \(unit)"
    }
    return "\(bytes) B"
  }

  private static func day(_ time: String) -> String { String(time.prefix(10)) }
}
