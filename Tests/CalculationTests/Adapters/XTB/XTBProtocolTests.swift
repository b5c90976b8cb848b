import Calculation
import Testing

@Suite struct XTBProtocolTests {
  private func described(_ settings: XTBSettings) -> CalculationProtocol {
    XTBCalculator(settings: settings).calculationProtocol
  }

  @Test func namedProtocolsKeepTheirNameWithSolventAndProperties() throws {
    for name in XTBProtocolName.allCases {
      let settings = try XTBSettings(["protocol": .text(name.rawValue), "solvent": .text("water")], wanted: ["ip"])
      #expect(described(settings).name == name.rawValue)
      #expect(described(settings).version == 2)
    }
    #expect(described(try XTBSettings(["conformers": .number(7)])).name == "custom")
  }

  @Test func stepsSayEverything() throws {
    let settings = XTBSettings(
      preoptimisation: .gfnff, optimisation: .tight, solvent: .water, conformers: 2,
      propertyRuns: [.ionise, .vibrate, .attach, .detach])
    #expect(
      described(settings).steps.map(\.summary) == [
        "embed (by ETKDGv3; ETDG, KDG and plain distance geometry where it fails, conformers 2, "
          + "open stereochemistry all isomers, at most 8 or as many as conformers, "
          + "relaxed with MMFF94, UFF where it has no parameters, or nothing)",
        "preoptimise (level normal, method GFN-FF, solvent ALPB water)",
        "optimise (level tight, method GFN2-xTB, of a single atom a single point, solvent ALPB water)",
        "ionise (method IPEA-xTB, of the conformer of lowest energy, solvent ALPB water)",
        "vibrate (at 298.15 K, 1 atm, method GFN2-xTB, of the conformer of lowest energy, solvent ALPB water)",
        "attach (electrons one more, method GFN2-xTB, of the conformer of lowest energy, solvent ALPB water)",
        "detach (electrons one less, method GFN2-xTB, of the conformer of lowest energy, solvent ALPB water)",
      ])
    #expect(
      described(settings).summary
        == "GFN2-xTB, GFN-FF preoptimisation, tight optimisation, 2 conformers, ALPB water, ionise, vibrate, attach, detach"
    )
  }

  @Test func whatAValueDoesNotDependOnIsLeftOut() {
    #expect(described(XTBSettings(executable: "/opt/xtb", timeLimitSeconds: 1)) == described(XTBSettings()))
    var differing: Set<CalculationProtocol> = []
    for method in XTBSettings.Method.allCases { differing.insert(described(XTBSettings(method: method))) }
    for model in XTBSolvation.allCases { differing.insert(described(XTBSettings(solvent: .water, solvation: model))) }
    differing.insert(described(XTBSettings(propertyRuns: [.attach, .detach])))
    #expect(differing.count == 6)
  }
}
