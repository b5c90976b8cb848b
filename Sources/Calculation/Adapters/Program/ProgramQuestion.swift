package import Chemistry
import Compositions
import Files
import Foundation

/// The question to a custom program, as one JSON document on one line.
///
/// Of an inorganic composition it has the formula and the amounts of the elements, and neither SMILES, charge nor geometry:
///
///     {"amounts":{"Fe":2,"O":3},"formula":"Fe2O3","id":8,"properties":["gap"]}
///
/// and of a molecule:
///
///     {"charge":0,"coordinates":[0,0,0],"elements":["He"],"id":7,"properties":["gap"],"smiles":"[He]","unpaired_electrons":0}
package struct ProgramQuestion: Sendable, Hashable, Codable {
  /// Identifies the question; the answer repeats it.
  package let id: Int
  /// The molecule as canonical SMILES.
  package let smiles: String
  /// The total charge, in elementary charges.
  package let charge: Int
  /// The number of spin-up electrons minus the number of spin-down electrons.
  package let unpairedElectrons: Int
  /// The element symbol of each atom, hydrogens included; nil if no geometry is given.
  package let elements: [String]?
  /// The coordinates x, y and z of each atom in turn, in ångström; nil if no geometry is given.
  package let coordinates: [Double]?
  /// The properties that the answer must have, by name.
  package let properties: [String]
  /// The formula of a composition; nil for a molecule.
  package let formula: String?
  /// The amount of each element in the formula; nil for a molecule.
  package let amounts: [String: Double]?

  private enum CodingKeys: String, CodingKey {
    case id, smiles, charge
    case unpairedElectrons = "unpaired_electrons"
    case elements, coordinates, properties, formula, amounts
  }

  /// Creates the question from an attempt's number, the molecule, its charge and spin, and the geometry.
  package init(
    attempt number: Int, of molecule: Molecule, in state: ElectronicState, geometry: Geometry?, properties: [String]
  ) {
    id = Int(UInt32(truncatingIfNeeded: stableHashValue("\(molecule.smiles) \(number)".utf8)))
    smiles = molecule.smiles
    charge = state.charge
    unpairedElectrons = state.unpaired
    elements = geometry?.elements
    coordinates = geometry?.coordinates
    self.properties = properties
    formula = molecule.composition?.formula
    amounts = molecule.composition.map { composition in
      Dictionary(uniqueKeysWithValues: composition.parts.map { ($0.element.symbol, $0.amount) })
    }
  }

  /// Writes what the material has.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(properties, forKey: .properties)
    if let formula {
      try container.encode(formula, forKey: .formula)
      try container.encode(amounts, forKey: .amounts)
      return
    }
    try container.encode(smiles, forKey: .smiles)
    try container.encode(charge, forKey: .charge)
    try container.encode(unpairedElectrons, forKey: .unpairedElectrons)
    try container.encodeIfPresent(elements, forKey: .elements)
    try container.encodeIfPresent(coordinates, forKey: .coordinates)
  }

  /// The document on one line, without a line break.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and finite numbers can always be encoded.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
