import Calculation
import Chemistry
import Testing

@Suite struct XTBRetryLadderTests {
  /// What a saddle point is left by: every atom moves its own way, and the whole stays where it is.
  @Test func aShakenGeometryIsAnotherAndNotOnlyShifted() throws {
    let geometry = try #require(Molecule(smiles: "CCO").conformers(count: 1, seed: 1).first)
    let shaken = XTBRetryLadder.shaken(geometry)
    let moves = zip(shaken.coordinates, geometry.coordinates).map { $0 - $1 }
    #expect(abs((moves.map(abs).max() ?? 0) - 0.05) < 1e-12)
    for axis in 0..<3 {
      let own = stride(from: axis, to: moves.count, by: 3).map { moves[$0] }
      #expect(abs(own.reduce(0, +)) < 1e-12)
      #expect((own.max() ?? 0) - (own.min() ?? 0) > 0.05)
    }
    #expect(XTBRetryLadder.shaken(geometry) == shaken)
  }

  @Test func aSaddlePointIsLeftAlongItsVibrationFartherEachTime() throws {
    let saddle = try Geometry(elements: ["N", "H"], coordinates: [0, 0, 0, 1, 0, 0], bonds: [])
    let displaced = try Geometry(elements: ["N", "H"], coordinates: [0, 0, 0, 1, 0.1, 0], bonds: [])
    let first = XTBRetryLadder.departure(from: saddle, along: displaced, after: [])
    #expect(first.change == .displaced && first.start == displaced)
    let second = XTBRetryLadder.departure(from: saddle, along: displaced, after: [.patience, .displaced])
    #expect(second.start.coordinates == [0, 0, 0, 1, 0.2, 0])
    let blind = XTBRetryLadder.departure(from: saddle, along: nil, after: [])
    #expect(blind.change == .tighter && blind.start == XTBRetryLadder.shaken(saddle))
  }

  @Test func aCrashInTheSearchForThePointGroupIsMetOnce() {
    let crash = CalculationFailure(.convergence, XTBAcceptance.pointGroupCrash)
    #expect(XTBRetryLadder.next(after: crash, in: .vibrate, made: [.damping]) == .withoutPointGroup)
    #expect(XTBRetryLadder.next(after: crash, in: .vibrate, made: [.withoutPointGroup]) == nil)
    #expect(XTBRetryLadder.Change.withoutPointGroup.control.contains("maxat=0"))
  }
}
