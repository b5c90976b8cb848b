import Calculation
import Chemistry
import Testing

@Suite struct DipoleMomentTests {
  @Test func ofAnIonRefersToTheCentreOfMass() {
    let dipole = DipoleMoment(vector: [0, 0, 2])
    #expect(abs(dipole.magnitude(charge: 0, centreOfMass: [9, 9, 9]) - 2 * AtomicUnits.debyePerDipole) < 1e-12)
    // A charge of 1 at the centre of mass alone has none.
    #expect(dipole.magnitude(charge: 1, centreOfMass: [0, 0, 2 * AtomicUnits.ångströmPerBohr]) < 1e-12)
  }

  @Test func theCentreOfMassIsNearTheHeavyAtom() throws {
    let centre = try #require(Elements.centreOfMass(of: ["Cl", "H"], at: [0, 0, 0, 0, 0, 1]))
    #expect(centre[0] == 0 && abs(centre[2] - 1.008 / 36.458) < 1e-12)
    #expect(Elements.centreOfMass(of: ["U"], at: [0, 0, 0]) == nil)
    #expect(Elements.centreOfMass(of: [], at: []) == nil)
  }
}
