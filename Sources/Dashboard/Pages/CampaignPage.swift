import Files
import Foundation
import Reports
import Stores

/// What was wanted, what was found, and how far the campaign is.
struct CampaignPage {
  let source: PageSource

  private var status: StatusReport { source.overview.status }
  private var outcomes: [MoleculeOutcome] { source.overview.outcomes.filter { !$0.isTold } }

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: status.name))
    builder.paragraph(withFullStop("Wanted: \(status.objectives.joined(separator: " and "))"), style: "lead")
    builder.paragraph(state)
    for line in source.cluster { builder.paragraph(withFullStop(line.prefix(1).uppercased() + line.dropFirst())) }
    builder.facts(facts)
    builder.keepDrawings(of: source.detailedOutcomes.map { ($0.molecule, $0.smiles) })
    let best = status.best.prefix(12).compactMap { source.outcome($0.molecule) }
    if !best.isEmpty {
      builder.heading("The best molecules")
      builder.cards(best.map { source.card($0, also: ["iteration \($0.candidate.iteration)"]) })
      builder.add(.tag("p", [:], builder.link(.molecules, "All molecules, sorted and filtered as you like")))
    }
    let pending = outcomes.filter { $0.calculation.state == "pending" }
    if !pending.isEmpty {
      builder.heading("Now")
      builder.paragraph(
        "\(PageNumber.count(pending.count, "calculation")) of \(PageNumber.list(pending.map(\.candidate.iteration), "iteration")) "
          + "\(pending.count == 1 ? "has" : "have") no outcome yet.")
      builder.cards(pending.prefix(24).map { source.card($0) })
    }
    builder.heading("Progress")
    builder.plots(valuePlots + foundPlots + [gainPlot].compactMap(\.self))
    builder.heading("Iterations")
    builder.add(iterations(builder).markup)
    return builder.page(.campaign, title: "Campaign")
  }

  private var state: String {
    if let message = status.endMessage { return message }
    if let iteration = status.waitingIteration {
      return "Iteration \(iteration) waits for values from people: 'cohobate suggest' writes its molecules, "
        + "'cohobate tell' reads the values."
    }
    return "It has not ended: 'cohobate run' resumes it if it does not run now."
  }

  private var facts: [(name: String, value: String, remark: String?)] {
    let done = status.succeeded + status.failed
    var facts: [(name: String, value: String, remark: String?)] = [
      (
        "hits", "\(status.hits)",
        done > 0 ? "\(PageNumber.percent(Double(status.hits) / Double(done))) of those calculated" : nil
      ),
      ("calculations", "\(done) of \(status.budget)", status.reused > 0 ? "\(status.reused) found in the cache" : nil),
    ]
    if !source.hasWindow {
      // A campaign of maxima and minima has no hits.
      facts.removeFirst()
    }
    for objective in source.overview.objectives {
      guard let best = Self.best(objective, outcomes) else { continue }
      facts.append(("best \(objective.name)", source.textWithUnit(best, of: objective.name), nil))
    }
    facts.append(
      (
        "failed", "\(status.failed)",
        status.failures.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      ))
    facts.append(
      ("iterations", "\(status.iterations.count)", status.pending > 0 ? "\(status.pending) calculations pending" : nil))
    facts.append(
      (
        "cost", PageNumber.duration(seconds: source.overview.programSeconds),
        "of one core, summed over all runs of programs"
      ))
    if let left = secondsLeft {
      facts.append(("time left", "about \(PageNumber.duration(seconds: left))", "without the time for designing"))
    }
    if let end = source.overview.endedAt {
      facts.append(
        (
          "from begin to end", PageNumber.duration(seconds: end.timeIntervalSince(source.overview.createdAt)),
          PageNumber.time(end)
        ))
    } else {
      facts.append(("begun", PageNumber.time(source.overview.createdAt), nil))
    }
    return facts
  }

  /// The time that the rest of the budget takes at the pace of the iterations that have ended; nil if it is not known.
  private var secondsLeft: Double? {
    let left = status.budget - status.succeeded - status.failed
    guard source.overview.endedAt == nil, status.waitingIteration == nil, left > 0 else { return nil }
    let ended = source.overview.iterations.compactMap { iteration in
      iteration.endedAt.map { (iteration.number, $0.timeIntervalSince(iteration.designedAt)) }
    }
    let numbers = Set(ended.map(\.0))
    let count = outcomes.count { numbers.contains($0.candidate.iteration) }
    guard count > 0 else { return nil }
    return ended.reduce(0) { $0 + $1.1 } / Double(count) * Double(left)
  }

  private static func best(_ objective: ObjectiveOverview, _ outcomes: [MoleculeOutcome]) -> Double? {
    let values = outcomes.filter(\.isComparable).compactMap { $0.calculation.values[objective.name] }
    return switch objective.goal {
    case .window: nil
    case .maximize: values.max()
    case .minimize: values.min()
    }
  }

  /// Each objective's values in the order of the calculations, with the best so far.
  private var valuePlots: [Plot] {
    source.names.map { name in
      var plot = Plot(
        name: "values-\(source.names.firstIndex(of: name) ?? 0)", title: "Every value of \(name)",
        across: "calculation",
        up: source.title(name),
        meaning: "Each point is a molecule that was calculated or told, in the order of the calculations' numbers.",
        warning: "later values are no nearer to what is wanted than the first ones, which were chosen at random.")
      plot.bands = source.bands(name)
      plot.points = source.overview.outcomes.compactMap { outcome in
        outcome.calculation.values[name].map { value in
          Plot.Point(
            x: Double(outcome.calculation.number), y: value, deviation: outcome.calculation.uncertainties[name],
            mark: source.mark(outcome), molecule: outcome.molecule,
            label:
              "molecule \(outcome.molecule), iteration \(outcome.candidate.iteration): \(name) \(source.textWithUnit(value, of: name))"
          )
        }
      }
      for objective in source.overview.objectives where objective.name == name {
        var best: Double?
        var steps: [(x: Double, y: Double)] = []
        for outcome in outcomes where outcome.isComparable {
          guard let value = outcome.calculation.values[name] else { continue }
          let isBetter =
            switch objective.goal {
            case .window: false
            case .maximize: value > best ?? -.infinity
            case .minimize: value < best ?? .infinity
            }
          let number = Double(outcome.calculation.number)
          if let best { steps.append((number, best)) }
          if isBetter {
            best = value
            steps.append((number, value))
          }
        }
        if !steps.isEmpty { plot.lines.append(Plot.Line(points: steps, style: .main, name: "best so far")) }
      }
      return plot
    }
  }

  /// What was found against the number of calculations, beside campaigns that choose at random where there are some.
  private var foundPlots: [Plot] {
    let random = source.others.compared.map(\.curve).filter {
      $0.policy == "random" && $0.isComparable(with: source.own)
    }
    let references = CampaignGroup.groups(random)
    guard source.own.policy != "random", !references.isEmpty, source.own.run.count > 0 else {
      return [hitPlot].compactMap(\.self)
    }
    return ComparisonPlots(groups: CampaignGroup.groups([source.own]) + references, source: source).plots
  }

  /// Hits against calculations, with those expected if all molecules were like the first ones.
  private var hitPlot: Plot? {
    guard source.hasWindow else { return nil }
    let ended = outcomes.filter { $0.calculation.state == "succeeded" || $0.calculation.state == "failed" }
    var hits = 0
    var points = [(x: 0.0, y: 0.0)]
    var found: [Plot.Point] = []
    for (place, outcome) in ended.enumerated() {
      hits += outcome.isHit ? 1 : 0
      points.append((Double(place + 1), Double(hits)))
      guard outcome.isHit else { continue }
      found.append(
        Plot.Point(
          x: Double(place + 1), y: Double(hits), mark: .hit, molecule: outcome.molecule,
          label: "hit \(hits): molecule \(outcome.molecule), iteration \(outcome.candidate.iteration), "
            + source.values(outcome).joined(separator: ", ")))
    }
    var plot = Plot(
      name: "hits", title: "Hits", across: "calculations", up: "hits",
      meaning: "The line rises with each molecule that meets all objectives, which is a mark.",
      warning: "it runs beside the dashed line, which is as steep as for the first molecules, chosen at random.")
    plot.hasZero = (true, true)
    plot.lines.append(Plot.Line(points: points, style: .second, name: "this campaign"))
    plot.points = found
    plot.hasOwnLegend = true
    let random = Set(source.overview.iterations.filter { $0.policy == .initial || $0.policy == .random }.map(\.number))
    let first = ended.filter { random.contains($0.candidate.iteration) }
    if !first.isEmpty {
      let rate = Double(first.count(where: \.isHit)) / Double(first.count)
      plot.lines.append(
        Plot.Line(
          points: [(0, 0), (Double(ended.count), rate * Double(ended.count))], style: .dashed, name: "at random"))
    }
    return plot
  }

  /// What each batch was expected to bring, and what came.
  private var gainPlot: Plot? {
    let gains = status.iterations.compactMap { iteration in iteration.expectedGain.map { (iteration.number, $0) } }
    guard !gains.isEmpty else { return nil }
    let unit = gains.last?.1.unit.map { " (\($0))" } ?? ""
    var plot = Plot(
      name: "gain", title: "What each batch was expected to bring", across: "iteration",
      up: (gains.last?.1.isOfHits == true ? "hits" : "gain") + unit,
      meaning:
        "A hollow mark is the expectation, a bar its interval of 80 % with a small mark in the middle, a large filled mark what came.",
      warning: "more than a fifth of the large filled marks are outside the intervals.")
    plot.hasZero.y = true
    plot.points =
      gains.map { number, gain in
        Plot.Point(
          x: Double(number), y: (gain.lower + gain.upper) / 2, deviation: (gain.upper - gain.lower) / 2, mark: .passed,
          label: "iteration \(number): expected \(gain.text)")
      }
      + gains.map { number, gain in
        Plot.Point(x: Double(number), y: gain.mean, mark: .miss, label: "iteration \(number): expected \(gain.text)")
      }
      + gains.compactMap { number, gain in
        gain.achieved.map {
          Plot.Point(x: Double(number), y: $0, mark: .hit, label: "iteration \(number): came \(gain.text($0))")
        }
      }
    plot.hasOwnLegend = true
    return plot
  }

  private func iterations(_ builder: PageBuilder) -> PageTable {
    var table = PageTable(
      "iterations",
      [
        ("iteration", true), ("policy", false), ("candidates", true), ("rejected", true), ("chosen", true),
        ("succeeded", true), ("failed", true), ("hits", true), ("expected", false),
      ])
    for iteration in status.iterations {
      table.add([
        PageTable.Cell(
          content: builder.link(.iteration(iteration.number), "\(iteration.number)"), value: "\(iteration.number)"),
        .text(iteration.policy), .count(iteration.candidates), .count(iteration.refused), .count(iteration.chosen),
        .count(iteration.succeeded), .count(iteration.failed), .count(iteration.hits),
        .text(iteration.expectedGain?.text ?? ""),
      ])
    }
    return table
  }
}
