/// Finds in the output why MOPAC stopped.
package enum MOPACMessages {
  /// The heading of the box of messages near the end.
  private static let heading = "Error and normal termination messages reported in this calculation"
  /// The messages that MOPAC prints without a box when it finds nothing to calculate.
  private static let unboxed = ["UNRECOGNIZED ELEMENT NAME", "no atoms were detected"]
  /// The failure class of each message fragment; the first fragment found counts.
  private static let classes: [(fragment: String, failureClass: FailureClass)] = [
    ("SELF-CONSISTENCE", .convergence), ("EXCESS NUMBER OF OPTIMIZATION CYCLES", .convergence),
    ("NOT ENOUGH TIME", .timeout), ("UNRECOGNIZED", .input), ("Data are not available", .input),
    ("GEOMETRY IN ERROR", .input), ("NUMBER OF ELECTRONS", .input), ("no atoms were detected", .input),
  ]

  /// The messages except those of success; nil if there are none.
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
