package import Chemistry
import Files
import Foundation

/// What a program of the user's own is asked, as one JSON document in one line.
///
///     {"charge":0,"coordinates":[0,0,0],"elements":["He"],"id":7,"properties":["gap"],"smiles":"[He]","unpaired_electrons":0}
package struct ProgramQuestion: Sendable, Hashable, Codable {
  /// Tells the question from others; the answer repeats it.
  package let id: Int
  /// The molecule as canonical SMILES.
  package let smiles: String
  /// In elementary charges.
  package let charge: Int
  /// The difference of spin-up and spin-down electrons.
  package let unpairedElectrons: Int
  /// The element symbol of each atom, hydrogens included; nil where no geometry is given.
  package let elements: [String]?
  /// x, y and z of each atom in turn, in ångström; nil where no geometry is given.
  package let coordinates: [Double]?
  /// The properties that the answer must have, by name.
  package let properties: [String]

  private enum CodingKeys: String, CodingKey {
    case id, smiles, charge
    case unpairedElectrons = "unpaired_electrons"
    case elements, coordinates, properties
  }

  /// The question that an attempt's number, molecule, charge and spin, and geometry make.
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
  }

  /// The document without a line break.
  package var line: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and finite numbers are always encoded.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
