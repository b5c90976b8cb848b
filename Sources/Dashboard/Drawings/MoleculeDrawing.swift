import Synchronization

/// Draws a molecule, by its SMILES, as SVG like RDKit's; nil where it cannot. It is given to the pages, so that they do not
/// depend on a library of chemistry.
package typealias MoleculeDrawing = @Sendable (_ smiles: String) -> String?

/// Drawings as pages have them, by SMILES: each molecule is drawn once, and the last 5,000 are kept.
final class DrawingMemory: Sendable {
  private let draw: MoleculeDrawing
  private let drawings = Mutex<[String: CompactDrawing?]>([:])

  init(_ draw: @escaping MoleculeDrawing) { self.draw = draw }

  /// The drawing of a molecule; nil where it cannot be drawn.
  func drawing(of smiles: String) -> CompactDrawing? {
    if let known = drawings.withLock({ $0[smiles] }) { return known }
    let drawing = draw(smiles).flatMap { CompactDrawing(svg: $0) }
    drawings.withLock {
      if $0.count >= 5_000 { $0.removeAll() }
      $0[smiles] = .some(drawing)
    }
    return drawing
  }
}
