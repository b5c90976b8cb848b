import Compositions
import Reports

/// An iteration for people: its surrogate, its batch, and the next candidates in rank.
struct InspectionText {
  private let report: InspectionReport
  private let style: TextStyle
  private let top: Int

  init(_ report: InspectionReport, style: TextStyle, top: Int) {
    self.report = report
    self.style = style
    self.top = top
  }

  var lines: [String] {
    let iteration = report.iteration
    var lines =
      ["told", "takenOver"].contains(iteration.policy)
      ? toldHeader
      : [
        "\(style.bold("iteration \(iteration.number)")) (\(iteration.policy)): \(Number.count(iteration.candidates, "candidate")), "
          + "\(iteration.chosen) chosen, \(iteration.succeeded) calculated, \(iteration.failed) failed, "
          + style.green(Number.count(iteration.hits, "hit"))
      ]
    if iteration.proposals > 0 {
      lines.append("  \(Number.count(iteration.proposals, "string")) proposed, \(iteration.invalid) of them invalid")
    }
    if !report.refusals.isEmpty {
      let counts = report.refusals.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
      lines.append("  rejected by filters: \(counts.joined(separator: ", "))")
    }
    if let screen = iteration.screen { lines.append("  \(Self.text(of: screen))".visible) }
    if let preselection = iteration.preselection { lines.append("  \(preselection.text)") }
    if let gain = iteration.expectedGain {
      let came = gain.achieved.map { "; came: \(gain.text($0))" } ?? ""
      lines.append("  expected: \(gain.text)\(came)".visible)
    }
    lines += report.changes.map { "  changed from here on: \($0.text)" }
    if iteration.widenings > 0 { lines.append("  windows widened: \(Number.count(iteration.widenings, "time"))") }
    if iteration.pendingAtDesign > 0 {
      lines.append("  pending when it was designed: \(Number.count(iteration.pendingAtDesign, "calculation"))")
    }
    if !report.reference.isEmpty {
      lines.append("  reference point: \(ReferencePointText(report.reference).text)".visible)
    }
    if let last = report.steps.last {
      lines.append(
        report.isSearch
          ? "  search: \(report.steps.count) steps, \(last.distinct) distinct molecules"
          : "  sampler: \(report.steps.count) steps, temperature exponent \(Number.fixed(last.temperature, 2)), "
            + "\(Number.percent(last.acceptance)) accepted, \(last.distinct) distinct molecules")
    }
    if !report.fits.isEmpty { lines += [""] + FitText(report.fits, units: report.units, style: style).lines }
    if !report.transfers.isEmpty {
      lines += [""] + TransferText(report.transfers, units: report.units, style: style).lines
    }
    if let success = report.success, success.outputScale != nil {
      lines += [
        "",
        "P(success) learnt from \(Number.count(success.successes + success.failures, "calculation")), "
          + "\(success.failures) of them failed\(success.clause); "
          + "\(Number.fixed(success.baseRate, 2)) for a molecule unlike all of them",
      ]
    }
    lines +=
      [""]
      + CandidateTable(
        report.candidates.filter { $0.decision == "chosen" }.sorted {
          ($0.calculation?.number ?? 0) < ($1.calculation?.number ?? 0)
        },
        report, style: style
      ).lines
    lines += section("Passed over", report.candidates.filter { $0.decision == "passedOver" })
    lines += section("Rejected", report.candidates.filter { $0.decision == "refused" })
    return lines
  }

  private static func text(of screen: IterationScreenReport) -> String {
    let weight = screen.weight.map { "models with it had \(Number.percent($0)) of the weight before" }
    if screen.isDropped { return "screen \(screen.calculator): dropped; \(weight ?? "")" }
    var parts = ExtraCostText(
      done: "screen \(screen.calculator): \(Number.count(screen.calculated, "molecule")) calculated",
      failed: screen.failed, reused: screen.reused, programSeconds: screen.programSeconds
    ).parts
    if let failure = screen.programFailure { parts.append("abandoned, because its program failed: \(failure)") }
    return ([parts.joined(separator: ", ")] + [weight].compactMap(\.self)).joined(separator: "; ")
  }

  private var toldHeader: [String] {
    let iteration = report.iteration
    let (policy, origin) =
      iteration.policy == "told" ? ("told", "never suggested") : ("taken over", "that another campaign calculated")
    return [
      "\(style.bold("iteration \(iteration.number)")) (\(policy)): \(Number.count(iteration.chosen, "molecule")) \(origin), "
        + "\(iteration.succeeded) with values, \(iteration.failed) failed, "
        + style.green(Number.count(iteration.hits, "hit")),
      "  The surrogate learns from them; they count neither towards the budget nor as hits of the campaign.",
    ]
  }

