import Chemistry
import GaussianProcess
import Prediction
import Testing

struct FeatureTableTests {
  private let molecules: [Molecule]

  init() throws { molecules = try ["CCO", "c1ccccc1", "CC(=O)N"].map { try Molecule(smiles: $0) } }

  /// What a model sees of several representations is what each computes, in the order asked for.
  @Test func inputsAreTheRepresentationsInTheirOrder() throws {
    let table = try FeatureTable(molecules, [[.maccs], [.fragmentCounts, .maccs]])
    for (index, molecule) in molecules.enumerated() {
      let (maccs, fragments) = (
        try Representation.maccs.features(of: molecule), try Representation.fragmentCounts.features(of: molecule)
      )
      #expect(table.input(index, [.maccs]) == MolecularInput(features: [maccs]))
      #expect(table.input(index, [.fragmentCounts, .maccs]) == MolecularInput(features: [fragments, maccs]))
      #expect(table.input(index, [.maccs, .fragmentCounts]) == MolecularInput(features: [maccs, fragments]))
    }
    #expect(table.note == nil && table.molecules == molecules)
  }

  @Test func whatWasNotComputedIsNotSeen() throws {
    let table = try FeatureTable(molecules, [[.maccs]])
    #expect(table.input(0, [.maccs, .fragmentCounts]) == nil)
  }
}
