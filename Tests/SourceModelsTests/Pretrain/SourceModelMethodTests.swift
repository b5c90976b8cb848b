import CampaignTesting
import Chemistry
import GaussianProcess
import SourceModels
import Testing
import TransferLearning

struct SourceModelMethodTests {
  /// Methods that differ from each other in one thing each.
  private static let different: [SourceModelMethod] = {
    var fewer = SparseSettings.ofSources
    fewer.inducingInputs = 20
    var seeded = SparseSettings.ofSources
    seeded.seed = 2
    var independent = SparseSettings.ofSources
    independent.conditional = .fullyIndependent
    let model = MolecularModel(on: [.maccs])
    let network = NetworkSettings(hiddenLayers: [4])
    return [
      .process(model), .process(MolecularModel(on: [.fragmentCounts])),
      .process(MolecularModel(on: [.maccs, .fragmentCounts])), .process(MolecularModel(on: [.fragmentCounts, .maccs])),
      .sparseProcess(model, .ofSources), .sparseProcess(model, fewer), .sparseProcess(model, seeded),
      .sparseProcess(model, independent), .sparseProcess(MolecularModel(on: [.fragmentCounts]), .ofSources),
      .network([.maccs], network, folds: 5, seed: 1), .network([.maccs], network, folds: 4, seed: 1),
      .network([.maccs], network, folds: 5, seed: 2),
      .network([.maccs], NetworkSettings(hiddenLayers: [5]), folds: 5, seed: 1),
    ]
  }()

  /// The settings are what a library knows a training by: each thing that it depends on changes them.
  @Test func settingsTellMethodsApart() {
    let settings = Self.different.map(\.settings)
    #expect(Set(settings).count == settings.count)
    #expect(settings.allSatisfy { !$0.isEmpty })
  }

  /// Equal methods have equal settings; what a network sees is filed beside them and not among them.
  @Test func nothingElseChangesThem() {
    var same = SparseSettings.ofSources
    same.inducingInputs += 1
    same.inducingInputs -= 1
    let model = MolecularModel(on: [.maccs])
    #expect(
      SourceModelMethod.sparseProcess(model, same).settings
        == SourceModelMethod.sparseProcess(model, .ofSources).settings)
    let network = NetworkSettings(hiddenLayers: [4])
    #expect(
      SourceModelMethod.network([.maccs], network, folds: 5, seed: 1).settings
        == SourceModelMethod.network([.fragmentCounts], network, folds: 5, seed: 1).settings)
  }

  /// A library of before sparse processes had inducing molecules must not count as trained, and its exact ones must.
  @Test func settingsAreNotThoseOfSubsets() {
    let model = MolecularModel(on: [.maccs])
    let exact = SourceModelMethod.process(model).settings
    #expect(exact.hasPrefix(#"{"fitting":2,"model":"#) && !exact.contains("sparse"))
    #expect(!Self.different.contains { $0.settings.contains("conditionedOn") })
  }

  @Test(arguments: different)
  func whatIsTrainedIsOfItsKind(method: SourceModelMethod) throws {
    let molecules = try AlkaneTable.molecules.map { try Molecule(smiles: $0) }
    let features = try molecules.inputs(method.representations)
    let trained = try method.train(
      molecules, features: features, values: molecules.map { Double($0.heavyAtomCount) }, name: "test")
    #expect(trained.errors.count == molecules.count)
    switch (method.kind, trained.payload) {
    case (.gaussianProcess, .process), (.sparseGaussianProcess, .sparseProcess), (.neuralNetwork, .network): break
    default: Issue.record("\(method.kind) gave another kind of model.")
    }
  }
}
