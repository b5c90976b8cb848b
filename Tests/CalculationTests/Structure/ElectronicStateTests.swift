import Calculation
import Chemistry
import Testing

@Suite struct ElectronicStateTests {
  private func arguments(_ smiles: String, _ electrons: StatedElectrons) throws -> String {
    let calculator = XTBCalculator(settings: XTBSettings(conformers: 1, electrons: electrons))
    switch calculator.plan(for: try Molecule(smiles: smiles)) {
    case .attempts(let requests):
      let arguments = try #require(requests.first).arguments
      let place = try #require(arguments.firstIndex(of: "--chrg"))
      return arguments[place...(place + 3)].joined(separator: " ")
    case .failed(let failure): throw failure
    case .result: throw CalculationFailure(.unknown, "Nothing was planned.")
    }
  }

  /// The lowest spin, unless the SMILES has radical centres.
  @Test(arguments: [
    ("C", "--chrg 0 --uhf 0"), ("[CH3]", "--chrg 0 --uhf 1"), ("C[O-]", "--chrg -1 --uhf 0"),
    ("[CH2]", "--chrg 0 --uhf 0"), ("Cl[Sn]Cl", "--chrg 0 --uhf 0"), ("[O][O]", "--chrg 0 --uhf 2"),
    ("O=O", "--chrg 0 --uhf 0"), ("Cl[Fe]", "--chrg 0 --uhf 1"), ("Cl[Ti](Cl)Cl", "--chrg 0 --uhf 1"),
    // xtb has the f electrons of lanthanides in the core.
    ("Cl[Gd](Cl)Cl", "--chrg 0 --uhf 0"),
  ])
  func nothingIsStated(smiles: String, expected: String) throws {
    #expect(try arguments(smiles, StatedElectrons()) == expected)
  }

  @Test(arguments: [
    ("c1ccccc1", StatedElectrons(charge: 1), "--chrg 1 --uhf 1"),
    ("c1ccccc1", StatedElectrons(charge: -2), "--chrg -2 --uhf 0"),
    ("c1ccccc1", StatedElectrons(charge: 1, unpaired: 3), "--chrg 1 --uhf 3"),
    ("[CH2]", StatedElectrons(unpaired: 2), "--chrg 0 --uhf 2"),
    ("[O][O]", StatedElectrons(unpaired: 0), "--chrg 0 --uhf 0"),
    ("[O][O]", StatedElectrons(charge: -1), "--chrg -1 --uhf 1"),
    ("C[N+](C)(C)C", StatedElectrons(charge: 1), "--chrg 1 --uhf 0"),
  ])
  func whatIsStatedHolds(smiles: String, electrons: StatedElectrons, expected: String) throws {
    #expect(try arguments(smiles, electrons) == expected)
  }

  @Test func whatCannotBeUnpairedIsRefused() throws {
    let failure = #expect(throws: CalculationFailure.self) { try arguments("C", StatedElectrons(unpaired: 1)) }
    #expect(
      failure
        == CalculationFailure(.input, "'C' has 10 electrons; the number of unpaired ones must be even, not 1."))
    let ion = #expect(throws: CalculationFailure.self) { try arguments("C", StatedElectrons(charge: 1, unpaired: 0)) }
    #expect(
      ion?.message == "'C' with the charge 1 has 9 electrons; the number of unpaired ones must be odd, not 0.")
    let many = #expect(throws: CalculationFailure.self) { try arguments("C", StatedElectrons(unpaired: 12)) }
    #expect(many?.message == "'C' has 10 electrons, fewer than 12 unpaired ones.")
  }

  @Test func statementsAreReadFromSettingsAndComparedWithMolecules() throws {
    var reader = SettingsReader(["charge": .number(1), "unpaired": .number(1)], of: "xtb")
    let stated = try reader.statedElectrons()
    #expect(stated == StatedElectrons(charge: 1, unpaired: 1))
    for wrong: CalculatorSettings in [["charge": .number(0.5)], ["unpaired": .text("1")], ["unpaired": .number(-1)]] {
      var reader = SettingsReader(wrong, of: "xtb")
      #expect(throws: CalculatorSetupError.self) { try reader.statedElectrons() }
    }
    let methane = try Molecule(smiles: "C")
    #expect(stated.arePossible(in: methane))
    #expect(!StatedElectrons(unpaired: 1).arePossible(in: methane))
    #expect(!StatedElectrons(unpaired: 20).arePossible(in: methane))
    // The seven f electrons of gadolinium may be counted or not.
    let gadolinium = try Molecule(smiles: "Cl[Gd](Cl)Cl")
    #expect(StatedElectrons(unpaired: 7).arePossible(in: gadolinium))
    #expect(StatedElectrons(unpaired: 0).arePossible(in: gadolinium))
  }

  // MARK: Notes

  private func notes(_ smiles: String, _ electrons: StatedElectrons = StatedElectrons()) throws -> [String] {
    try electrons.state(of: Molecule(smiles: smiles)).notes
  }

  @Test(arguments: [
    "C", "[CH3]", "C[O-]", "[C-]#[N+]C", "Cl[Ti](Cl)(Cl)Cl", "C[Re](=O)(=O)=O", "C[Zn]C", "[Cu]Cl", "[Cu+2]",
    "Cl[Ti](Cl)Cl",
  ])
  func whereThereIsNoChoiceNothingIsNoted(smiles: String) throws {
    #expect(try notes(smiles) == [])
  }

  @Test(arguments: [
    ("[CH2]", "Two unshared electrons of C were treated as a pair (singlet); set 'unpaired: 2' for the triplet."),
    (
      "Cl[Ge]Cl", "Two unshared electrons of Ge were treated as a pair (singlet); set 'unpaired: 2' for the triplet."
    ),
    ("O=O", "The SMILES states a closed shell, and the ground state is a triplet; set 'unpaired: 2' for it."),
    (
      "[CH2][CH2]",
      "2 unpaired electrons of parallel spin were assumed, as the SMILES has them; set 'unpaired' for fewer."
    ),
    (
      "Cl[Fe]Cl",
      "The lowest spin was assumed for Fe, 0 unpaired electrons; set 'unpaired: 2' or more for a higher spin."
    ),
    (
      "Cl[Cr](Cl)Cl",
      "The lowest spin was assumed for Cr, 1 unpaired electron; set 'unpaired: 3' or more for a higher spin."
    ),
    ("[CH]", "Two unshared electrons of C were treated as a pair (doublet); set 'unpaired: 3' for the quartet."),
  ])
  func aChoiceIsNoted(smiles: String, note: String) throws {
    #expect(try notes(smiles) == [note])
  }

  @Test func anotherChargeIsNoted() throws {
    #expect(
      try notes("c1ccccc1", StatedElectrons(charge: 1)) == [
        "The charge is +1 as stated, not the SMILES' 0.",
        "1 unpaired electron was assumed, the lowest number; set 'unpaired' for another.",
      ])
    #expect(try notes("[CH2]", StatedElectrons(unpaired: 2)) == ["2 unpaired electrons, as stated."])
    #expect(try notes("[CH3]", StatedElectrons(charge: 0, unpaired: 1)) == [])
  }

  @Test func theProtocolSaysWhatIsStated() {
    let plain = XTBCalculator(settings: XTBSettings()).calculationProtocol
    let ion = XTBCalculator(settings: XTBSettings(electrons: StatedElectrons(charge: -1, unpaired: 1)))
      .calculationProtocol
    #expect(ion != plain && ion.name == plain.name)
    #expect(ion.summary == "GFN2-xTB, normal optimisation, 8 conformers, gas phase, charge −1, 1 unpaired electron")
  }
}
