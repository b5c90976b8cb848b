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
  /// Lines of the corpus that were left out.
  public let refusedLines: [RefusedLine]
  /// Calculations in all.
  public let calculations: Int

  /// Reads and checks a campaign file and all that it names, and changes nothing.
  public init(of paths: CampaignPaths) async throws(CampaignError) {
    let prepared = try await PreparedCampaign(paths)
    let specification = prepared.file.specification
    let units = Dictionary(uniqueKeysWithValues: prepared.calculator.properties.map { ($0.name, $0.unit) })
    name = specification.name
    objectives = specification.objectives.map { $0.text(unit: units[$0.property]) }
    calculator =
      "\(prepared.calculator.name) \(prepared.calculatorVersion): \(prepared.calculator.calculationProtocol.summary)"
    corpus = prepared.corpus.molecules.count
    allowed = prepared.designer.poolCount
    refusedLines = prepared.corpus.refusedLines
    calculations = specification.budget.calculations
  }

  /// The report for people.
  public var lines: [String] {
    [
      "\(name): \(objectives.joined(separator: " and "))",
      "  calculator  \(calculator)",
      "  corpus      \(corpus) molecules, \(allowed) of them allowed by 'molecules'",
      "  budget      \(calculations) calculations",
    ] + refusedLines.map { "  corpus line \($0.line) was left out: \($0.reason)" } + ["The campaign file is in order."]
  }
}
