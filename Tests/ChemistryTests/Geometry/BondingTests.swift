import Chemistry
import Testing

@Suite struct BondingTests {
  /// Water whose second hydrogen is at a distance from the oxygen, with a bond order.
  private func water(distance: Double, order: Double, isBonded: Bool = true) throws -> Bonding {
    let bonds = [(0, 1), (0, 2)].prefix(isBonded ? 2 : 1).map { Geometry.Bond(first: $0, second: $1, order: 1) }
    let geometry = try Geometry(
      elements: ["O", "H", "H"], coordinates: [0, 0, 0, 0.96, 0, 0, 0, distance, 0], bonds: bonds)
    return Bonding(
      bonds: bonds, geometry: geometry, bondOrders: [AtomPair(0, 1): 0.9, AtomPair(2, 0): order])
  }

  @Test func whatBothWitnessesConfirmIsUnchanged() throws {
    let bonding = try water(distance: 0.96, order: 0.9)
    #expect(bonding.changes.isEmpty && bonding.suspicions.isEmpty)
    let open = try water(distance: 3, order: 0, isBonded: false)
    #expect(open.changes.isEmpty && open.suspicions.isEmpty)
  }

  @Test func bothWitnessesTogetherProveAChange() throws {
    #expect(try water(distance: 2, order: 0.1).changes == ["O1–H3 (2.0 Å, bond order 0.1) was broken"])
    #expect(try water(distance: 1, order: 0.8, isBonded: false).changes == ["O1–H3 (1.0 Å, bond order 0.8) was made"])
  }

  @Test(arguments: [(2.0, 0.9, true), (0.96, 0.1, true), (1.0, 0.1, false), (2.0, 0.9, false)])
  func oneWitnessAloneIsASuspicion(distance: Double, order: Double, isBonded: Bool) throws {
    let bonding = try water(distance: distance, order: order, isBonded: isBonded)
    #expect(bonding.changes.isEmpty)
    #expect(bonding.suspicions.count == 1)
    #expect(bonding.suspicions.first?.contains(isBonded ? "may be broken" : "may be bonded") == true)
  }
}
