package import Chemistry

extension MoleculeFilter {
  /// The range of a table: the elements that at least one in 200 of its molecules has, at most as many heavy atoms as
  /// 19 in 20 have, and charges or radicals if more than one in 20 has them. Outside this range the models extrapolate,
  /// and a sum over more and more atoms soon promises any value.
  package init(range molecules: [Molecule]) {
    func exceeds(_ share: Double, _ isTrue: (Molecule) -> Bool) -> Bool {
      Double(molecules.count(where: isTrue)) > share * Double(molecules.count)
    }
    var occurrences: [String: Int] = [:]
    for element in molecules.flatMap(\.elements) { occurrences[element, default: 0] += 1 }
    let elements = Set(occurrences.filter { $0.value * 200 >= molecules.count }.keys).union(["H"])
    let sizes = molecules.map(\.heavyAtomCount).sorted()
    let most = sizes.isEmpty ? 1 : max(1, sizes[(sizes.count * 19 - 1) / 20])
    self.init(
      allowedElements: elements.sorted(), heavyAtoms: 1...most, allowCharged: exceeds(0.05) { $0.charge != 0 },
      allowRadicals: exceeds(0.05) { $0.radicalElectronCount > 0 })
  }

  /// The limits of a table in a sentence.
  var rangeInWords: String {
    let elements = (allowedElements ?? []).joined(separator: ", ")
    return
      "Molecules have up to \(Int(limits[.heavyAtoms]?.most ?? 0)) heavy atoms, of \(elements), as those of the table do; "
      + "--config says otherwise."
  }
}
