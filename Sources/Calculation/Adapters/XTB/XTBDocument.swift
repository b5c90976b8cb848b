import Foundation

/// `xtbout.json`, with the key names of 6.5 and of 6.7 and later.
package struct XTBDocument: Decodable, Sendable, Hashable {
  /// In hartree.
  package let totalEnergy: Double
  /// In eV.
  package let gap: Double
  /// In elementary charges, per atom.
  package let partialCharges: [Double]
  /// The valence electrons that the method treats.
  package let electronCount: Int
  /// The number of spin-up electrons minus the number of spin-down electrons.
  package let unpairedElectronCount: Int
  /// In eV, ascending.
  package let orbitalEnergies: [Double]
  /// From 0 to 2.
  package let occupations: [Double]
  /// Such as `GFN2-xTB`.
  package let method: String
  /// In cm⁻¹, ascending except for the first six or five, which are about 0; imaginary ones are negative. Present only
  /// after a run with second derivatives.
  package let vibrationalFrequencies: [Double]?

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    func value<Value: Decodable>(_ names: String...) throws -> Value {
      let name = names.first { container.contains(Key(stringValue: $0)) } ?? names[0]
      return try container.decode(Value.self, forKey: Key(stringValue: name))
    }
    totalEnergy = try value("total energy")
    gap = try value("HOMO-LUMO gap/eV", "HOMO-LUMO gap / eV")
    partialCharges = try value("partial charges")
    electronCount = try value("number of electrons")
    unpairedElectronCount = try value("number of unpaired electrons")
    orbitalEnergies = try value("orbital energies/eV", "orbital energies / eV")
    occupations = try value("fractional occupation")
    method = try value("method")
    vibrationalFrequencies = try ["vibrational frequencies/rcm", "vibrational frequencies / rcm"]
      .map(Key.init(stringValue:)).first(where: container.contains)
      .map { try container.decode([Double].self, forKey: $0) }
  }

  /// Reads the file; throws a failure if it is invalid.
  package static func read(_ text: String?) throws(CalculationFailure) -> XTBDocument {
    guard let text else { throw CalculationFailure(.unknown, "xtb wrote no xtbout.json.") }
    if text.isEmpty {
      throw CalculationFailure(
        .random, "xtb wrote an empty xtbout.json and called it normal termination: the disk may be full.")
    }
    do {
      return try JSONDecoder().decode(XTBDocument.self, from: Data(text.utf8))
    } catch {
      let end = String(text.suffix(200))
      if text.contains("NaN") || text.contains("Infinity") || text.contains("***") {
        throw CalculationFailure(.convergence, "xtbout.json has values that are not finite numbers.", evidence: end)
      }
      if text.last(where: { !$0.isWhitespace }) != "}" {
        throw CalculationFailure(.random, "xtbout.json is cut short: the disk may be full.", evidence: end)
      }
      throw CalculationFailure(.unknown, "xtbout.json cannot be read: \(error).", evidence: end)
    }
  }
}
