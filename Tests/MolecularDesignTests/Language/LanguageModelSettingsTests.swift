import Foundation
import MolecularDesign
import Testing

@Suite struct LanguageModelSettingsTests {
  @Test(arguments: [
    LanguageModelSettings(order: 0), LanguageModelSettings(order: 101), LanguageModelSettings(rootsPerMolecule: 0),
    LanguageModelSettings(softLength: 0),
  ]) func valuesOutOfRangeAreNamed(settings: LanguageModelSettings) {
    let error = #expect(throws: DesignError.self) { try settings.validate() }
    #expect(error?.description.contains("but must be") == true)
  }

  @Test func theDefaultsAreValidAndRoundTrip() throws {
    let settings = LanguageModelSettings()
    try settings.validate()
    #expect(try JSONDecoder().decode(LanguageModelSettings.self, from: JSONEncoder().encode(settings)) == settings)
  }
}
