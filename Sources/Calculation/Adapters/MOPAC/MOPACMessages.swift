/// Why MOPAC gave up, as its output says.
package enum MOPACMessages {
  /// What stands at the head of the box of messages near the end.
  private static let heading = "Error and normal termination messages reported in this calculation"
  /// What it says without a box, where it finds nothing that it could calculate.
  private static let unboxed = ["UNRECOGNIZED ELEMENT NAME", "no atoms were detected"]
  /// What parts of messages mean; the first that fits counts.
  private static let classes: [(fragment: String, failureClass: FailureClass)] = [
    ("SELF-CONSISTENCE", .convergence), ("EXCESS NUMBER OF OPTIMIZATION CYCLES", .convergence),
    ("NOT ENOUGH TIME", .timeout), ("UNRECOGNIZED", .input), ("Data are not available", .input),
    ("GEOMETRY IN ERROR", .input), ("NUMBER OF ELECTRONS", .input), ("no atoms were detected", .input),
  ]

  /// The messages, without those of success; nil if there are none.
  package static func reason(in log: String) -> String? {
    let lines: [Substring]
    if let heading = log.firstRange(of: heading) {
      lines = log[heading.upperBound...].split(whereSeparator: \.isNewline).prefix { !$0.contains("TOTAL JOB TIME") }
    } else {
      lines = log.split(whereSeparator: \.isNewline).filter { line in unboxed.contains { line.contains($0) } }
    }
    let messages = lines.map { line in
      line.split(separator: " ").filter { word in !word.allSatisfy { $0 == "*" } }.joined(separator: " ")
    }
    .filter { !$0.isEmpty && $0 != "JOB ENDED NORMALLY" }
    return messages.isEmpty ? nil : messages.joined(separator: " ")
  }

  package static func failureClass(of reason: String) -> FailureClass {
    classes.first { reason.contains($0.fragment) }?.failureClass ?? .unknown
  }
}
