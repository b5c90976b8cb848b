import Chemistry

/// The corpus as text, and the number of molecules of each family.
package struct AssembledCorpus {
  package let text: String
  package let count: Int
  package let summary: [String]
}

/// A named compound that does not belong in the tables.
struct CorpusMistake: Error, CustomStringConvertible {
  let entry: Entry
  let reason: String

  var description: String { "\(entry.smiles) (\(entry.name)): \(reason)" }
}

/// The filter: ordinary neutral molecules with closed shells, small enough for quick calculations.
let corpusFilter = MoleculeFilter(
  allowedElements: ["Br", "C", "Cl", "F", "H", "N", "O", "P", "S", "Si"], heavyAtoms: 1...25, maximumRingSize: 18)

/// Combines the families. A rejected named compound is a mistake in the tables; a rejected enumerated one is too large
/// and is left out. Earlier entries take precedence: common names win over systematic ones.
package func assembledCorpus() throws -> AssembledCorpus {
  let filter = try corpusFilter.compiled()
  var names: [String: String] = [:]
  var summary: [String] = []
  for family in namedFamilies {
    let before = names.count
    for entry in family.entries {
      let molecule = try Molecule(smiles: entry.smiles)
      if let rejection = try filter.rejection(of: molecule) {
        throw CorpusMistake(entry: entry, reason: rejection.reason)
      }
      if names[molecule.smiles] == nil { names[molecule.smiles] = entry.name }
    }
    summary.append("\(names.count - before) \(family.name)")
  }
  for family in enumeratedFamilies {
    let before = names.count
    for entry in family.entries {
      let molecule = try Molecule(smiles: entry.smiles)
      let isRefused = try filter.rejection(of: molecule) != nil
      if !isRefused, names[molecule.smiles] == nil { names[molecule.smiles] = entry.name }
    }
    summary.append("\(names.count - before) \(family.name)")
  }
  let lines = names.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
  let header =
    "# SMILES and name of small organic molecules, made by BuildCorpus from its tables; not edited by hand.\n"
  return AssembledCorpus(text: header + lines.joined(), count: lines.count, summary: summary)
}
