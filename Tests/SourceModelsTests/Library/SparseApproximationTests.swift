import CampaignTesting
import Chemistry
import Foundation
import GaussianProcess
import SourceModels
import Testing
import TransferLearning

struct SparseApproximationTests {
  /// What was measured is said of a sparse process, with the unit, and of no other model.
  @Test func isThatOfASparseProcess() throws {
    let model = MolecularModel(on: [.maccs])
    let molecules = try AlkaneTable.molecules.map { try Molecule(smiles: $0) }
    let features = try molecules.inputs(model.representations)
    let values = molecules.map { Double($0.heavyAtomCount) }
    var settings = SparseSettings.ofSources
    settings.inducingInputs = 5
    let sparse = try SparseSourceProcess.train(
      molecules, features: features, values: values, model: model, settings: settings
    ).process
    let approximation = try #require(SparseApproximation(.sparseProcess(sparse)))
    #expect(approximation.inducingMolecules == sparse.molecules.count)
    #expect(approximation.measured == sparse.approximation)
    let text = approximation.text(unit: "eV", of: "molecule")
    #expect(text.hasPrefix("\(sparse.molecules.count) inducing molecules") && text.contains(" eV ("))
    #expect(!approximation.text(unit: "", of: "molecule").contains("eV"))
    let json = String(decoding: try JSONEncoder().encode(approximation), as: UTF8.self)
    #expect(json.contains("\"meanDifference\"") && json.contains("\"inducingMolecules\""))
    let exact = try SourceProcess.train(molecules, features: features, values: values, model: model).process
    #expect(SparseApproximation(.process(exact)) == nil)
  }
}
