import Compositions
import Files
import Foundation
import Reports

/// A campaign's state for people.
struct StatusText {
  private let report: StatusReport
  private let campaign: String
  private let style: TextStyle
  private let showsAll: Bool

  /// - Parameters:
  ///   - campaign: the arguments that name the campaign.
  ///   - showsAll: whether all properties of the best molecules are shown, or those of the objectives.
  init(_ report: StatusReport, campaign: String, style: TextStyle, showsAll: Bool = false) {
    self.report = report
    self.campaign = campaign
    self.style = style
    self.showsAll = showsAll
  }

  /// The whole state.
  var lines: [String] {
    header + [""] + iterations + changes + [""] + fits + best
      + ["", "In a browser: cohobate dashboard \(hasDatabase ? shellWord(report.database) : campaign)"]
  }

  /// Whether the database is named beside the campaign file.
  private var hasDatabase: Bool { campaign.contains("--database") }

  /// The changes since the campaign was begun, each with its first iteration.
  private var changes: [String] {
    guard !report.changes.isEmpty else { return [] }
    return [""] + report.changes.map { "from iteration \($0.iteration) on: \($0.text)" }
  }

  /// The last lines of a run: the best molecules, the number of hits, and what to try next.
  var finalLines: [String] {
    var next = [("cohobate inspect \(campaign)", "what the last iteration considered, and why it chose what it chose")]
    if let molecule = report.best.first?.molecule {
      next += [
        ("cohobate inspect \(campaign) --molecule \(molecule)", "all that is known of the best molecule"),
        ("cohobate export \(campaign) --format svg", "drawings of all molecules, the best first"),
      ]
    }
    let others = report.best.first?.values.keys.contains { !report.objectiveProperties.contains($0) } ?? false
    next.append(
      others
        ? ("cohobate status \(campaign) --all", "every iteration in a line, and the other properties")
        : ("cohobate status \(campaign)", "every iteration in a line"))
    next.append(("cohobate report \(campaign)", "all of it as a page with drawings and plots"))
    let width = next.map(\.0.count).max() ?? 0
    return best + [""] + header + ["", "Next:"]
      + next.map { "  " + $0.padding(toLength: width, withPad: " ", startingAt: 0) + "   " + $1 }
  }

  private var header: [String] {
    let done = report.succeeded + report.failed
    var counts =
      done > report.budget
      ? "\(Number.count(done, "calculation")) done, more than the \(report.budget) of the budget"
      : "\(done) of \(Number.count(report.budget, "calculation")) done"
    if report.failed > 0 {
      let classes = report.failures.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      counts += ", \(report.failed) failed (\(classes))"
    }
    if report.reused > 0 { counts += ", \(report.reused) found in the cache" }
    if report.changed > 0 { counts += ", \(report.changed) with changed settings" }
    if report.pending > 0 { counts += ", \(report.pending) pending" }
    if report.withdrawn > 0 { counts += ", \(report.withdrawn) withdrawn" }
    if report.declined > 0 { counts += ", \(report.declined) declined" }
    if report.otherProtocols > 0 { counts += ", \(report.otherProtocols) by another program, version or protocol" }
    if report.told > 0 { counts += "; \(report.told) more were told" }
    if report.toldHits > 0 { counts += ", \(report.toldHits) of them \(report.toldHits == 1 ? "a hit" : "hits")" }
    return [
      "\(style.bold(report.name)): \(report.objectives.joined(separator: " and ").visible)",
      "  \(style.green(Number.count(report.hits, "hit"))), \(counts)",
      "  policy \(report.policy), acquisition \(report.acquisition), seed \(report.seed)".visible,
      "  \(state)",
    ] + (report.gain.map { ["  \($0.text)".visible] } ?? []) + ExtrasText(report).lines + front
      + report.libraryKnowledge.map { "  \($0.text("calculated molecules"))".visible }
  }

  /// The front in a line, and its molecules.
  private var front: [String] {
    guard let front = report.front else { return [] }
    let volume = withUnit(Number.fixed(front.hypervolume), front.unit)
    let lines = [
      "  front: \(Number.count(front.molecules.count, "molecule")), hypervolume \(volume) from the reference point "
        + ReferencePointText(front.reference).text
    ]
    guard !front.molecules.isEmpty else { return lines.map(\.visible) }
    let most = 20
    let more = front.molecules.count - most
    return
      (lines + [
        "  on the front: \(front.molecules.prefix(most).map { "\($0)" }.joined(separator: ", "))"
          + (more > 0 ? " and \(more) more" : "") + "; cohobate export \(campaign) --front"
      ]).map(\.visible)
  }

  private var state: String {
    if let message = report.endMessage { return message }
    guard let iteration = report.waitingIteration else {
      return "It has not ended; \(quotedCommand("cohobate run \(campaign)")) resumes it."
    }
    let molecules = report.pending == 1 ? "a molecule" : "\(report.pending) molecules"
    return
      "Iteration \(iteration) waits for the values of \(molecules): \(quotedCommand("cohobate suggest \(campaign)")) writes them, "
      + "\(quotedCommand("cohobate tell \(campaign) VALUES.csv")) reads them back."
  }

