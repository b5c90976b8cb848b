import Calculation
import Testing

@Suite struct MOPACOrbitalsTests {
  @Test func thoseBelowTheListAreFull() throws {
    let orbitals = try MOPACOrbitals(
      MOPACDocument(
        "SET_OF_MOS= 3 5\nEIGENVALUES[3]=\n -9 -8 1\nMOLECULAR_ORBITAL_OCCUPANCIES[3]=\n 2.0 2.0 0.0\n"))
    #expect(orbitals.electrons == 8 && orbitals.unpaired == 0)
    #expect(orbitals.homo == -8 && orbitals.lumo == 1)
  }

  @Test func bothSpinsCount() throws {
    let orbitals = try MOPACOrbitals(
      MOPACDocument(
        """
        SET_OF_ALPHA_MOS= 2 4
        SET_OF_BETA_MOS= 2 4
        ALPHA_EIGENVALUES[3]= -9 -8 2
        BETA_EIGENVALUES[3]= -7 1 3
        ALPHA_MOLECULAR_ORBITAL_OCCUPANCIES[3]= 1 1 0
        BETA_MOLECULAR_ORBITAL_OCCUPANCIES[3]= 1 0 0
        """))
    #expect(orbitals.electrons == 5 && orbitals.unpaired == 1)
    #expect(orbitals.homo == -7 && orbitals.lumo == 1)
  }

  @Test(arguments: [
    "", "SET_OF_MOS= 1 2\nEIGENVALUES[2]= -9 1\n",
    "SET_OF_MOS= 1 2\nEIGENVALUES[2]= -9 1\nMOLECULAR_ORBITAL_OCCUPANCIES[1]= 2\n",
    "SET_OF_MOS= 1 3\nEIGENVALUES[2]= -9 1\nMOLECULAR_ORBITAL_OCCUPANCIES[2]= 2 0\n",
    "SET_OF_MOS= 1 2\nEIGENVALUES[2]= -9 ****\nMOLECULAR_ORBITAL_OCCUPANCIES[2]= 2 0\n",
  ])
  func whatIsMissingIsAFailure(text: String) {
    let failure = #expect(throws: CalculationFailure.self) { try MOPACOrbitals(MOPACDocument(text)) }
    #expect(failure?.failureClass == .unknown)
  }
}
