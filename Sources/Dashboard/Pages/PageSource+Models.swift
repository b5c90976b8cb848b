import Reports
import Stores

/// Parts that several pages show of the models.
extension PageSource {
  /// A value against its prediction when the molecule was chosen; nil if one of them is missing.
  func parityPoint(_ outcome: MoleculeOutcome, _ name: String) -> Plot.Point? {
    guard let value = outcome.calculation.values[name], let prediction = outcome.candidate.predictions[name] else {
      return nil
    }
    let error = outcome.calculation.errors[name].map { ", \(PageNumber.deviations($0)) sd" } ?? ""
    return Plot.Point(
      x: value, y: prediction.mean, deviation: prediction.standardDeviation, mark: mark(outcome),
      molecule: outcome.molecule,
      label: "molecule \(outcome.molecule), iteration \(outcome.candidate.iteration): \(name) "
        + "\(PageNumber.prediction(prediction.mean, prediction.standardDeviation)) predicted, \(text(value, of: name)) calculated\(error)"
    )
  }

  /// Predictions against values.
  func parityPlot(_ plotName: String, _ name: String, _ points: [Plot.Point]) -> Plot {
    var plot = Plot(
      name: plotName, title: "Was the model right about \(name)?", across: "\(title(name)), calculated",
      up: "\(title(name)), predicted when chosen",
      meaning:
        "On the diagonal the prediction was right; a bar is one standard deviation to each side, and two of three should reach the diagonal.",
      warning: "many bars end far from the diagonal, or all marks are on one side of it.")
    plot.isParity = true
    plot.points = points
    plot.bands = bands(name, isOfX: true)
    return plot
  }

  /// What the last fit of a property predicts of each molecule that it learnt from, from all others; nil if the record does
  /// not have it.
  func leaveOneOutPlot(_ plotName: String, _ name: String) -> Plot? {
    let points = (overview.leaveOneOut[name] ?? []).compactMap { prediction -> Plot.Point? in
      guard let outcome = outcome(prediction.molecule), let value = outcome.calculation.values[name] else { return nil }
      let error =
        prediction.standardDeviation > 0
        ? ", \(PageNumber.deviations((value - prediction.mean) / prediction.standardDeviation)) sd" : ""
      return Plot.Point(
        x: value, y: prediction.mean, deviation: prediction.standardDeviation, mark: mark(outcome),
        molecule: outcome.molecule,
        label: "molecule \(outcome.molecule), iteration \(outcome.candidate.iteration): \(name) "
          + "\(PageNumber.prediction(prediction.mean, prediction.standardDeviation)) predicted from the others, "
          + "\(text(value, of: name)) calculated\(error)")
    }
    guard !points.isEmpty else { return nil }
    var plot = Plot(
      name: plotName, title: "What the model knows of \(name) now", across: "\(title(name)), calculated",
      up: "\(title(name)), predicted from the others",
      meaning:
        "Each known molecule is predicted by the last model as if its value were not known; two of three bars should reach the diagonal.",
      warning: "the marks lie on a level line: the model has learnt little more than the mean.")
    plot.isParity = true
    plot.points = points
    plot.bands = bands(name, isOfX: true)
    return plot
  }

  /// The fits of surrogates.
  func fitTable(_ tableName: String, _ fits: [FitReport]) -> PageTable {
    var table = PageTable(
      tableName,
      [
        ("iteration", true), ("property", false), ("unit", false), ("observations", true), ("mean", true),
        ("scale", true),
        ("noise", true), ("leave-one-out error", true), ("within 1 sd", true),
      ])
    for fit in fits {
      table.add([
        PageTable.Cell(content: link(.iteration(fit.iteration), "\(fit.iteration)"), value: "\(fit.iteration)"),
        .text(fit.property), .text(unit(fit.property)), .count(fit.observations),
        .number(fit.mean), .number(fit.outputScale), .number(fit.noise), .number(fit.leaveOneOutRMSE),
        .number(fit.leaveOneOutCoverage, PageNumber.percent),
      ])
    }
    return table
  }

  /// The models that a fit weighed.
  func weightTable(_ tableName: String, _ transfers: [TransferReport]) -> PageTable {
    var table = PageTable(
      tableName,
      [
        ("property", false), ("weight", true), ("leave-one-out error", true), ("log density", true), ("model", false),
        ("sources", false), ("used through", false), ("failure", false),
      ])
    for transfer in transfers {
      table.add([
        .text(transfer.property), .number(transfer.weight, PageNumber.percent), .number(transfer.leaveOneOutRMSE),
        .number(transfer.leaveOneOutLogDensity), .text(transfer.model ?? "standard"),
        .text(transfer.sourceText ?? "none"),
        .text(transfer.parts.joined(separator: ", ")), .text(transfer.failure ?? ""),
      ])
    }
    return table
  }
}
