import CRDKit

extension Molecule {
  /// Reads a SMILES: the molecule if it was read lately, otherwise its graph, which the caller owns, and its canonical SMILES, a fixed
  /// point that has the graph's order of atoms.
  ///
  /// A SMILES is written as RDKit's canonical one and read again until it stays the same. That is most of the work, and is left out if
  /// the first canonical one is that of a molecule that was read lately.
  static func read(
    _ text: String, recent: RecentMolecules
  ) throws(ChemistryError) -> (recent: Molecule?, graph: OpaquePointer?, canonical: String) {
    if let molecule = recent.molecule(text) { return (molecule, nil, text) }
    var written = text
    // The canonical SMILES of a repeat unit is chosen among those of all its cuts, which the graph shows.
    if !RecentMolecules.hasDummyAtom(text) {
      let (graph, once) = try unsafe graph(of: text) { unsafe crdkit_molecule_new_written(text, $0, $1) }
      if once == text { return unsafe (nil, graph, once) }
      unsafe crdkit_molecule_delete(graph)
      if let molecule = recent.molecule(once) { return (molecule, nil, once) }
      written = once
    }
    let (graph, canonical) = try unsafe graph(of: text) { unsafe crdkit_molecule_new_canonical(written, $0, $1) }
    return unsafe (nil, graph, canonical)
  }

  private static func graph(
    of text: String,
    _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) ->
      OpaquePointer?
  ) throws(ChemistryError) -> (graph: OpaquePointer, smiles: String) {
    var smiles: UnsafeMutablePointer<CChar>?
    let graph = try unsafe callRDKit(failure: { unreadable(text, $0) }) { unsafe call(&smiles, $0) }
    // A graph always comes with its SMILES.
    return unsafe (graph, takeString(smiles) ?? text)
  }
}
