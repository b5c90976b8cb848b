import Acquisition
import Calculation
public import MolecularDesign

/// What a campaign file asks for, after all that it names was found.
public struct ValidationReport: Encodable, Sendable {
  /// The campaign's name.
  public let name: String
  /// What is wanted, in words.
  public let objectives: [String]
  /// The calculator, its version and what it does.
  public let calculator: String
  /// Molecules of the corpus that were read.
  public let corpus: Int
  /// Molecules of the corpus that the filters allow to be proposed.
  public let allowed: Int
  /// How many molecules of the corpus the filters take out, by key of `molecules`: each counts for the first that it meets.
  public let refusals: [String: Int]
  /// What is no error, and may be a mistake all the same, a sentence or two each.
  public let warnings: [String]
  /// Lines of the corpus that were left out.
  public let refusedLines: [RefusedLine]
  /// Calculations in all.
  public let calculations: Int

  private let refusalText: String

  private enum CodingKeys: CodingKey {
    case name, objectives, calculator, corpus, allowed, refusals, warnings, refusedLines, calculations
  }

  /// Reads and checks a campaign file and all that it names, and changes nothing.
  /// - Throws: `CampaignError` of kind `.input` also where its filters allow nothing that could be proposed.
  public init(of paths: CampaignPaths) async throws(CampaignError) {
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    let prepared = try await PreparedCampaign(file)
    try prepared.requireSomethingToPropose()
    let specification = prepared.file.specification
    let units = Dictionary(uniqueKeysWithValues: prepared.calculator.properties.map { ($0.name, $0.unit) })
    name = specification.name
    objectives = specification.objectives.map { $0.text(unit: units[$0.property]) }
    calculator =
      "\(prepared.calculator.name) \(prepared.calculatorVersion): \(prepared.calculator.calculationProtocol.summary)"
    corpus = prepared.corpus.molecules.count
    allowed = prepared.designer.poolCount
    refusals = prepared.refusals.counts
    refusalText = prepared.refusals.text
    warnings = prepared.corpus.notes + prepared.calculator.notes + prepared.warnings
    refusedLines = prepared.corpus.refusedLines
    calculations = specification.budget.calculations
  }

  /// The report for people.
  public var lines: [String] {
    [
      "\(name): \(objectives.joined(separator: " and "))",
      "  calculator  \(calculator)",
      "  corpus      \(corpus) molecules, \(allowed) of them allowed by 'molecules'"
        + (refusalText.isEmpty ? "" : " (taken out: \(refusalText))"),
      "  budget      \(calculations) calculations",
    ] + refusedLines.map { "  corpus line \($0.line) was left out: \($0.reason)" } + warnings.map { "  warning: \($0)" }
      + ["The campaign file is in order\(warnings.isEmpty ? "" : ", as far as it can be told")."]
  }
}
