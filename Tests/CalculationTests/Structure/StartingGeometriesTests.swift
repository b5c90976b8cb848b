import Calculation
import Chemistry
import Testing

@Suite struct StartingGeometriesTests {
  @Test func allProgramsStartFromTheSameConformers() throws {
    let molecule = try Molecule(smiles: "OCCCO")
    var starts: [[Geometry]] = []
    let calculators: [any Calculator] = [
      XTBCalculator(settings: XTBSettings(conformers: 3)), MOPACCalculator(settings: MOPACSettings(conformers: 3)),
    ]
    for calculator in calculators + calculators {
      guard case .attempts(let requests) = calculator.plan(for: molecule) else { continue }
      starts.append(requests.compactMap(\.geometry))
    }
    #expect(starts.count == 4 && Set(starts).count == 1)
    #expect(starts.first.map { $0.count > 1 && Set($0).count == $0.count } == true)
  }

  /// No force field here has parameters for helium.
  @Test(arguments: ["He", "Na+"]) func aSingleAtomIsAtTheOrigin(atom: String) throws {
    guard case .attempts(let requests) = XTBCalculator().plan(for: try Molecule(smiles: "[\(atom)]")) else {
      Issue.record("A single atom should be planned.")
      return
    }
    #expect(requests.map(\.geometry?.elements) == [[String(atom.prefix(2))]])
    #expect(requests.map(\.geometry?.coordinates) == [[0, 0, 0]])
  }

  @Test(arguments: ["xtb", "libxtb", "mopac"]) func severalComponentsAreRefused(program: String) throws {
    let salt = try Molecule(smiles: "CC(=O)[O-].[Na+]")
    guard case .failed(let failure) = try Calculators.make(name: program).plan(for: salt) else {
      Issue.record("A salt should not be planned.")
      return
    }
    #expect(failure.failureClass == .input)
    #expect(failure.message.contains("several components"))
  }

  @Test(
    .enabled(if: ChemistryVersion.rdkit.hasPrefix("2022.09"), "Later versions of RDKit embed more."),
    arguments: [
      ("C[Fe](C)(C)(C)(C)(C)(C)C", "it has no template for the 8 ligands of Fe2."),
      ("F[C@]12CC[C@@](Cl)(CC1)C2", "has the stereochemistry of the SMILES."),
    ])
  func aMoleculeWithoutAStructureFailsWithTheReason(smiles: String, words: String) throws {
    guard case .failed(let failure) = XTBCalculator().plan(for: try Molecule(smiles: smiles)) else {
      Issue.record("There should be no structure of \(smiles).")
      return
    }
    #expect(failure.failureClass == .input)
    #expect(failure.message.hasPrefix("No conformer of '"))
    #expect(failure.message.hasSuffix(words), "\(failure.message)")
  }

  @Test func whatIsUnusualOfAStartIsSaid() throws {
    func notes(_ smiles: String) throws -> [String] {
      guard
        case .attempts(let requests) = XTBCalculator(settings: XTBSettings(conformers: 1))
          .plan(for: try Molecule(smiles: smiles))
      else { return [] }
      return requests.first?.geometry?.startNotes ?? []
    }
    #expect(try notes("CCO") == [])
    #expect(
      try notes("ClI(Cl)Cl") == ["The ligands started in an ideal arrangement: T at I2 (Cl1 opposite Cl3)."])
    #expect(
      try notes("c1cc[se]c1") == [
        "Neither MMFF94 nor UFF has parameters for all atoms: the starting geometry is the embedded one, unrelaxed."
      ])
  }

  private func calculated(_ smiles: String) async throws -> CalculationResult {
    let scratch = try Scratch()
    let stage = CalculationStage(
      calculator: XTBCalculator(settings: XTBSettings(conformers: 1)), executor: LocalExecutor(), concurrency: 2,
      workdir: scratch.path)
    var outcome: CalculationOutcome?
    try await stage.run([CalculationJob(number: 1, molecule: try Molecule(smiles: smiles))]) { outcome = $1 }
    return try #require(outcome).result.get()
  }

  /// Energies by GFN2-xTB in hartree, from structures that were made by hand.
  @Test(arguments: [
    ("FS(F)(F)F", -22.259296), ("ClI(Cl)Cl", -17.442129), ("CS(F)(F)F", -21.149863),
    ("F[P-](F)(F)(F)(F)F", -31.462689), ("FS(F)(F)(F)(F)F", -31.755200), ("c1cc[se]c1", -13.735069),
    ("C[Te](C)(Cl)Cl", -19.576623), ("F[Xe]F", -13.294430),
  ])
  func symmetricAndUnusualMoleculesReachTheirMinimum(smiles: String, energy: Double) async throws {
    let result = try await calculated(smiles)
    #expect(abs(try #require(result.values["energy"]) - energy) < 5e-5)
    #expect(!result.notes.isEmpty)
    #expect(result.isomer == nil)
  }

  @Test(arguments: [
    ("CN(C#N)c1ccc(C=C[N+](=O)[O-])cc1", "CN(C#N)c1ccc(/C=C/[N+](=O)[O-])cc1"), ("CC=CC(=O)C", "C/C=C/C(C)=O"),
  ])
  func theStablestIsomerStandsAndIsNamed(smiles: String, isomer: String) async throws {
    #expect(try await calculated(smiles).isomer == isomer)
  }
}
