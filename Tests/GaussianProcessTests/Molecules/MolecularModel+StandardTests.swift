import Chemistry
import GaussianProcess
import Testing

@Suite struct MolecularModelStandardTests {
  @Test func theStandardSeesAtomsGroupsAndTheWhole() {
    #expect(
      MolecularModel.standard.representations == [.morganCounts, .fragmentCounts, .physicalDescriptors])
    #expect(MolecularModel.standard.terms.map(\.comparison) == [.minMax, .minMax, .radial(.matern52)])
  }

  @Test func countsAreComparedByMinMaxAndRealNumbersByDistance() {
    let model = MolecularModel(on: [.physicalDescriptors, .maccs])
    #expect(model.terms.map(\.comparison) == [.radial(.matern52), .minMax])
  }
}
