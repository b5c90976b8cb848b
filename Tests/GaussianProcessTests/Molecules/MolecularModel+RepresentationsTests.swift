import Chemistry
import GaussianProcess
import Testing

@Suite struct MolecularModelRepresentationsTests {
  @Test func countsAreComparedByMinMaxAndRealNumbersByDistance() throws {
    let exact = try Representation(named: "morgan-exact-r3")
    let model = MolecularModel(on: [.physicalDescriptors, .maccs, exact])
    #expect(model.terms.map(\.comparison) == [.radial(.matern52), .minMax, .minMax])
    #expect(model.representations == [.physicalDescriptors, .maccs, exact])
  }

  @Test func onItsOwnRepresentationsTheStandardIsMadeAgain() {
    #expect(MolecularModel(on: MolecularModel.standard.representations) == .standard)
  }
}
