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
}
