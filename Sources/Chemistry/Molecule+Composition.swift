import Compositions

extension Composition {
  /// The composition with an identity; nil for any other text.
  init?(identity text: String) {
    // Nearly all texts are SMILES, which have no space.
    guard text.utf8.contains(UInt8(ascii: " ")), text.utf8.last.map(Self.isDigit) == true,
      let composition = try? Composition(text), composition.identity == text
    else { return nil }
    self = composition
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension Molecule {
  /// An inorganic material by its formula as people write it, such as `La0.7Sr0.3MnO3` or `Ca(OH)2`.
  ///
  /// - Throws: ``ChemistryError/invalidFormula(_:)`` with the place of what cannot be read.
  public init(formula: String) throws(ChemistryError) {
    do throws(CompositionError) {
      self.init(try Composition(formula))
    } catch {
      throw .invalidFormula(error)
    }
  }

  /// What a person or a program reads of the material: the SMILES, or the formula of a composition.
  package var notation: String { composition?.formula ?? smiles }

  /// What the material is called: `molecule`, or `composition`.
  package var noun: String { composition == nil ? "molecule" : "composition" }

  /// The composition; of a molecule that of its formula, without its charge and its dummy atoms.
  ///
  /// - Throws: ``ChemistryError/invalidFormula(_:)`` with an element beyond plutonium.
  func readComposition() throws(ChemistryError) -> Composition {
    if let composition { return composition }
    let atoms = formula.replacing(#/\*[0-9]*/#, with: "").prefix { $0 != "+" && $0 != "-" }
    do throws(CompositionError) {
      return try Composition(String(atoms))
    } catch {
      throw .invalidFormula(error)
    }
  }

  /// Throws if the material has no graph.
  func requireGraph() throws(ChemistryError) {
    if composition != nil { throw .compositionRefused(formula: formula, operation: "This") }
  }
}
