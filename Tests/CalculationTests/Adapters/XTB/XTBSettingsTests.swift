import Calculation
import Foundation
import Testing

@Suite struct XTBSettingsTests {
  @Test func everySettingSurvivesItsEncoding() throws {
    let settings = XTBSettings(
      executable: "/opt/xtb", method: .gfn1, preoptimisation: .gfnff, optimisation: .tight, solvent: .water,
      solvation: .gbsa, conformers: 2, propertyRuns: [.ionise, .attach, .detach], timeLimitSeconds: 7)
    #expect(try JSONDecoder().decode(XTBSettings.self, from: JSONEncoder().encode(settings)) == settings)
  }

  @Test func propertiesDependOnTheMethod() {
    #expect(XTBSettings().properties.map(\.name) == ["gap", "homo", "lumo", "dipole", "polarizability", "energy"])
    #expect(XTBSettings(method: .gfn1).properties.map(\.name) == ["gap", "homo", "lumo", "dipole", "energy"])
    #expect(XTBSettings(method: .gfnff).properties.map(\.name) == ["energy"])
  }
}
