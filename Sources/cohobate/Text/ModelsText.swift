import Files
import Foundation
import SourceModels

/// Source models for people.
struct ModelsText {
  let style: TextStyle

  /// A line for each model.
  func table(_ models: [SourceModelSummary]) -> [String] {
    // A library may have models of both.
    let areOfCompositions = models.allSatisfy { $0.noun == "composition" }
    var table = TextTable(
      ("id", .right), ("property", .left), ("unit", .left), ("kind", .left),
      (areOfCompositions ? "compositions" : "molecules", .right), ("MAE", .right),
      ("RMSE", .right), ("R²", .right), ("within 1 sd", .right), ("representation", .left))
    table.rows = models.map { model in
      [
        "\(model.id)", model.property, model.unit, model.kind, "\(model.trainingSize)",
        Self.error(model.meanAbsoluteError), Self.error(model.rootMeanSquareError), Number.optional(model.rSquared),
        model.coverage.map(Number.percent) ?? "-", model.representation,
      ]
    }
    return table.lines(style: style)
  }

  func lines(_ list: SourceModelList) -> [String] {
    let count = Self.count(list.total)
    guard !list.models.isEmpty else {
      return ["\(list.library.visible): \(count)" + (list.total == 0 ? "" : ", none of them selected")]
    }
    let shown = list.models.count == list.total ? "" : ", \(list.models.count) of them selected"
    return ["\(list.library.visible): \(count)\(shown)", ""] + table(list.models)
  }

  func lines(_ details: SourceModelDetails) -> [String] {
    let model = details.model
    func unit(_ value: Double) -> String { withUnit(Self.error(value), model.unit) }
    let check =
      details.folds == model.trainingSize
      ? "each \(model.noun) left out in turn" : "\(details.folds) folds of \(model.noun)s"
    var lines = [
      "\(style.bold("model \(model.id)")): \(model.property) by \(model.kind)".visible,
      ("  property        \(details.propertySummary.isEmpty ? model.property : details.propertySummary)"
        + (model.unit.isEmpty ? "" : ", in \(model.unit)")),
      "  representation  \(model.representation)",
      "  version         \(details.representationVersion)",
      "  data            \(details.source), \(details.rows) values of \(Number.count(details.distinctMolecules, model.noun))",
      "  data digest     \(details.dataDigest)",
      "  trained on      \(Number.count(model.trainingSize, model.noun)), \(model.createdAt), by Cohobate \(details.programVersion), seed "
        + details.seed,
      "  checked by      \(check)",
      "  errors          MAE \(unit(model.meanAbsoluteError)), RMSE \(unit(model.rootMeanSquareError)), R² "
        + Number.optional(model.rSquared),
      "  deviations      \(model.coverage.map { Number.percent($0) + " of values within one" } ?? "none"), log density "
        + Number.optional(details.logDensity),
      "  settings        \(details.settings)",
      "  size            \(model.bytes) bytes",
    ].enumerated().map { $0.offset == 0 ? $0.element : $0.element.visible }
    if let approximation = details.approximation {
      lines.insert(
        "  approximation   \(approximation.text(unit: model.unit, of: model.noun))".visible, at: lines.count - 2)
    }
    if let problem = details.problem { lines.append("  \(style.red("not usable"))      \(problem.visible)") }
    return lines
  }

  /// A number of models.
  static func count(_ number: Int) -> String { number == 1 ? "1 model" : "\(number) models" }

  /// With three significant digits, since units differ by orders of magnitude.
  private static func error(_ value: Double) -> String {
    let size = abs(value)
    guard size == 0 || (1e-4..<1e6).contains(size) else { return String(format: "%.2e", value) }
    return Number.fixed(value, size >= 100 || size == 0 ? 1 : size >= 0.1 ? 3 : 5)
  }
}

/// The result of training source models, for people.
struct PretrainText {
  let report: PretrainReport
  let style: TextStyle

  init(_ report: PretrainReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  var lines: [String] {
    let trained = report.models.count - report.reused
    var head =
      "\(report.library): \(ModelsText.count(report.models.count)) of \(Number.count(report.molecules, report.noun)) from \(report.source), "
      + "\(trained) trained now"
    if report.reused > 0 { head += " and \(report.reused) before" }
    if !report.failures.isEmpty { head += ", \(report.failures.count) failed" }
    var lines = [head.visible]
    if !report.models.isEmpty { lines += [""] + ModelsText(style: style).table(report.models) }
    if !report.failures.isEmpty { lines.append("") }
    for failure in report.failures {
      lines.append(
        style.red("failed")
          + "  \(failure.property), \(failure.kind), \(failure.representation): \(failure.message)".visible)
    }
    return lines
  }
}
