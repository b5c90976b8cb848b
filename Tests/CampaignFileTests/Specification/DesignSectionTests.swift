import CampaignFile
import MolecularDesign
import Testing

/// The keys of the section `design` that say how the designer works.
@Suite struct DesignSectionTests {
  private func specification(_ design: String) throws -> Specification {
    try Specification(
      file: "a.yaml",
      text: """
        name: a
        seed: 1
        objectives:
        - property: gap
          window: [1, 2]
        calculator:
          program: xtb
        budget:
          calculations: 10
        design: {\(design)}
        """)
  }

  @Test func theModeIsAWordOfTwo() throws {
    #expect(try specification("mode: search").design.mode == .search)
    #expect(try specification("mode: sample, widen: 2").design == DesignSettings(mode: .sample, widenings: 2))
    let error = #expect(throws: SpecificationError.self) { try specification("mode: serch") }
    #expect(error?.description.contains("Did you mean 'search'?") == true)
  }

  @Test func windowsAreNotWidenedBelowZeroTimes() {
    #expect(throws: SpecificationError.self) { try specification("widen: -1") }
  }
}
