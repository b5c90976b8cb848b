package import Chemistry
import Files
import GaussianProcess

extension Specification {
  /// The keys under `molecules` for compositions.
  static let keysOfCompositions = [
    "kind", "elements", "required_elements", "number_of_elements", "charge_neutral", "electronegativity_ordered",
    "known",
    "minimum_distance",
  ]

  /// What the candidates are.
  static func kind(in top: YAMLSection) throws(SpecificationError) -> MaterialKind {
    try top.section("molecules")?.choice("kind") ?? .molecule
  }

  /// The filter under `molecules` for whatever the candidates are.
  package static func anyFilter(in top: YAMLSection) throws(SpecificationError) -> MoleculeFilter {
    switch try kind(in: top) {
    case .molecule, .repeatUnit: try filter(in: top)
    case .composition: try compositionFilter(in: top)
    }
  }

  /// The filter under `molecules` for compositions; its known ones are in files that are not read here.
  static func compositionFilter(in top: YAMLSection) throws(SpecificationError) -> MoleculeFilter {
    var filter = MoleculeFilter()
    guard let section = try top.section("molecules") else { return filter }
    if let key = section.keys.first(where: { !keysOfCompositions.contains($0) && keysOfMolecules.contains($0) }) {
      throw section.error(
        key,
        "is a condition for molecules, and the candidates are compositions, of which no bonds are known; remove it. There are "
          + "\(keysOfCompositions.dropFirst().joined(separator: ", ")).")
    }
    try section.allow(keysOfCompositions)
    filter.allowedElements = try section.strings("elements")
    var compositions = CompositionFilter()
    compositions.requiredElements = try section.strings("required_elements") ?? []
    if let ends = try section.interval("number_of_elements") {
      for end in [ends.lower, ends.upper].compactMap(\.self) where end.rounded() != end || !(1...94).contains(end) {
        throw section.error("number_of_elements", "must have whole numbers from 1 to 94 as its bounds.")
      }
      compositions.numberOfElements = FilterLimit(least: ends.lower, most: ends.upper)
    }
    compositions.isChargeNeutral = try section.boolean("charge_neutral") ?? false
    compositions.isElectronegativityOrdered = try section.boolean("electronegativity_ordered") ?? false
    if compositions != CompositionFilter() { filter.compositions = compositions }
    filter.minimumDistance = try section.number("minimum_distance")
    if let problem = filter.problem {
      throw SpecificationError(
        file: top.file, line: section.line(of: problem.kind.key), message: problem.description)
    }
    return filter
  }

  /// The surrogate of compositions: the built-in library is of molecules, and borrows nothing.
  static func surrogateOfCompositions(
    _ choice: SurrogateChoice, in top: YAMLSection
  ) throws(SpecificationError) -> SurrogateChoice {
    var choice = choice
    let section = try top.section("surrogate")
    if choice.library == LibraryName.builtIn {
      if let section, section.keys.contains("library") {
        throw section.error(
          "library",
          "is built-in, whose models are of molecules, and the candidates are compositions; remove it, or name a library that "
            + "'cohobate pretrain' has made from compositions.")
      }
      choice.library = nil
    }
    do {
      choice.model = try choice.model.ofCompositions()
    } catch {
      throw SpecificationError(
        file: top.file, line: section?.line(of: "model"), message: "'surrogate.model': \(error.description)")
    }
    return choice
  }

  /// Throws unless there is a list of formulas to choose from.
  func requirePool(in top: YAMLSection) throws(SpecificationError) {
    guard !top.keys.contains("corpus") else {
      throw top.error(
        "corpus", "is for molecules: no language model learns from compositions; remove it, and state 'pool'.")
    }
    guard case .file = pool else {
      throw top.missing("pool", "a list of formulas to choose from, a .csv file with a column 'formula' or a .txt file")
    }
    guard salts == .refuse else {
      throw top.error("pool", "has 'salts', which is for molecules; remove it.")
    }
  }

  /// The keys of `design` that belong to a language model or to a sampler, which compositions do not have.
  private static let keysOfLanguage = ["mode", "order", "sweeps", "longest_deletion", "widen"]

  /// Compositions are searched.
  mutating func readDesignOfCompositions(in section: YAMLSection) throws(SpecificationError) {
    if let key = section.keys.first(where: Self.keysOfLanguage.contains) {
      throw section.error(
        key,
        "belongs to the language model of molecules; compositions are searched by substitution of elements, so remove it."
      )
    }
  }
}
