import Calculation
import Chemistry
import Testing

@Suite struct MOPACKeywordsTests {
  private let always = "AUX(PRECISION=6,XP,XS) BONDS THREADS=1"

  @Test(arguments: [
    ("CCO", MOPACSettings(), "PM7", "CHARGE=0 SINGLET"),
    ("CC(=O)[O-]", MOPACSettings(method: .pm6), "PM6", "CHARGE=-1 SINGLET"),
    ("[CH3]", MOPACSettings(optimisation: .none), "PM7", "CHARGE=0 DOUBLET UHF 1SCF"),
    (
      "[O][O]", MOPACSettings(optimisation: .precise, permittivity: 78.4), "PM7",
      "CHARGE=0 TRIPLET UHF EPS=78.4 PRECISE"
    ),
  ])
  func everythingIsSaid(smiles: String, settings: MOPACSettings, method: String, rest: String) throws {
    #expect(try settings.keywords(for: Molecule(smiles: smiles)) == "\(method) \(always) \(rest)")
  }

  @Test func changesComeLast() throws {
    let words = try MOPACSettings().keywords(for: Molecule(smiles: "C"), changes: [.pulay, .limitedMemory])
    #expect(words.hasSuffix("SINGLET PULAY ITRY=2000 LBFGS CYCLES=5000 GNORM=1.0"))
    let precise = MOPACSettings(optimisation: .precise)
    #expect(
      try precise.keywords(for: Molecule(smiles: "C"), changes: [.shortSteps])
        .hasSuffix("SINGLET PRECISE LET DDMIN=0.0 CYCLES=2000 GNORM=0.05"))
  }

  @Test(arguments: [
    ("[Ce]", "PM7 has no parameters for Ce."), ("[U]", "PM7 has no parameters for U."),
  ])
  func whatMOPACWouldNotCalculateIsNotAsked(smiles: String, words: String) throws {
    let molecule = try Molecule(smiles: smiles)
    let failure = #expect(throws: CalculationFailure.self) { try MOPACSettings().keywords(for: molecule) }
    #expect(failure?.failureClass == .input)
    #expect(failure?.message.contains(words) == true)
  }
}
