import Reports

/// All molecules that were chosen or told, in a table.
struct MoleculesPage {
  let source: PageSource

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Molecules"))
    builder.paragraph(
      "Every molecule that was calculated or told. 'error/sd' is the calculated value less the predicted one, in standard "
        + "deviations of the prediction when it was chosen.")
    if let detailed = source.detailed {
      builder.paragraph(
        "The best \(detailed.count) of \(source.overview.outcomes.count): the others would make the file too large.")
    }
    let names = source.names
    var table = PageTable(
      "molecules",
      [("molecule", true), ("", false), ("hit", false)]
        + names.flatMap { [(source.title($0), true), ("\($0) predicted", true), ("error/sd", true)] }
        + [("iteration", true), ("rank", true), ("state", false), ("made by", false), ("SMILES", false)])
    for outcome in source.detailedOutcomes {
      let candidate = outcome.candidate
      table.add(
        [
          PageTable.Cell(
            content: builder.link(.molecule(outcome.molecule), "\(outcome.molecule)"), value: "\(outcome.molecule)"),
          PageTable.Cell(
            content: .tag(
              "div", ["class": "picture"], builder.picture(of: outcome.molecule, smiles: outcome.smiles)), value: ""),
          .text(outcome.isHit ? "yes" : ""),
        ]
          + names.flatMap { name -> [PageTable.Cell] in
            let prediction = candidate.predictions[name]
            return [
              .number(outcome.calculation.values[name]) { source.text($0, of: name) },
              PageTable.Cell(
                content: Markup(prediction.map { PageNumber.prediction($0.mean, $0.standardDeviation) } ?? ""),
                value: prediction.map { "\($0.mean)" } ?? ""),
              .number(outcome.calculation.errors[name], PageNumber.deviations),
            ]
          }
          + [
            PageTable.Cell(
              content: builder.link(.iteration(candidate.iteration), "\(candidate.iteration)"),
              value: "\(candidate.iteration)"), .text(candidate.rank.map { "\($0)" } ?? ""),
            .text(source.state(outcome)),
            .text(candidate.move), .smiles(outcome.smiles),
          ])
    }
    builder.add(table.isEmpty ? .tag("p", [:], text: "No molecule has been chosen yet.") : table.markup)
    return builder.page(.molecules, title: "Molecules")
  }
}
