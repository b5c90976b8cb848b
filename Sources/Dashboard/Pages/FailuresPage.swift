import Compositions
import Reports

/// The calculations that failed, by class and by step, with the last words of the programs.
struct FailuresPage {
  let source: PageSource
  /// The records of the failed molecules, by number, with the attempts; only some of them where there are many.
  let attempts: [Int: [AttemptReport]]

  /// The most failures whose evidence is shown.
  static let most = 200

  private var failed: [MoleculeOutcome] { source.overview.outcomes.filter { $0.calculation.failureClass != nil } }

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Failures"))
    let failed = failed
    guard !failed.isEmpty else {
      builder.paragraph("No calculation has failed.")
      return builder.page(.failures, title: "Failures")
    }
    // Failures that people told are among them, and so are the values that they told.
    let ended = source.overview.outcomes.count { ["succeeded", "failed"].contains($0.calculation.state) }
    builder.paragraph("\(failed.count) of \(PageNumber.count(ended, "calculation")) failed.")
    var classes = PageTable("failure-classes", [("class", false), ("step", false), ("failures", true)])
    let groups = Dictionary(grouping: failed) { [$0.calculation.failureClass ?? "", step($0)] }
    for (key, members) in groups.sorted(by: {
      ($1.value.count, $0.key[0], $0.key[1]) < ($0.value.count, $1.key[0], $1.key[1])
    }) {
      classes.add([.text(key[0]), .text(key[1]), .count(members.count)])
    }
    builder.add(classes.markup)
    if failed.count > Self.most {
      builder.paragraph(
        "The steps are those of the first \(Self.most) failures; the others are under '-'.", style: "weak")
    }
    builder.heading("What is known of each")
    for outcome in failed.prefix(Self.most) {
      let title = builder.link(.molecule(outcome.molecule), "molecule \(outcome.molecule)")
      let message = outcome.calculation.failureMessage ?? ""
      let evidence = outcome.calculation.evidence ?? ""
      builder.add(
        .tag(
          "details", [:],
          .tag(
            "summary", [:], title,
            Markup(", iteration \(outcome.candidate.iteration), \(outcome.calculation.failureClass ?? ""): \(message)")),
          .tag("p", ["class": "smiles"], text: subscriptedMaterialText(outcome.smiles)),
          evidence.isEmpty
            ? .tag("p", [:], text: "No output of a program is kept with it.") : .tag("pre", [:], text: evidence)))
    }
    if failed.count > Self.most { builder.paragraph("\(failed.count - Self.most) more are in the table of molecules.") }
    return builder.page(.failures, title: "Failures")
  }

  /// The step of the last run that failed.
  private func step(_ outcome: MoleculeOutcome) -> String {
    attempts[outcome.molecule]?.last { $0.failureClass != nil }?.step ?? "-"
  }
}
