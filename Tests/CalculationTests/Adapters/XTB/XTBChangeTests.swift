import Calculation
import Chemistry
import Testing

@Suite struct XTBChangeTests {
  /// What a saddle point is left by: every atom moves its own way, and the whole stays where it is.
  @Test func aShakenGeometryIsAnotherAndNotOnlyShifted() throws {
    let geometry = try #require(Molecule(smiles: "CCO").conformers(count: 1, seed: 1).first)
    let shaken = XTBChange.shaken(geometry)
    let moves = zip(shaken.coordinates, geometry.coordinates).map { $0 - $1 }
    #expect(abs((moves.map(abs).max() ?? 0) - 0.05) < 1e-12)
    for axis in 0..<3 {
      let own = stride(from: axis, to: moves.count, by: 3).map { moves[$0] }
      #expect(abs(own.reduce(0, +)) < 1e-12)
      #expect((own.max() ?? 0) - (own.min() ?? 0) > 0.05)
    }
    #expect(XTBChange.shaken(geometry) == shaken)
  }
}
