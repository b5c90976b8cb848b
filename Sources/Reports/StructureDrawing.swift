import Chemistry

/// A drawing of a molecule as SVG, for a page; nil where the SMILES is no molecule.
///
/// - Parameters:
///   - width: in pixels.
///   - height: in pixels.
package func structureDrawing(ofSMILES smiles: String, width: Int = 220, height: Int = 150) -> String? {
  try? Molecule(recorded: smiles).svg(width: width, height: height)
}
