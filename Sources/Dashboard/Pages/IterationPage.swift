import Files
import Reports
import Stores

/// What an iteration considered, chose and found, and why.
struct IterationPage {
  let source: PageSource
  let report: InspectionReport

  /// The most candidates that are shown beside the batch.
  static let mostOthers = 50
  /// The ranks of which each candidate is drawn; of those below, one in so many is.
  private static let everyRank = 100, rankStep = 5

  private var number: Int { report.iteration.number }
  private var chosen: [CandidateReport] {
    report.candidates.filter { $0.decision == "chosen" }.sorted {
      ($0.calculation?.number ?? 0) < ($1.calculation?.number ?? 0)
    }
  }
  private var passedOver: [CandidateReport] { report.candidates.filter { $0.decision == "passedOver" } }
  private var names: [String] { source.names }

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Iteration \(number)"))
    builder.add(steps(builder))
    for sentence in sentences { builder.paragraph(sentence) }
    builder.heading("The batch")
    builder.cards(chosen.map(card))
    builder.keepDrawings(
      of: chosen.map { ($0.molecule, $0.smiles) } + passedOver.prefix(20).map { ($0.molecule, $0.smiles) })
    builder.plots([acquisitionPlot].compactMap(\.self) + outcomePlots)
    if !passedOver.isEmpty {
      builder.heading("Passed over")
      builder.paragraph("The best candidates that were not chosen, and why.")
      builder.cards(
        passedOver.prefix(8).map { candidate in
          MoleculeCard(
            molecule: candidate.molecule, smiles: candidate.smiles, isHit: false,
            isLinked: source.outcome(candidate.molecule) != nil, lines: predicted(candidate) + [candidate.reason])
        })
      builder.add(others(builder).markup)
      if passedOver.count > Self.mostOthers {
        builder.paragraph("\(passedOver.count - Self.mostOthers) more were ranked lower.", style: "weak")
      }
    }
    if !report.refusals.isEmpty {
      builder.heading("Rejected by filters")
      var table = PageTable("rejected-\(number)", [("filter", false), ("molecules", true)])
      for (reason, count) in report.refusals.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        table.add([.text(reason), .count(count)])
      }
      builder.add(table.markup)
    }
    if !report.candidates.isEmpty {
      builder.heading("Where candidates came from")
      builder.add(origins.markup)
    }
    models(&builder)
    return builder.page(.iteration(number), title: "Iteration \(number)")
  }

  private func steps(_ builder: PageBuilder) -> Markup {
    let last = source.overview.iterations.last?.number ?? number
    return .tag(
      "p", [:],
      number > 0 ? builder.link(.iteration(number - 1), "← iteration \(number - 1)") : .none,
      Markup(number > 0 && number < last ? " · " : ""),
      number < last ? builder.link(.iteration(number + 1), "iteration \(number + 1) →") : .none)
  }

  private var sentences: [String] {
    let iteration = report.iteration
    if ["told", "takenOver"].contains(iteration.policy) {
      return [
        "\(PageNumber.count(iteration.chosen, "molecule")) whose values people gave or another campaign calculated. The model learns from them; the budget does not count them."
      ]
    }
    var sentences = [
      "Policy \(iteration.policy): of \(PageNumber.count(iteration.candidates, "candidate")) \(iteration.chosen) were chosen. "
        + "\(iteration.succeeded) gave values, \(iteration.failed) failed, \(PageNumber.count(iteration.hits, "hit"))."
    ]
    if let gain = iteration.expectedGain {
      sentences.append(
        withFullStop("Expected of this batch: \(gain.text)" + (gain.achieved.map { "; came: \(gain.text($0))" } ?? "")))
    }
    if iteration.proposals > 0 {
      sentences.append("\(iteration.proposals) strings were proposed, \(iteration.invalid) of them invalid.")
    }
    if iteration.widenings > 0 {
      sentences.append("The windows were widened \(PageNumber.count(iteration.widenings, "time")).")
    }
    if iteration.pendingAtDesign > 0 {
      sentences.append(
        "\(PageNumber.count(iteration.pendingAtDesign, "calculation")) had no outcome yet when it was designed.")
    }
    return sentences + report.changes.map { withFullStop("Changed from here on: \($0.text)") }
  }

  private func predicted(_ candidate: CandidateReport) -> [String] {
    names.compactMap { name in
      candidate.predictions[name].map {
        "\(name) \(PageNumber.prediction($0.mean, $0.standardDeviation)) predicted"
      }
    }
  }

  private func card(_ candidate: CandidateReport) -> MoleculeCard {
    let outcome = source.outcome(candidate.molecule)
    var lines = outcome.map { source.values($0) } ?? []
    lines += predicted(candidate)
    if let value = candidate.acquisition { lines.append("acquisition \(PageNumber.shortText(value))") }
    lines.append(candidate.reason)
    return MoleculeCard(
      molecule: candidate.molecule, smiles: outcome?.smiles ?? candidate.smiles, isHit: outcome?.isHit ?? false,
      isLinked: outcome != nil, lines: lines)
  }

  /// The acquisition function against the rank, with the chosen ones marked.
  private var acquisitionPlot: Plot? {
    let worst = chosen.compactMap(\.rank).max() ?? 0
    let ranked = report.candidates.compactMap { candidate -> Plot.Point? in
      guard let rank = candidate.rank, let value = candidate.acquisition else { return nil }
      let isChosen = candidate.decision == "chosen"
      return Plot.Point(
        x: Double(rank), y: value, mark: isChosen ? .chosen : rank < worst ? .alike : .passed,
        molecule: candidate.molecule,
        isLinked: source.outcome(candidate.molecule) != nil,
        label:
          "molecule \(candidate.molecule), acquisition \(PageNumber.shortText(value)): \(candidate.reason)"
      )
    }
    guard !ranked.isEmpty else { return nil }
    var plot = Plot(
      name: "acquisition-\(number)", title: "Acquisition against rank", across: "rank", up: "acquisition (logarithm)",
      meaning:
        "The chosen ones are the best, but for those that are like a better one that was chosen before. "
        + "After the first \(Self.everyRank) of those passed over, one in \(Self.rankStep) is drawn.",
      warning: "the curve is flat: the model does not tell the candidates apart.")
    // The chosen ones are drawn last, on top.
    let passed = ranked.filter { $0.mark == .passed }.enumerated().filter { place, _ in
      place < Self.everyRank || place % Self.rankStep == 0
    }.map(\.element)
    plot.points = passed + ranked.filter { $0.mark == .alike } + ranked.filter { $0.mark == .chosen }
    return plot
  }

  /// Predicted when chosen against calculated, for each objective.
  private var outcomePlots: [Plot] {
    names.enumerated().compactMap { place, name in
      let points = chosen.compactMap { candidate in
        source.outcome(candidate.molecule).flatMap { source.parityPoint($0, name) }
      }
      guard !points.isEmpty else { return nil }
      return source.parityPlot("outcome-\(number)-\(place)", name, points)
    }
  }

  private func others(_ builder: PageBuilder) -> PageTable {
    var table = PageTable(
      "others-\(number)",
      [("molecule", true), ("rank", true)] + names.map { ("\($0) predicted", true) }
        + [("acquisition", true), ("SMILES", false), ("made by", false), ("why", false)])
    for candidate in passedOver.prefix(Self.mostOthers) {
      let name = "\(candidate.molecule)"
      table.add(
        [
          PageTable.Cell(
            content: source.outcome(candidate.molecule) == nil
              ? Markup(name) : builder.link(.molecule(candidate.molecule), name), value: name),
          .text(candidate.rank.map { "\($0)" } ?? ""),
        ]
          + names.map { name in
            let prediction = candidate.predictions[name]
            return PageTable.Cell(
              content: Markup(prediction.map { PageNumber.prediction($0.mean, $0.standardDeviation) } ?? ""),
              value: prediction.map { "\($0.mean)" } ?? "")
          }
          + [
            .number(candidate.acquisition, PageNumber.shortText), .smiles(candidate.smiles), .text(candidate.move),
            .text(candidate.reason),
          ])
    }
    return table
  }

  private var origins: PageTable {
    var table = PageTable(
      "origins-\(number)", [("made by", false), ("ranked", true), ("chosen", true), ("hits", true)])
    let groups = Dictionary(grouping: report.candidates.filter { $0.rank != nil }, by: \.move)
    for (move, candidates) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
      table.add([
        .text(move), .count(candidates.count), .count(candidates.count { $0.decision == "chosen" }),
        .count(candidates.count { source.outcome($0.molecule)?.isHit == true && $0.decision == "chosen" }),
      ])
    }
    return table
  }

  private func models(_ builder: inout PageBuilder) {
    guard !report.fits.isEmpty else { return }
    builder.heading("The model that chose")
    builder.add(source.fitTable("fits-\(number)", report.fits).markup)
    if !report.transfers.isEmpty { builder.add(source.weightTable("weights-\(number)", report.transfers).markup) }
    if let success = report.success, success.outputScale != nil {
      builder.paragraph(
        "The probability of success was learnt from \(success.successes + success.failures) calculations, of which "
          + "\(success.failures) failed\(success.clause); it is \(PageNumber.shortText(success.baseRate)) for a molecule unlike "
          + "all of them."
      )
    }
  }
}
