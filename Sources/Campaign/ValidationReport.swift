import Acquisition
import Calculation
public import CampaignFile
import Chemistry
public import Files
public import MolecularDesign

/// A summary of a campaign file, after everything that it names was found.
public struct ValidationReport: Encodable, Sendable {
  /// The campaign's name.
  public let name: String
  /// The objectives, in words.
  public let objectives: [String]
  /// The calculator, its version and its protocol.
  public let calculator: String
  /// Molecules of the corpus that were read.
  public let corpus: Int
  /// Molecules of the corpus that the filters allow to be proposed.
  public let allowed: Int
  /// The number of molecules of the corpus that the filters reject, by key of `molecules`: each counts for the first
  /// filter that rejects it.
  public let refusals: [String: Int]
  /// The number of molecules of the corpus with unspecified stereocentres or double bonds; nil if the calculator does
  /// not choose isomers.
  public let openStereochemistry: Int?
  /// Warnings: valid settings that are probably unintended, a sentence or two each.
  public let warnings: [String]
  /// Lines of the corpus that were left out.
  public let refusedLines: [RefusedLine]
  /// The budget of calculations.
  public let calculations: Int

  private let refusalText: String

  private enum CodingKeys: CodingKey {
    case name, objectives, calculator, corpus, allowed, refusals, openStereochemistry, warnings, refusedLines,
      calculations
  }

  /// Reads and checks a campaign file and everything that it names, and changes nothing.
  /// - Throws: `CampaignError` of kind `.input`, also if its filters allow nothing that could be proposed.
  public init(of paths: CampaignPaths) async throws(CampaignError) {
    let file = try CampaignError.mapping { try CampaignFile(path: paths.file) }
    let prepared = try await PreparedCampaign(file)
    try prepared.requireSoundBeginning()
    let specification = prepared.file.specification
    let units = Dictionary(uniqueKeysWithValues: prepared.calculator.properties.map { ($0.name, $0.unit) })
    name = specification.name
    objectives = specification.objectives.map { $0.text(unit: units[$0.name]) }
    calculator =
      "\(prepared.calculator.name) \(prepared.calculatorVersion): \(prepared.calculator.calculationProtocol.summary)"
    corpus = prepared.corpus.molecules.count
    allowed = prepared.designer.poolCount
    refusals = prepared.refusals.counts
    refusalText = prepared.refusals.text
    let embeds = prepared.calculator.calculationProtocol.steps.contains { $0.name == "embed" }
    openStereochemistry = embeds ? Self.countOpenStereochemistry(prepared.corpus.molecules) : nil
    warnings = prepared.corpus.notes + prepared.calculator.notes + prepared.warnings
    refusedLines = prepared.corpus.refusedLines
    calculations = specification.budget.calculations
  }

  private static func countOpenStereochemistry(_ molecules: [Molecule]) -> Int {
    concurrentMap(molecules.count) { index in
      guard let open = try? molecules[index].openStereochemistry() else { return 0 }
      return open.centres + open.doubleBonds > 0 ? 1 : 0
    }.reduce(0, +)
  }

  private var stereochemistryLines: [String] {
    guard let openStereochemistry, openStereochemistry > 0 else { return [] }
    return [
      "  isomers     \(openStereochemistry) molecules of the corpus leave stereocentres or double bonds open: their isomers share the "
        + "conformers, each has at least one, and the stablest gives the values"
    ]
  }

  /// The report for people.
  public var lines: [String] {
    [
      "\(name): \(objectives.joined(separator: " and "))",
      "  calculator  \(calculator)",
      "  corpus      \(corpus) molecules, \(allowed) of them allowed by 'molecules'"
        + (refusalText.isEmpty ? "" : " (rejected: \(refusalText))"),
    ] + stereochemistryLines + ["  budget      \(calculations) calculations"]
      + refusedLines.map { "  corpus line \($0.line) was left out: \($0.reason)" } + warnings.map { "  warning: \($0)" }
      + ["The campaign file is in order\(warnings.isEmpty ? "" : ", apart from the warnings")."]
  }
}
