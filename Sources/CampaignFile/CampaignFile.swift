import Acquisition
public import Calculation
import Files
import Foundation
import MolecularDesign

/// A campaign file: its path, its text and its specification.
public struct CampaignFile: Sendable {
  /// The path, as the user gave it.
  public let path: String
  /// The text, which the database stores.
  public let text: String
  /// The specification.
  public let specification: Specification

  /// Reads a campaign file and checks its keys and values.
  public init(path: String) throws(SpecificationError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let suggestion = campaignFileSuggestion(for: path)
      throw SpecificationError(
        file: path, line: nil,
        message: "The campaign file cannot be read: "
          + (isPipeOrDevice(path)
            ? "it is a pipe or a device; write it into a file first." : "\(fileProblem(error, at: path)).")
          + (suggestion.isEmpty && !FileManager.default.fileExists(atPath: path)
            ? " 'cohobate new NAME' writes one to start from." : suggestion))
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw SpecificationError(file: path, line: nil, message: "The file is not UTF-8 text.")
    }
    try self.init(path: path, text: text)
  }

  /// Reads the text of a campaign file.
  public init(path: String, text: String) throws(SpecificationError) {
    self.path = path
    self.text = text
    specification = try Specification(file: path, text: text)
  }

  /// The file with a specification that differs from its text: a campaign on other molecules or with another seed.
  package func with(_ specification: Specification) -> CampaignFile {
    CampaignFile(path: path, text: text, specification: specification)
  }

  private init(path: String, text: String, specification: Specification) {
    (self.path, self.text, self.specification) = (path, text, specification)
  }

  /// Throws if the first, random batch would use more than the whole budget. This is checked before a campaign begins:
  /// lowering the budget later is not a mistake.
  package func requireRoomForLearning() throws(SpecificationError) {
    let budget = try YAMLSection(file: path, text: text).section("budget")
    guard let budget, let initial = try budget.integer("initial", in: 1...1_000_000),
      initial > specification.budget.calculations
    else { return }
    throw budget.error(
      "initial",
      "is \(initial), more than the \(specification.budget.calculations) calculations of the budget: all of them would be chosen at "
        + "random; lower it, or raise 'calculations'.")
  }

  /// The stated keys that have no effect, in the order of the file: without invented molecules there is no language
  /// model, no sampler and no search. Empty if molecules are invented.
  package var keysWithoutEffect: [String] {
    guard !specification.proposesNewMolecules else { return [] }
    // The text was read before, so that the section can be read again.
    let design = try? YAMLSection(file: path, text: text).section("design")
    return (design?.keys ?? []).filter(Specification.keysOfInvention.contains).map { "design.\($0)" }
  }

  /// Whether the file names its library of source models, or sources in it: one that cannot be used is then an error.
  package var asksForLibrary: Bool {
    // The text was read before, so that the section can be read again.
    let surrogate = try? YAMLSection(file: path, text: text).section("surrogate")
    return (surrogate?.keys ?? []).contains { ["library", "sources"].contains($0) }
  }

  /// The calculator that the file names; it must give every property that the file has an objective for.
  public func calculator() throws(SpecificationError) -> any Calculator {
    let top = try YAMLSection(file: path, text: text)
    let choice = specification.calculator
    let calculator = try calculator(choice, under: "calculator", of: top)
    try requireKind(calculator, choice, under: "calculator", of: top)
    let given = calculator.properties.map(\.name)
    for (objective, section) in zip(specification.objectives, try top.sections("objectives") ?? []) {
      for property in objective.properties where !given.contains(property) {
        let problem =
          (calculator as? OligomerCalculator)?.reasonForNoValue(of: property) ?? "which '\(choice.name)' does not give"
        throw section.error(
          section.keyOfExpression,
          "\(objective.name == property ? "is" : "needs") '\(property)', \(problem); "
            + OfferedProperties(of: choice.name, setup(of: choice)).refusal(of: property))
      }
    }
    return calculator
  }

  /// Throws unless a calculator takes what the candidates are.
  func requireKind(
    _ calculator: any Calculator, _ choice: CalculatorChoice, under key: String, of top: YAMLSection
  ) throws(SpecificationError) {
    switch specification.kind {
    case .molecule where calculator is OligomerCalculator, .composition where calculator is OligomerCalculator:
      throw try top.section(key)?.error(
        OligomerSettings.key,
        "is for polymers, and the candidates are \(specification.kind.plural); remove it, or state 'kind: repeat-unit' under "
          + "'molecules'.")
        ?? top.error(key, "has chains of repeat units, and the candidates are \(specification.kind.plural).")
    case .repeatUnit where !calculator.takesRepeatUnits:
      throw top.error(
        key,
        "is '\(calculator.name)', which calculates molecules, and the candidates are repeat units; state the chains by which it "
          + "calculates them, such as 'oligomer: {units: [2, 4, 6]}'.")
    case .composition where !calculator.takesCompositions:
      throw top.error(
        key,
        "is '\(calculator.name)', which needs atoms in space, and of compositions only the formula is known; use table, by-hand, "
          + "worker, or command with 'input: json' or {smiles}.")
    case .composition:
      guard let stated = choice.settings.values["conformers"], stated != .number(0) else { return }
      throw try top.section(key)?.error("conformers", "has no meaning for compositions; remove it.")
        ?? top.error(key, "has 'conformers', which has no meaning for compositions; remove it.")
    default: return
    }
  }

  /// A calculator that the file names under a key.
  func calculator(
    _ choice: CalculatorChoice, under key: String, of top: YAMLSection
  ) throws(SpecificationError) -> any Calculator {
    do {
      return try Calculators.make(name: choice.name, setup(of: choice))
    } catch {
      let section = try top.section(key)
      throw SpecificationError(
        file: path, line: section?.line(of: error.key), message: error.sentence(for: choice.settings))
    }
  }

  /// What a calculator of the file is made with: relative paths start from the file's folder.
  func setup(of choice: CalculatorChoice) -> CalculatorSetup {
    let folder = path.folderOfPath
    return CalculatorSetup(
      choice.settings, relativeTo: folder.isEmpty ? "." : folder, wanted: specification.objectives.properties)
  }
}

extension CalculatorSetupError {
  /// The key of the campaign file's `calculator` section that the error concerns.
  fileprivate var key: String {
    switch self {
    case .unknownCalculator: "program"
    case .unknownSetting(let key, _, _), .badSetting(let key, _, _): key
    case .badFile: "file"
    }
  }
}
