import Compositions
import Files
import Reports

/// Everything known about one molecule, for people.
struct MoleculeText {
  private let report: MoleculeInspection
  private let style: TextStyle

  init(_ report: MoleculeInspection, style: TextStyle) {
    self.report = report
    self.style = style
  }

  var lines: [String] {
    [
      "\(style.bold("molecule \(report.molecule)")): \(materialText(report.smiles))",
      isCompositionIdentity(report.smiles)
        ? "  composition, \(Number.fixed(report.molecularWeight, 2)) g/mol"
        : "  \(report.formula), \(report.heavyAtoms) heavy atoms, \(Number.fixed(report.molecularWeight, 2)) g/mol, "
          + "charge \(report.charge)",
    ] + place + report.candidacies.flatMap(candidacy)
  }

  private var place: [String] {
    guard let line = report.line else { return [] }
    return ["  line \(line) of the pool" + (report.name.map { ": \($0)" } ?? "").visible]
  }

  private func candidacy(_ candidate: CandidateReport) -> [String] {
    let isTold = candidate.move == "told"
    let decision = (isTold ? candidate.reason : "\(candidate.decision), \(candidate.reason)").visible
    var lines = ["", "\(style.bold("iteration \(candidate.iteration)")): \(decision)"]
    if !isTold {
      lines.append("  made by \(candidate.move)" + (candidate.parent.map { " from \(materialText($0))" } ?? ""))
    }
    for (property, prediction) in candidate.predictions.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "  \(property) predicted "
          + withUnit(
            "\(Number.fixed(prediction.mean)) ± \(Number.fixed(prediction.standardDeviation))",
            report.units[property] ?? ""))
    }
    if let probability = candidate.successProbability {
      lines.append("  P(success) \(Number.fixed(probability, 2))")
    }
    if let value = candidate.acquisition {
      lines.append(
        "  acquisition \(Number.fixed(value))"
          + (candidate.acquisitionWhenChosen.map { ", \(Number.fixed($0)) when chosen" } ?? ""))
    }
    for (property, value) in candidate.screened.sorted(by: { $0.key < $1.key }) {
      lines.append("  \(property) screened \(withUnit(Number.fixed(value), report.units[property] ?? ""))")
    }
    if let calculation = candidate.calculation { lines += self.calculation(calculation) }
    return lines
  }

  private func calculation(_ calculation: CalculationReport) -> [String] {
    var lines = [
      "  calculation \(calculation.number) by \(calculation.calculator) (\(calculation.protocol)): \(calculation.state)"
        + (calculation.wallSeconds.map { " in \(Number.fixed($0, 1)) s" } ?? "")
        + (calculation.isReused ? ", found in the cache" : "")
        + (calculation.isHit ? style.green(", a hit") : "")
    ]
    for (property, value) in calculation.values.sorted(by: { $0.key < $1.key }) {
      let shown = Number.fixed(
        value, apartFrom: report.bounds[property] ?? [], uncertainty: calculation.uncertainties[property])
      var text = "    \(property) \(withUnit(shown, report.units[property] ?? ""))"
      if let error = calculation.errors[property] { text += ", \(Number.fixed(error, 1)) sd from the prediction" }
      lines.append(text)
    }
    if let confirmation = calculation.confirmation { lines += self.confirmation(confirmation) }
    if let isomer = calculation.isomer { lines.append("    isomer calculated: \(isomer.visible)") }
    lines += calculation.withdrawn.map { withdrawn in
      let value = withUnit(Number.fixed(withdrawn.value, uncertainty: withdrawn.uncertainty), withdrawn.unit)
      return
        "    \(withdrawn.property) \(value) was withdrawn: "
        + (withdrawn.reason?.visible ?? "no reason was given")
    }
    lines += calculation.withdrawnFailures.map { withdrawn in
      "    the failure (\(withdrawn.message)) was withdrawn: ".visible
        + (withdrawn.reason?.visible ?? "no reason was given")
    }
    lines +=
      changes(calculation.changes, indent: 4) + Self.lines(of: calculation.notes).map { "    \($0)" }
    if let failureClass = calculation.failureClass {
      lines.append("    \(style.red(failureClass.visible)): \((calculation.failureMessage ?? "").visible)")
      lines += Self.lines(of: calculation.evidence).map { "      \($0)" }
    }
    for attempt in calculation.attempts {
      let ending =
        if let status = attempt.exitStatus { "exit \(status)" } else if let signal = attempt.signal {
          "signal \(signal)"
        } else {
          attempt.termination
        }
      lines.append(
        "    attempt \(attempt.number), \(attempt.step)"
          + (attempt.conformer.map { " of conformer \($0)" } ?? "")
          + ": \(ending), \(Number.fixed(attempt.wallSeconds, 1)) s"
          + (attempt.energy.map { ", \(Number.fixed($0, 5)) Eh" } ?? "")
          + (attempt.otherMachine.map { ", \($0.visible)" } ?? "") + ": "
          + attempt.commandLine.joined(separator: " ").visible)
      lines += changes(attempt.changes, indent: 6)
      lines += Self.lines(of: attempt.notes).map { "      \($0)" }
      if let failureClass = attempt.failureClass {
        lines.append("      \(failureClass): \(attempt.failureMessage ?? "")".visible)
      }
    }
    return lines
  }

  private func confirmation(_ confirmation: ConfirmingReport) -> [String] {
    var lines = [
      "    confirmed by \(confirmation.calculator): ".visible
        + (confirmation.state == "succeeded"
          ? confirmation.isHit ? style.green("a hit") : "no hit" : confirmation.state)
        + (confirmation.wallSeconds.map { " in \(Number.fixed($0, 1)) s" } ?? "")
    ]
    for (property, value) in confirmation.values.sorted(by: { $0.key < $1.key }) {
      lines.append(
        "      \(property) "
          + withUnit(
            Number.fixed(value, apartFrom: report.bounds[property] ?? []), report.units[property] ?? ""))
    }
    if let failureClass = confirmation.failureClass {
      lines.append("      \(failureClass): \(confirmation.failureMessage ?? "")".visible)
    }
    return lines
  }

  /// The lines of a text from the record, which may contain a program's own messages.
  private static func lines(of text: String?) -> [String] {
    (text ?? "").split(separator: "\n").map { String($0).visible }
  }

  private func changes(_ sentences: String?, indent: Int) -> [String] {
    Self.lines(of: sentences).map {
      String(repeating: " ", count: indent) + "changed settings: \($0)"
    }
  }
}
