import Chemistry
public import MolecularDesign
public import Numerics

/// Molecules that a search move may meet: single atoms, ions, radicals, macrocycles, cages, stereo centres, repeat
/// units with `*` ends, several components, and text that is not a molecule.
public let oddMolecules = [
  "C", "[Na+]", "[H][H]", "O", "F", "[CH3]", "C[N+](C)(C)CC(=O)[O-]", "O=[N+]([O-])c1ccccc1", "[13CH4]", "CS(=O)(=O)O",
  "O=P(O)(O)O", "C1CCCCCCCCCCCCCCC1", "C12C3C4C1C5C2C3C45", "C1CC2CCC1C2", "C/C=C/C", "F/C(Cl)=C(\\Br)I",
  "C[C@H](N)C(=O)O", "c1ccc2c(c1)ccc1ccccc12", "C#CC#CC#N", "C=C=C=C", "N#N", "[nH]1cccc1", "c1cc[nH+]cc1",
  "FS(F)(F)(F)(F)F",
  "*CC*", "*c1ccc(*)cc1", "[NH4+].[Cl-]", "[Fe]", "B(O)(O)c1ccccc1", "[Si](C)(C)(C)C", "not a molecule", "", "C1CC",
  "c1cccc1",
  "CC(=O)Nc1ccc(OCC2CO2)cc1Br",
]

/// The violations of a search move's requirements, as sentences; empty if it conforms.
///
/// From odd and ordinary molecules it draws many times, and checks that nothing is thrown and the process does not end;
/// that the same molecule, environment and stream give the same child; that a child is nil or a molecule of one
/// component that RDKit reads; that invalid text has no child; and that the move sometimes makes a new molecule.
///
/// - Parameter isGraphMove: whether the move edits the graph, so that all its children must be valid. Those of the
///   language model may be invalid.
public func searchMoveViolations(
  of move: any SearchMove, in environment: SearchEnvironment, from ordinary: [String], draws: Int,
  isGraphMove: Bool = true, stream: inout RandomStream
) -> [String] {
  var violations: [String] = []
  if move.name.isEmpty || move.name == "seed" || move.name == "language model" {
    violations.append("A move cannot be called '\(move.name)'.")
  }
  var new = 0
  for smiles in oddMolecules + ordinary {
    for _ in 0..<draws {
      let before = stream
      let child = move.child(of: smiles, in: environment, stream: &stream)
      var again = before
      if move.child(of: smiles, in: environment, stream: &again) != child || again != stream {
        violations.append("\(move.name) gave two answers from \(smiles) with the same stream.")
      }
      guard let child else { continue }
      if ["not a molecule", "", "C1CC", "c1cccc1"].contains(smiles) {
        violations.append("\(move.name) made \(child) of '\(smiles)', which is not a molecule.")
      }
      if child.contains("*") { continue }
      guard let molecule = try? Molecule(smiles: child) else {
        if isGraphMove { violations.append("\(move.name) made \(child) of \(smiles), which is not a molecule.") }
        continue
      }
      if molecule.componentCount != 1 {
        violations.append("\(move.name) made \(child) of \(smiles), which has several components.")
      }
      if molecule.smiles != (try? Molecule(smiles: smiles))?.smiles { new += 1 }
    }
  }
  if new == 0 { violations.append("\(move.name) made nothing new.") }
  return violations
}
