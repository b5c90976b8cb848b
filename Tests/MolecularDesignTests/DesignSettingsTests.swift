import Foundation
import MolecularDesign
import Testing

@Suite struct DesignSettingsTests {
  @Test(arguments: [
    DesignSettings(particles: 1), DesignSettings(steps: 0), DesignSettings(sweeps: 0),
    DesignSettings(longestDeletion: 0), DesignSettings(rerootingProbability: 1.1),
    DesignSettings(innerRegrowthProbability: -0.1), DesignSettings(seedShare: -0.1),
    DesignSettings(effectiveShareKept: 1), DesignSettings(resamplingShare: .nan), DesignSettings(rejectionsKept: -1),
    DesignSettings(drawsPerMolecule: 0), DesignSettings(search: SearchSettings(archiveShare: 1.1)),
  ]) func valuesOutOfRangeAreNamed(settings: DesignSettings) {
    let error = #expect(throws: DesignError.self) { try settings.validate() }
    #expect(error?.description.contains("but must be") == true)
  }

  @Test func theDefaultsAreValidAndRoundTrip() throws {
    let settings = DesignSettings()
    try settings.validate()
    #expect(try JSONDecoder().decode(DesignSettings.self, from: JSONEncoder().encode(settings)) == settings)
  }
}