  private func section(_ title: String, _ candidates: [CandidateReport]) -> [String] {
    let shown = candidates.prefix(top)
    guard !shown.isEmpty else { return [] }
    let rest = candidates.count - shown.count
    return ["", style.bold(title)] + CandidateTable(Array(shown), report, style: style).lines
      + (rest > 0 ? ["  and \(rest) more: --all shows them"] : [])
  }
}

/// Candidates in a table: prediction, decision, outcome.
struct CandidateTable {
  private let candidates: [CandidateReport]
  private let objectives: [String]
  private let bounds: [String: [Double]]
  /// Whether the probability of success is not the same for all.
  private let isSuccessLearnt: Bool
  private let style: TextStyle

  init(_ candidates: [CandidateReport], _ report: InspectionReport, style: TextStyle) {
    self.candidates = candidates
    objectives = report.objectives
    bounds = report.bounds
    isSuccessLearnt = report.success?.outputScale != nil
    self.style = style
  }

  var lines: [String] {
    let isPredicted = candidates.contains { !$0.predictions.isEmpty }
    let hasOutcome = candidates.contains { $0.calculation != nil }
    let screened = objectives.filter { objective in candidates.contains { $0.screened[objective] != nil } }
    let confirmed = objectives.filter { objective in
      candidates.contains { $0.calculation?.confirmation?.values[objective] != nil }
    }
    let hasNames = candidates.contains { $0.name != nil }
    let isOfFormulas = candidates.first.map { isCompositionIdentity($0.smiles) } ?? false
    var table = TextTable(
      columns: [("molecule", .right), ("rank", .right)]
        + screened.map { ("\($0) screened", .right) }
        + objectives.flatMap { property -> [(String, TextTable.Alignment)] in
          guard isPredicted else { return hasOutcome ? [(property, .right)] : [] }
          return [("\(property) predicted", .right)]
            + (hasOutcome ? [("calculated", .right), ("error/sd", .right)] : [])
        }
        + confirmed.map { ("\($0) confirmed", .right) }
        + (isSuccessLearnt && isPredicted ? [("P(success)", .right)] : [])
        + [("acquisition", .right)] + (hasNames ? [("name", .cut)] : [])
        + [(isOfFormulas ? "formula" : "SMILES", .cut), ("made by", .left), ("why", .cut)])
    table.expendable = ["made by", "error/sd", "acquisition", "P(success)", "rank", "why"]
    for candidate in candidates {
      var cells = ["\(candidate.molecule)", candidate.rank.map { "\($0)" } ?? "-"]
      cells += screened.map { Number.optional(candidate.screened[$0], 2) }
      for property in objectives {
        guard isPredicted else {
          if hasOutcome { cells.append(outcome(candidate, property)) }
          continue
        }
        cells.append(
          candidate.predictions[property].map {
            "\(Number.fixed($0.mean, 2)) ± \(Number.fixed($0.standardDeviation, 2))"
          } ?? "-")
        if hasOutcome {
          cells.append(outcome(candidate, property))
          cells.append(Number.optional(candidate.calculation?.errors[property], 1))
        }
      }
      cells += confirmed.map { Number.optional(candidate.calculation?.confirmation?.values[$0], 2) }
      if isSuccessLearnt && isPredicted { cells.append(Number.optional(candidate.successProbability, 2)) }
      cells += [Number.optional(candidate.acquisition, 2)] + (hasNames ? [candidate.name ?? "-"] : [])
      cells += [materialText(candidate.smiles), candidate.move, candidate.reason]
      table.rows.append(cells)
    }
    return table.lines(style: style)
  }

  private func outcome(_ candidate: CandidateReport, _ property: String) -> String {
    guard let calculation = candidate.calculation else { return "-" }
    if let failure = calculation.failureClass { return failure }
    guard let value = calculation.values[property] else {
      let isWithdrawn =
        !calculation.withdrawnFailures.isEmpty || calculation.withdrawn.contains { $0.property == property }
      return isWithdrawn ? "withdrawn" : calculation.state
    }
    let uncertainty = candidate.statedUncertainties[property]
    return Number.fixed(value, 2, apartFrom: bounds[property] ?? [], uncertainty: uncertainty)
      + (calculation.isHit ? " hit" : "")
  }
}
