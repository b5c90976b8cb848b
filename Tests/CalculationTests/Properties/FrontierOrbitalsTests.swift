import Calculation
import Testing

@Suite struct FrontierOrbitalsTests {
  @Test func aGapOfZeroIsNoted() {
    let note = ["The gap is zero: HOMO and LUMO are degenerate or half-filled."]
    #expect(FrontierOrbitals.notes(onGap: 0) == note && FrontierOrbitals.notes(onGap: 0.0004) == note)
    #expect(FrontierOrbitals.notes(onGap: -0.0004) == note)
    #expect(FrontierOrbitals.notes(onGap: 0.001) == [] && FrontierOrbitals.notes(onGap: nil) == [])
  }

  @Test func aNegativeGapIsNotCalledZero() {
    let note = "The gap is negative: the lowest unoccupied orbital lies below the highest occupied one."
    #expect(FrontierOrbitals.notes(onGap: -0.001) == [note] && FrontierOrbitals.notes(onGap: -2) == [note])
  }

  @Test func theHighestIsThatOfTheLastSpinUpElectron() {
    let energies = [-3.0, -2, -1, 0]
    #expect(FrontierOrbitals(energies: energies, electrons: 4, unpaired: 0)?.homo == -2)
    #expect(FrontierOrbitals(energies: energies, electrons: 4, unpaired: 2)?.homo == -1)
    #expect(FrontierOrbitals(energies: energies, electrons: 3, unpaired: 1)?.lumo == -1)
  }

  @Test func noneIsInventedWhereAllAreFullOrEmpty() {
    #expect(FrontierOrbitals(energies: [-1], electrons: 2, unpaired: 0) == nil)
    #expect(FrontierOrbitals(energies: [-1], electrons: 0, unpaired: 0) == nil)
  }
}