  private var iterations: [String] {
    let trace = report.front.map { Dictionary($0.trace.map { ($0.iteration, $0) }) { first, _ in first } }
    var table = TextTable(
      columns: [
        ("iteration", .right), ("policy", .left), ("candidates", .right), ("rejected", .right), ("chosen", .right),
        ("succeeded", .right), ("failed", .right), ("hits", .right),
      ] + (trace == nil ? [] : [("front", .right), ("hypervolume", .right)]))
    for row in report.iterations {
      table.rows.append(
        [
          "\(row.number)", row.policy, "\(row.candidates)", "\(row.refused)", "\(row.chosen)", "\(row.succeeded)",
          "\(row.failed)", "\(row.hits)",
        ] + (trace?[row.number].map { ["\($0.size)", Number.fixed($0.hypervolume)] } ?? []))
    }
    return table.lines(style: style)
      + (report.iterations.last { $0.preselection != nil }.map { last in
        ["iteration \(last.number): \(last.preselection?.text ?? "")"]
      } ?? [])
  }

  private var fits: [String] {
    guard !report.fits.isEmpty else { return [] }
    return FitText(report.fits, units: report.units, style: style).lines + [""]
  }

  private var best: [String] {
    guard let first = report.best.first else {
      // None was asked for, or there is none.
      return report.succeeded + report.told > 0 ? [] : ["No calculation has succeeded yet."]
    }
    let properties =
      report.objectiveProperties
      + (showsAll ? first.values.keys.sorted().filter { !report.objectiveProperties.contains($0) } : [])
    let confirmed =
      report.best.contains { !$0.confirmedValues.isEmpty } ? report.objectiveProperties : []
    let hasNames = report.best.contains { $0.name != nil }
    typealias Column = (title: String, alignment: TextTable.Alignment)
    var columns: [Column] = [("molecule", .right), ("hit", .left)]
    columns += properties.map { (title($0), .right) }
    columns += confirmed.map { ("\($0) confirmed", .right) }
    columns += [("iteration", .right), ("formula", .left)]
    if hasNames { columns.append(("name", .cut)) }
    // The formula is all that is known of a composition.
    let hasSMILES = !isCompositionIdentity(first.smiles)
    if hasSMILES { columns.append(("SMILES", .cut)) }
    var table = TextTable(columns: columns)
    for molecule in report.best {
      // A spread over conformers is no error of the value.
      let uncertainties = molecule.hasSeveralConformers ? [:] : molecule.uncertainties
      func shown(_ values: [String: Double], _ property: String, uncertainty: Double? = nil) -> String {
        values[property].map {
          Number.fixed($0, apartFrom: report.bounds[property] ?? [], uncertainty: uncertainty)
        } ?? "-"
      }
      var cells = ["\(molecule.molecule)", molecule.isHit ? "yes" : ""]
      cells += properties.map { shown(molecule.values, $0, uncertainty: uncertainties[$0]) }
      cells += confirmed.map { shown(molecule.confirmedValues, $0) }
      cells += ["\(molecule.iteration)", molecule.formula]
      if hasNames { cells.append(molecule.name ?? "-") }
      if hasSMILES { cells.append(molecule.isomer ?? molecule.smiles) }
      table.rows.append(cells)
    }
    table.expendable = hasSMILES ? ["formula", "iteration"] : ["iteration"]
    let more = report.hits + report.toldHits - report.best.count(where: \.isHit)
    guard more > 0 else { return table.lines(style: style) }
    return table.lines(style: style) + [
      "and \(Number.count(more, "more hit")): cohobate status \(campaign) --top \(report.best.count + more)"
    ]
  }

  private func title(_ property: String) -> String { TextTable.title(property, unit: report.units[property]) }
}

/// The fits of the surrogate for people.
struct FitText {
  private let fits: [FitReport]
  private let units: [String: String]
  private let style: TextStyle

  init(_ fits: [FitReport], units: [String: String], style: TextStyle) {
    self.fits = fits
    self.units = units
    self.style = style
  }

  var lines: [String] {
    var table = TextTable(
      ("surrogate", .left), ("unit", .left), ("observations", .right), ("mean", .right), ("scale", .right),
      ("noise", .right), ("leave-one-out error", .right), ("within 1 sd", .right))
    for fit in fits {
      table.rows.append([
        fit.property, units[fit.property] ?? "", "\(fit.observations)", Number.fixed(fit.mean),
        Number.fixed(fit.outputScale), Number.fixed(fit.noise), Number.optional(fit.leaveOneOutRMSE),
        fit.leaveOneOutCoverage.map(Number.percent) ?? "-",
      ])
    }
    return table.lines(style: style)
  }
}
