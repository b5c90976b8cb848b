/// A group written so that its first atom is the attachment point.
package struct Group {
  /// The name as a prefix or a radical: "cyano", "pyridin-3-yl".
  package let name: String
  package let smiles: String

  package init(_ name: String, _ smiles: String) {
    self.name = name
    self.smiles = smiles
  }
}

/// A pattern of SMILES and name with placeholders `{1}` and `{2}` for groups.
package struct Template {
  package let name: String
  package let smiles: String

  package init(_ name: String, _ smiles: String) {
    self.name = name
    self.smiles = smiles
  }

  /// Replaces the placeholders by groups. Ring closures of the groups get new numbers above those of the template.
  package func filled(_ groups: Group...) -> Entry {
    var smiles = smiles
    var name = name
    for (index, group) in groups.enumerated() {
      let place = "{\(index + 1)}"
      smiles = smiles.replacing(place, with: withRingClosures(of: group.smiles, raisedBy: 5))
      name = name.replacing(place, with: group.name)
    }
    return Entry(smiles: smiles, name: name)
  }
}

/// A group bound to another: the second becomes a branch at the first's attachment point.
package func bound(_ first: Group, _ second: Group) -> Entry {
  // The attachment point is one letter with the numbers of its ring closures.
  let atom = first.smiles.prefix(1) + first.smiles.dropFirst().prefix(while: \.isNumber)
  let branch = withRingClosures(of: second.smiles, raisedBy: 5)
  return Entry(
    smiles: "\(atom)(-\(branch))\(first.smiles.dropFirst(atom.count))", name: "(\(first.name))-(\(second.name))")
}

/// Renumbers ring closures 1 to 4, the only ones in these tables; charges in brackets have no digits.
private func withRingClosures(of smiles: String, raisedBy shift: Int) -> String {
  String(smiles.map { $0.wholeNumberValue.map { digit in Character(String(digit + shift)) } ?? $0 })
}
