import Chemistry
import Foundation
import Testing

@Suite struct FilterLimitTests {
  @Test func anInfiniteEndIsOpen() throws {
    let limit = FilterLimit(0...Double.infinity)
    #expect(limit == FilterLimit(least: 0))
    #expect(FilterLimit(least: -.infinity, most: .infinity) == FilterLimit())
    // Infinity cannot be written as JSON.
    #expect(try JSONDecoder().decode(FilterLimit.self, from: JSONEncoder().encode(limit)) == limit)
  }

  @Test(arguments: [
    (FilterQuantity.logP, FilterLimit(most: 1), "CCCCCCCC", "logP 3.37, more than 1.00"),
    (.logP, FilterLimit(least: 5), "CCCCCCCC", "logP 3.37, less than 5.00"),
    (.logP, FilterLimit(most: 3.366), "CCCCCCCC", "logP 3.367, more than 3.366"),
    (.rings, FilterLimit(least: 2), "C1CC1", "1 ring, fewer than 2"),
    (.rings, FilterLimit(most: 0), "C1CC1", "1 ring, more than 0"),
    (.aromaticRings, FilterLimit(least: 1), "C1CC1", "0 aromatic rings, fewer than 1"),
    (.charge, FilterLimit(least: 0, most: 1), "CC(=O)[O-]", "charge -1, less than 0"),
    (.polarSurfaceArea, FilterLimit(most: 20), "CC#N", "polar surface area 23.8 Å², more than 20.0"),
    (.fractionSP3, FilterLimit(least: 0.7), "CC#N", "fraction of sp3 carbon 0.50, less than 0.70"),
    (.stereocentres, FilterLimit(most: 0), "CC(F)Cl", "1 stereocentre, more than 0"),
    (.unspecifiedDoubleBonds, FilterLimit(most: 0), "FC=CCl", "1 unspecified double bond, more than 0"),
    (.unspecifiedStereocentres, FilterLimit(most: 0), "CC(F)Cl", "1 unspecified stereocentre, more than 0"),
    (.hydrogenBondDonors, FilterLimit(most: 1), "OCCO", "2 hydrogen-bond donors, more than 1"),
    (.hydrogenBondAcceptors, FilterLimit(most: 1), "OCCO", "2 hydrogen-bond acceptors, more than 1"),
    (.rotatableBonds, FilterLimit(least: 3), "OCCO", "1 rotatable bond, fewer than 3"),
    (.syntheticAccessibility, FilterLimit(most: 3), "SCCS", "synthetic accessibility 3.77, more than 3.00"),
  ])
  func whatIsOutOfBoundsIsSaidWithItsValueAndTheBound(
    quantity: FilterQuantity, limit: FilterLimit, smiles: String, reason: String
  ) throws {
    let filter = MoleculeFilter(allowCharged: true, limits: [quantity: limit])
    let rejection = try filter.rejection(of: Molecule(smiles: smiles))
    #expect(rejection?.kind == quantity.kind)
    #expect(rejection?.reason == reason)
  }

  @Test func bothEndsAreIncluded() throws {
    let filter = MoleculeFilter(limits: [.rings: FilterLimit(least: 1, most: 1)])
    #expect(try filter.rejection(of: Molecule(smiles: "C1CC1")) == nil)
  }
}
