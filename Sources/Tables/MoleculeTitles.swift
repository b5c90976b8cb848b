/// Whether a title is that of a column of SMILES.
func isSMILESTitle(_ title: String) -> Bool {
  let plain = title.lowercased()
  return plain == "smi" || plain == "structure" || plain.hasPrefix("smiles") || plain.hasSuffix("smiles")
}

/// Whether a title is that of a column of formulas of compositions.
package func isFormulaTitle(_ title: String) -> Bool { ["formula", "composition"].contains(title.lowercased()) }

/// Whether a title is that of a column of names.
func isNameTitle(_ title: String) -> Bool {
  ["name", "title", "molecule_name", "compound_name"].contains(title.lowercased())
}

/// Whether a title is that of a column of identifiers, such as catalogue numbers: `id`, `zinc_id`, `Catalog ID`, `CID`, `CAS`.
package func isIdentifierTitle(_ title: String) -> Bool {
  let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
  guard let last = words.last else { return false }
  if words.count == 1 {
    return ["id", "ids", "identifier", "idnumber", "cid", "cas", "zincid", "chemblid", "compoundid"].contains(last)
  }
  return last == "id" || last == "identifier"
    || (last == "number" && ["cas", "catalog", "catalogue", "id"].contains(words[words.count - 2]))
}
