import Synchronization

/// Draws a molecule, by its SMILES, as SVG like RDKit's; nil where it cannot. It is given to the pages, so that they do not
/// depend on a library of chemistry.
package typealias MoleculeDrawing = @Sendable (_ smiles: String) -> String?

/// The same drawing, which draws each molecule once and keeps the last 5,000.
func remembering(_ drawing: @escaping MoleculeDrawing) -> MoleculeDrawing {
  let memory = DrawingMemory()
  return { smiles in memory.drawing(of: smiles, by: drawing) }
}

/// Drawings by SMILES.
private final class DrawingMemory: Sendable {
  private let drawings = Mutex<[String: String?]>([:])

  func drawing(of smiles: String, by draw: MoleculeDrawing) -> String? {
    if let known = drawings.withLock({ $0[smiles] }) { return known }
    let drawing = draw(smiles)
    drawings.withLock {
      if $0.count >= 5_000 { $0.removeAll() }
      $0[smiles] = .some(drawing)
    }
    return drawing
  }
}
