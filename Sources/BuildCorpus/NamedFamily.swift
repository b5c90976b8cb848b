/// A line of the corpus before it is checked.
package struct Entry {
  package let smiles: String
  package let name: String
}

/// Compounds with their common names, written as a table: SMILES, a space, and the name.
package struct NamedFamily {
  package let name: String
  package let entries: [Entry]

  package init(_ name: String, _ table: String) {
    self.name = name
    entries = table.split(separator: "\n").map { line in
      let fields = line.split(separator: " ", maxSplits: 1)
      return Entry(smiles: String(fields[0]), name: fields.count > 1 ? String(fields[1]) : "")
    }
  }
}

let namedFamilies = [
  solvents, aromatics, heterocycles, naturalProducts, biomolecules, drugs, agrochemicals, monomers, chromophores,
]
