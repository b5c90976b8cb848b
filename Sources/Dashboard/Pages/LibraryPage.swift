import Files
import Reports

/// The source models that the campaign may learn from, their errors, and how much each campaign believed them.
struct LibraryPage {
  let source: PageSource
  let list: SourceModelList
  /// What the built-in library has of the calculated molecules.
  let knowledge: [LibraryKnowledge]

  var page: Page {
    var builder = PageBuilder(in: source.place)
    builder.add(.tag("h1", [:], text: "Library"))
    guard let library = list.library else {
      builder.paragraph("The campaign uses no source models: its models learn from its own values alone.")
      used(&builder)
      return builder.page(.library, title: "Library")
    }
    builder.paragraph(
      library == LibraryName.builtIn
        ? "The source models come with the program."
        : "The source models are those that \(library) has now, which may be others than when the campaign used them.")
    if let problem = list.problem { builder.paragraph(problem) }
    for known in knowledge { builder.paragraph(known.text("calculated molecules")) }
    if !list.models.isEmpty {
      builder.paragraph(
        "MAE and RMSE are the mean absolute and the root mean square error on molecules that a model was not trained on. The weight "
          + "is the share of the predictions that uses the model: a good model of another property may have little, if it says nothing "
          + "of the wanted one.")
      builder.add(models.markup)
    }
    used(&builder)
    return builder.page(.library, title: "Library")
  }

  private var models: PageTable {
    let targets = weighed(source.own)
    var table = PageTable(
      "source-models",
      [("property", false), ("unit", false), ("model", false), ("molecules", true)]
        + [("MAE", true), ("RMSE", true), ("R²", true), ("within 1 sd", true)]
        + targets.map { ("weight for \($0)", true) })
    for model in list.models {
      let fixed: [PageTable.Cell] = [
        .text(model.property), .text(model.unit), .text(model.kind), .count(model.trainingSize),
        .number(model.meanAbsoluteError), .number(model.rootMeanSquareError), .number(model.rSquared),
        .number(model.coverage, PageNumber.percent),
      ]
      table.add(
        fixed
          + targets.map { target in
            let found = source.own.sourceWeights.first {
              $0.property == target && $0.source.hasPrefix(model.nameStart)
            }
            return .number(found?.weight ?? 0, PageNumber.percent)
          })
    }
    return table
  }

  /// The properties that were predicted with source models, each once.
  private func weighed(_ curve: CampaignCurve) -> [String] {
    Set(curve.sourceWeights.map(\.property)).sorted()
  }

  /// Which campaign used which source model.
  private func used(_ builder: inout PageBuilder) {
    let curves = [source.own] + source.others.compared.map(\.curve)
    guard curves.contains(where: { !$0.sourceWeights.isEmpty }) else {
      if list.library != nil { builder.paragraph("No iteration has weighed source models yet.") }
      return
    }
    builder.heading("Which campaign used which")
    var table = PageTable(
      "source-weights",
      [("campaign", false), ("property", false), ("source model", false), ("weight", true), ("in iteration", true)])
    for curve in curves {
      for weight in curve.sourceWeights where weight.weight >= 0.005 {
        table.add([
          .text(curve.name), .text(weight.property), .text(weight.source), .number(weight.weight, PageNumber.percent),
          .count(weight.iteration),
        ])
      }
    }
    builder.add(table.markup)
    builder.paragraph("Source models with less than half a per cent are left out.", style: "weak")
  }
}
