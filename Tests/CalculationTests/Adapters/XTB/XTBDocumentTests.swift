import Calculation
import Testing

@Suite struct XTBDocumentTests {
  private let old = """
    {"total energy": -1.5, "HOMO-LUMO gap/eV": 2.0, "partial charges": [0.1, -0.1], "number of electrons": 2,
     "number of unpaired electrons": 0, "orbital energies/eV": [-1.0, 1.0], "fractional occupation": [2.0, 0.0],
     "method": "GFN2-xTB", "xtb version": "6.5.1"}
    """

  @Test func bothSpellingsAreRead() throws {
    let new = old.replacing("gap/eV", with: "gap / eV").replacing("energies/eV", with: "energies / eV")
    let document = try XTBDocument.read(old)
    #expect(try XTBDocument.read(new) == document)
    #expect(document.gap == 2)
    #expect(document.orbitalEnergies == [-1, 1])
  }

  @Test(arguments: [
    (nil, FailureClass.unknown), ("", .random), ("{\"total energy\": -1.5,", .random), ("{}", .unknown),
    ("{\"total energy\": NaN}", .convergence), ("{\"total energy\": ******}", .convergence), ("[1]", .random),
    ("{\"total energy\": \"text\"}", .unknown), ("{\"total energy\": 1e999}", .unknown),
  ])
  func whatCannotBeReadIsAFailure(text: String?, failureClass: FailureClass) {
    let failure = #expect(throws: CalculationFailure.self) { try XTBDocument.read(text) }
    #expect(failure?.failureClass == failureClass)
  }
}
