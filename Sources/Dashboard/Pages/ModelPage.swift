import Files
import Reports

/// How right the models were: what they predicted of the molecules that were chosen, against what came.
struct ModelPage {
  let source: PageSource

  /// Shares of a normal distribution within so many standard deviations of its mean.
  private static let levels: [(share: Double, deviations: Double, style: Plot.LineStyle)] = [
    (0.5, 0.6745, .second), (0.68, 0.9945, .third), (0.9, 1.6449, .fourth), (0.95, 1.96, .fifth),
  ]

  /// The objectives, and the properties in their expressions, which the fits are of.
  private var names: [String] {
    source.names + Set(source.overview.fits.map(\.property)).subtracting(source.names).sorted()
  }

  private var predicted: [MoleculeOutcome] {
    source.overview.outcomes.filter { !$0.calculation.errors.isEmpty && $0.isComparable }
  }

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Model"))
    guard !source.overview.fits.isEmpty else {
      builder.paragraph("No model has been fitted yet: the first molecules are chosen without one.")
      return builder.page(.model, title: "Model")
    }
    builder.paragraph(
      "A prediction when chosen was made before the value was known, from fewer molecules than the model knows now. What it knows now is seen "
        + "where each molecule is left out and predicted from all others.")
    builder.keepDrawings(of: source.detailedOutcomes.map { ($0.molecule, $0.smiles) })
    for (place, name) in names.enumerated() {
      builder.heading(name)
      for sentence in [summary(name), transfer(name)].compactMap(\.self) { builder.paragraph(sentence) }
      builder.plots(
        [
          parity(place, name), source.leaveOneOutPlot("left-out-\(place)", name), coverage(place, name),
          errors(place, name),
        ].compactMap(\.self) + weights(place, name))
    }
    builder.heading("Fits")
    builder.paragraph(
      "The leave-one-out error is the root mean square over all known molecules, each predicted from the others."
        + (source.overview.leaveOneOut.isEmpty
          ? " The record of an earlier version has it, but not the prediction of each molecule: there is no plot of these."
          : ""))
    builder.add(source.fitTable("fits", source.overview.fits).markup)
    if let last = source.overview.transfers.keys.max(), let transfers = source.overview.transfers[last] {
      builder.heading("Models of iteration \(last)")
      builder.paragraph(
        "The fit is an average over these models; the weights come from how well each predicts values left out.")
      builder.add(source.weightTable("weights", transfers).markup)
    }
    return builder.page(.model, title: "Model")
  }

  private func summary(_ name: String) -> String? {
    let errors = predicted.compactMap { $0.calculation.errors[name] }
    guard !errors.isEmpty else { return nil }
    let within = errors.count { abs($0) <= 1 }
    return
      "\(within) of \(errors.count) values (\(PageNumber.percent(Double(within) / Double(errors.count)))) were within one predicted standard "
      + "deviation; 68 % should be."
  }

  /// What source models have helped in the last fit; nil without them.
  private func transfer(_ name: String) -> String? {
    guard let last = source.overview.transfers.keys.max() else { return nil }
    // By weight, the greatest first.
    let own = (source.overview.transfers[last] ?? []).filter { $0.property == name && $0.failure == nil }
    let ways = (
      with: own.first { !$0.sources.isEmpty }?.leaveOneOutRMSE,
      without: own.first { $0.sources.isEmpty }?.leaveOneOutRMSE
    )
    guard let with = ways.with, let without = ways.without else { return nil }
    let weight = own.reduce(0) { $0 + ($1.sources.isEmpty ? 0 : $1.weight) }
    return
      "In iteration \(last), models that learn from source models had \(PageNumber.percent(weight)) of the weight. The leave-one-out error was "
      + "\(withUnit(PageNumber.text(with), source.unit(name))) with them and \(withUnit(PageNumber.text(without), source.unit(name))) without."
  }

  private func parity(_ place: Int, _ name: String) -> Plot? {
    let points = predicted.compactMap { source.parityPoint($0, name) }
    return points.isEmpty ? nil : source.parityPlot("parity-\(place)", name, points)
  }

  /// The share of values within intervals, over all iterations up to each.
  private func coverage(_ place: Int, _ name: String) -> Plot? {
    let errors = predicted.compactMap { outcome in
      outcome.calculation.errors[name].map { (iteration: outcome.candidate.iteration, size: abs($0)) }
    }
    let iterations = Set(errors.map(\.iteration)).sorted()
    guard let first = iterations.first, let last = iterations.last else { return nil }
    var plot = Plot(
      name: "coverage-\(place)", title: "How honest the intervals of \(name) were", across: "iteration",
      up: "share within the interval",
      meaning:
        "Each line is the share of all values so far within an interval; it should stay near the thin line of the same share.",
      warning: "a line stays below its thin line: the model is too sure of itself.")
    plot.hasZero.y = true
    for level in Self.levels {
      plot.lines.append(
        Plot.Line(points: [(Double(first), level.share), (Double(max(last, first + 1)), level.share)], style: .faint))
    }
    for level in Self.levels {
      let points = iterations.map { iteration in
        let known = errors.filter { $0.iteration <= iteration }
        return (x: Double(iteration), y: Double(known.count { $0.size <= level.deviations }) / Double(known.count))
      }
      plot.lines.append(
        Plot.Line(points: points, style: level.style, name: "\(PageNumber.percent(level.share)) interval"))
      plot.points += points.map {
        Plot.Point(
          x: $0.x, y: $0.y, mark: .value,
          label:
            "up to iteration \(Int($0.x)): \(PageNumber.percent($0.y)) of values within the \(PageNumber.percent(level.share)) interval"
        )
      }
    }
    plot.hasOwnLegend = true
    return plot
  }

  /// The parameters of the fits that have the property's unit.
  private func errors(_ place: Int, _ name: String) -> Plot? {
    let fits = source.overview.fits.filter { $0.property == name }
    guard fits.count > 1 else { return nil }
    var plot = Plot(
      name: "fit-\(place)", title: "The model of \(name) over the iterations", across: "iteration",
      up: source.title(name),
      meaning:
        "The leave-one-out error is how far the model is off for a known molecule that is left out; the scale is how far values are expected to differ.",
      warning: "the error does not fall as molecules are added, or is as large as the scale.")
    plot.hasZero.y = true
    let error = fits.compactMap { fit in fit.leaveOneOutRMSE.map { (x: Double(fit.iteration), y: $0) } }
    plot.lines = [
      Plot.Line(points: error, style: .second, name: "leave-one-out error"),
      Plot.Line(points: fits.map { (Double($0.iteration), $0.outputScale) }, style: .third, name: "scale"),
      Plot.Line(points: fits.map { (Double($0.iteration), $0.noise) }, style: .fourth, name: "noise"),
    ]
    plot.points = error.map {
      Plot.Point(
        x: $0.x, y: $0.y, mark: .value, label: "iteration \(Int($0.x)): leave-one-out error \(PageNumber.text($0.y))")
    }
    plot.hasOwnLegend = true
    return plot
  }

  /// The weights of the models over the iterations.
  private func weights(_ place: Int, _ name: String) -> [Plot] {
    var weights: [String: [(x: Double, y: Double)]] = [:]
    for (iteration, transfers) in source.overview.transfers.sorted(by: { $0.key < $1.key }) {
      // Ways that differ only in how they use the same source models are one line.
      var sums: [String: Double] = [:]
      for transfer in transfers where transfer.property == name && transfer.failure == nil {
        let sources = transfer.sourceText.map { " with \($0)" } ?? ""
        sums[(transfer.model ?? "standard") + sources, default: 0] += transfer.weight
      }
      for (model, weight) in sums { weights[model, default: []].append((Double(iteration), weight)) }
    }
    guard weights.values.contains(where: { $0.count > 1 }) else { return [] }
    var plot = Plot(
      name: "weights-\(place)", title: "Which models of \(name) were believed", across: "iteration", up: "weight",
      meaning:
        "The weight of each model in the average; models with source models use what was learnt of another property.",
      warning: "a single model has all the weight from the first iterations on, when little is known.")
    plot.hasZero.y = true
    let styles: [Plot.LineStyle] = [.main, .second, .third, .fourth, .fifth, .sixth]
    let heaviest = weights.sorted { ($1.value.last?.y ?? 0, $0.key) < ($0.value.last?.y ?? 0, $1.key) }.prefix(
      styles.count)
    for ((model, points), style) in zip(heaviest, styles) {
      plot.lines.append(Plot.Line(points: points, style: style, name: model))
      plot.points += points.map {
        Plot.Point(
          x: $0.x, y: $0.y, mark: .passed, label: "iteration \(Int($0.x)): \(model) \(PageNumber.percent($0.y))")
      }
    }
    plot.hasOwnLegend = true
    return [plot]
  }
}
