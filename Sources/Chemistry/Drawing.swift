import CRDKit

extension Molecule {
  /// A drawing as SVG.
  ///
  /// - Parameters:
  ///   - width: in pixels.
  ///   - height: in pixels, with the legend.
  ///   - legend: a line below the drawing.
  public func svg(width: Int = 300, height: Int = 250, legend: String = "") throws(ChemistryError) -> String {
    try Self.svgGrid([(molecule: self, legend: legend)], columns: 1, width: width, height: height)
  }

  /// Drawings side by side in one SVG, row by row.
  ///
  /// - Parameters:
  ///   - drawings: each molecule with the line below it.
  ///   - columns: drawings in a row.
  ///   - width: of one drawing, in pixels.
  ///   - height: of one drawing, in pixels.
  public static func svgGrid(
    _ drawings: [(molecule: Molecule, legend: String)], columns: Int = 4, width: Int = 250, height: Int = 220
  ) throws(ChemistryError) -> String {
    let sides = 1...10_000
    guard !drawings.isEmpty, columns > 0, sides.contains(width), sides.contains(height) else {
      throw .invalidDrawing(reason: "it needs a molecule, a column, and sides of 1 to 10000 pixels")
    }
    let grid = try unsafe callRDKit(failure: { .invalidDrawing(reason: $0) }, { unsafe crdkit_grid_new($0) })
    defer { unsafe crdkit_grid_delete(grid) }
    for (molecule, legend) in drawings {
      try unsafe molecule.withHandle { handle throws(ChemistryError) in
        _ = try unsafe callRDKit(
          failure: { .failed(operation: "drawing", smiles: molecule.smiles, reason: $0) },
          { error in unsafe crdkit_grid_add(grid, handle, legend, error) == 0 ? true : nil })
      }
    }
    let widest = Int32(clamping: min(columns, drawings.count))
    return try unsafe callRDKit(failure: { .invalidDrawing(reason: $0) }) { error in
      unsafe takeString(crdkit_grid_svg(grid, widest, Int32(width), Int32(height), error))
    }
  }
}
