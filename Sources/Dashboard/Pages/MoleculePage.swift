import Compositions
import Files
import Reports

/// A molecule: why it was chosen, whether the model was right about it, and how it was calculated.
struct MoleculePage {
  let source: PageSource
  let outcome: MoleculeOutcome
  /// Everything that the record says of it.
  let report: MoleculeInspection
  /// The calculated molecules that are most similar to it.
  let nearest: [(number: Int, similarity: Double)]
  /// The calculated geometry in XYZ format; nil if there is none.
  let geometry: String?

  private var candidate: CandidateReport { outcome.candidate }
  private var calculation: CalculationReport { outcome.calculation }

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Molecule \(outcome.molecule)" + (outcome.isHit ? " · hit" : "")))
    builder.add(.tag("p", ["class": "smiles"], text: subscriptedMaterialText(report.smiles)))
    builder.paragraph(composition)
    let drawing = Markup.tag("div", ["class": "wide"], builder.picture(of: outcome.molecule, smiles: outcome.smiles))
    builder.add(.tag("div", ["class": "two"], drawing, .tag("div", [:], why(builder), wasRight)))
    builder.heading("Calculated values")
    builder.add(values.markup)
    for text in [calculation.changes, calculation.notes].compactMap(\.self) { builder.paragraph(text) }
    failure(&builder)
    neighbours(&builder)
    relatives(&builder)
    if report.candidacies.contains(where: { !$0.predictions.isEmpty }) {
      builder.heading("Predictions over the iterations")
      if report.candidacies.count > 1 { builder.plots(predictionPlots) }
      builder.add(candidacies(builder).markup)
    }
    attempts(&builder)
    if let geometry {
      builder.heading("Geometry")
      builder.add(
        .tag(
          "details", ["open": ""], .tag("summary", [:], text: "XYZ, ångström"),
          .tag("pre", ["class": "geometry"], text: geometry)))
    }
    return builder.page(.molecule(outcome.molecule), title: "Molecule \(outcome.molecule)")
  }

  /// What it is made of, in a sentence.
  private var composition: String {
    let weight = "\(decimal(report.molecularWeight, places: 2)) g/mol"
    // Its name is its formula.
    if isCompositionIdentity(report.smiles) { return "A composition, \(weight)." }
    return
      "\(PageNumber.formula(report.formula)), "
      + "\(PageNumber.count(report.heavyAtoms, "heavy atom")), \(weight), charge \(report.charge)"
      + (calculation.isomer.map { "; the isomer \($0) was calculated" } ?? "") + "."
  }

  private func why(_ builder: PageBuilder) -> Markup {
    var items: [Markup] = [
      Markup("It was chosen in ") + builder.link(.iteration(candidate.iteration), "iteration \(candidate.iteration)")
        + Markup(withFullStop(": \(candidate.reason)"))
    ]
    if outcome.isTold { items = [Markup(withFullStop("It was not chosen: \(candidate.reason)"))] }
    if let rank = candidate.rank, !outcome.isTold {
      items.append(
        Markup(
          "Rank \(rank) by \(source.overview.status.acquisition)"
            + (candidate.acquisition.map { ", acquisition value \(PageNumber.shortText($0)) (a logarithm)" } ?? "")
            + (candidate.acquisitionWhenChosen.map {
              "; \(PageNumber.shortText($0)) with those already chosen in the batch"
            } ?? "") + "."))
    }
    if !outcome.isTold {
      items.append(
        Markup(
          "Made by \(candidate.move)" + (candidate.parent == nil ? "" : " from another molecule")
            + (candidate.successProbability.map {
              "; its calculation was expected to succeed with probability \(PageNumber.shortText($0))"
            } ?? "") + "."))
    }
    return .tag(
      "div", ["class": "why"], .tag("h3", [:], text: outcome.isTold ? "Why it is here" : "Why it was chosen"),
      .tag("ul", [:], items.map { .tag("li", [:], $0) }))
  }

  private var wasRight: Markup {
    let sentences = source.names.compactMap { name -> Markup? in
      guard let prediction = candidate.predictions[name] else { return nil }
      let unit = source.unit(name)
      let predicted =
        "\(name): \(PageNumber.prediction(prediction.mean, prediction.standardDeviation))\(unit.isEmpty ? "" : " \(unit)") predicted when chosen"
      guard let value = calculation.values[name] else {
        return Markup("\(predicted); there is no calculated value.")
      }
      guard let error = calculation.errors[name] else {
        return Markup("\(predicted), \(source.textWithUnit(value, of: name)) calculated.")
      }
      let size = abs(error)
      let judgement =
        size <= 1
        ? "Yes: within one standard deviation, as two of three values should be."
        : size <= 2
          ? "Nearly: within two standard deviations, as 19 of 20 values should be."
          : "No: more than two standard deviations off, as one value in 20 may be."
      return Markup(
        "\(predicted), \(source.textWithUnit(value, of: name)) calculated, \(PageNumber.deviations(error)) standard deviations from the prediction. "
      )
        + .tag("span", ["class": size <= 2 ? "good" : "bad"], text: judgement)
    }
    return .tag(
      "div", ["class": "why"], .tag("h3", [:], text: "Was the model right about it?"),
      sentences.isEmpty
        ? .tag(
          "p", [:],
          text: outcome.isTold
            ? "Nothing was predicted of it: it was not chosen."
            : "Nothing was predicted of it: it was chosen before there was a model, or without one.")
        : .tag("ul", [:], sentences.map { .tag("li", [:], $0) }))
  }

  private var values: PageTable {
    var table = PageTable(
      "values-of-\(outcome.molecule)",
      [
        ("property", false), ("calculated", true), ("spread", true), ("unit", false), ("predicted when chosen", true),
        ("error/sd", true),
      ])
    for (name, value) in calculation.values.sorted(by: { $0.key < $1.key }) {
      let prediction = candidate.predictions[name]
      table.add([
        .text(name), .number(value) { source.text($0, of: name) }, .number(calculation.uncertainties[name]),
        .text(source.unit(name)),
        PageTable.Cell(
          content: Markup(prediction.map { PageNumber.prediction($0.mean, $0.standardDeviation) } ?? ""), value: nil),
        .number(calculation.errors[name], PageNumber.deviations),
      ])
    }
    return table
  }

  private func failure(_ builder: inout PageBuilder) {
    builder.paragraph(
      "Calculation \(calculation.number) by \(calculation.calculator): \(calculation.state)"
        + (calculation.wallSeconds.map { " in \(PageNumber.duration(seconds: $0))" } ?? "")
        + (calculation.isReused ? ", found in the cache" : "") + "."
        + (calculation.protocol.isEmpty ? "" : " Protocol: \(calculation.protocol)."), style: "weak")
    if let message = calculation.failureMessage {
      builder.heading("Failure: \(calculation.failureClass ?? "unknown")")
      builder.paragraph(message)
      if let evidence = calculation.evidence, !evidence.isEmpty { builder.add(.tag("pre", [:], text: evidence)) }
    }
    for withdrawn in calculation.withdrawn {
      builder.paragraph(
        withFullStop(
          "Withdrawn: \(withdrawn.property) \(withUnit(PageNumber.text(withdrawn.value), withdrawn.unit))"
            + (withdrawn.reason.map { ", because: \($0)" } ?? "")))
    }
  }

  private func neighbours(_ builder: inout PageBuilder) {
    let found = nearest.compactMap { near in source.outcome(near.number).map { ($0, near.similarity) } }
    guard !found.isEmpty else { return }
    builder.heading("The most similar calculated molecules")
    builder.cards(
      found.map { other, similarity in
        source.card(
          other,
          also: [
            "similarity \(decimal(similarity, places: 2)), \(order(of: other))"
          ])
      })
  }

  /// When a molecule was chosen or told, compared with this one.
  private func order(of other: MoleculeOutcome) -> String {
    let (theirs, own) = (other.candidate.iteration, candidate.iteration)
    return theirs < own ? "of an earlier iteration" : theirs > own ? "of a later iteration" : "of the same iteration"
  }

  private func relatives(_ builder: inout PageBuilder) {
    let children = source.overview.outcomes.filter { $0.candidate.parent == candidate.smiles }
    guard candidate.parent != nil || !children.isEmpty else { return }
    builder.heading("Lineage")
    if let parent = candidate.parent {
      let known = source.number(ofSMILES: parent)
      builder.add(
        .tag(
          "p", [:], Markup("Made by \(candidate.move) from "),
          known.map { builder.link(.molecule($0), "molecule \($0)") }
            ?? .tag("span", ["class": "smiles"], text: subscriptedMaterialText(parent)),
          Markup(".")))
    }
    if !children.isEmpty {
      builder.add(
        .tag(
          "p", [:], Markup("From it were made: "),
          children.enumerated().map { place, child in
            Markup(place > 0 ? ", " : "") + builder.link(.molecule(child.molecule), "molecule \(child.molecule)")
          }.joined, Markup(".")))
    }
  }

  private var predictionPlots: [Plot] {
    source.names.enumerated().compactMap { place, name in
      let points = report.candidacies.compactMap { candidacy in
        candidacy.predictions[name].map { prediction in
          Plot.Point(
            x: Double(candidacy.iteration), y: prediction.mean, deviation: prediction.standardDeviation, mark: .value,
            label:
              "iteration \(candidacy.iteration): \(PageNumber.prediction(prediction.mean, prediction.standardDeviation)) predicted"
          )
        }
      }
      guard let first = points.first, let last = points.last else { return nil }
      var plot = Plot(
        name: "predictions-\(outcome.molecule)-\(place)", title: "Predictions of \(name)", across: "iteration",
        up: source.title(name),
        meaning: "What each iteration predicted of it, with one standard deviation, as long as it was a candidate.",
        warning: "the predictions do not approach the calculated value.")
      plot.points = points
      plot.hasOwnLegend = true
      if let value = calculation.values[name] {
        plot.lines = [
          Plot.Line(points: [(first.x, value), (max(last.x, first.x + 1), value)], style: .second, name: "calculated")
        ]
      }
      return plot
    }
  }

  private func candidacies(_ builder: PageBuilder) -> PageTable {
    var table = PageTable(
      "candidacies-\(outcome.molecule)",
      [("iteration", true), ("rank", true)] + source.names.map { ("\($0) predicted", true) }
        + [("acquisition", true), ("decision", false), ("why", false)])
    for candidacy in report.candidacies {
      table.add(
        [
          PageTable.Cell(
            content: builder.link(.iteration(candidacy.iteration), "\(candidacy.iteration)"),
            value: "\(candidacy.iteration)"),
          .text(candidacy.rank.map { "\($0)" } ?? ""),
        ]
          + source.names.map { name in
            let prediction = candidacy.predictions[name]
            return PageTable.Cell(
              content: Markup(prediction.map { PageNumber.prediction($0.mean, $0.standardDeviation) } ?? ""),
              value: prediction.map { "\($0.mean)" } ?? "")
          }
          + [.number(candidacy.acquisition, PageNumber.shortText), .text(candidacy.decision), .text(candidacy.reason)])
    }
    return table
  }

  private func attempts(_ builder: inout PageBuilder) {
    let attempts = report.candidacies.compactMap(\.calculation).flatMap(\.attempts)
    guard !attempts.isEmpty else { return }
    builder.heading("Runs of programs")
    for attempt in attempts {
      var content = Markup.tag("pre", [:], text: attempt.commandLine.map(shellWord).joined(separator: " "))
      for text in [attempt.changes, attempt.notes, attempt.failureMessage].compactMap(\.self) {
        content += .tag("p", [:], text: text)
      }
      if let evidence = attempt.evidence, !evidence.isEmpty { content += .tag("pre", [:], text: evidence) }
      let ending = attempt.failureClass.map { "failed (\($0))" } ?? "accepted"
      let summary =
        "\(attempt.number). \(attempt.step)" + (attempt.conformer.map { ", conformer \($0)" } ?? "") + ": \(ending), "
        + PageNumber.duration(seconds: attempt.wallSeconds)
        + (attempt.energy.map { ", \(decimal($0, places: 6)) hartree" } ?? "")
        + (attempt.otherMachine.map { ", \($0)" } ?? "")
      builder.add(.tag("details", [:], .tag("summary", [:], text: summary), content))
    }
  }
}
