import Chemistry
import GaussianProcess
import Testing

struct DistinctInputsTests {
  private func input(_ counts: [UInt32], _ reals: [Double]) -> MolecularInput {
    MolecularInput(features: [.counts(CountFingerprint(counts: counts)), .reals(reals)])
  }

  @Test func equalCountsAndRealsUpToRoundingAreOneInput() {
    var inputs = DistinctInputs()
    let isNew = [
      input([1, 0, 2], [1, 1000]), input([1, 0, 2], [1 + 1e-12, 1000 - 1e-7]), input([1, 0, 2], [1 + 1e-6, 1000]),
      input([1, 0, 3], [1, 1000]), input([1, 0, 2], []),
    ].map { inputs.insert($0) }
    #expect(isNew == [true, false, true, true, true])
  }

  /// Of positional isomers whose groups are far apart the environments of radius 3 are the same, and their atom pairs are not.
  @Test func whatEveryRepresentationSeesAlikeIsOneAndNothingElse() throws {
    let molecules = try ["OCCCCCCCCC(F)CCCCCCCCCCN", "OCCCCCCCCCC(F)CCCCCCCCCN"].map { try Molecule(smiles: $0) }
    func areTold(apart model: MolecularModel) throws -> Bool {
      let inputs = try molecules.inputs(model.representations)
      var distinct = DistinctInputs()
      return inputs.allSatisfy { distinct.insert($0) }
    }
    #expect(try !areTold(apart: .fingerprints))
    #expect(try areTold(apart: MolecularModel(named: ["minmax(atom-pairs-2048)"])))
    // E and Z differ in nothing that is not stereochemistry.
    let stereo = try ["C/C=C/C", "C/C=C\\C"].map { try Molecule(smiles: $0) }
    var distinct = DistinctInputs()
    let standard = try stereo.inputs(MolecularModel.standard.representations)
    #expect(standard.map { distinct.insert($0) } == [true, false])
  }
}
