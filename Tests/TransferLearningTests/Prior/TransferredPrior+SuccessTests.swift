import Chemistry
import GaussianProcess
import Glibc
import Testing
import TransferLearning

@Suite("What success may depend on")
struct TransferredPriorSuccessTests {
  private let molecules: [Molecule]
  private let prior: TransferredPrior
  /// How many explanations of the standard model are no single causes.
  private let joint = 5

  init() throws {
    molecules = try ["CCO", "CCS", "c1ccccc1", "c1ccsc1", "CCN", "CS(C)=O", "CCCCCC", "OCC(O)CO"].map {
      try Molecule(smiles: $0)
    }
    prior = TransferredPrior(
      model: .standard, reference: try molecules.inputs(MolecularModel.standard.representations))
  }

  private func explanations(
    _ outcomes: [Bool], prior: TransferredPrior? = nil
  ) throws -> [ProcessClassifier<MolecularInput>.Explanation] {
    let prior = prior ?? self.prior
    return prior.explanations(of: outcomes, at: try prior.features(of: molecules))
  }

  @Test func theFirstOnesAreTheStructuralKernelAndItsParts() throws {
    let inputs = try prior.features(of: molecules)
    let own = try explanations(molecules.map { !$0.smiles.contains("S") })
    let structural = MolecularModel.standard.kernel(
      scalings: MolecularModel.standard.scalings(of: inputs), of: MolecularModel.standard.representations,
      hasConstant: false)
    #expect(own[0].kernel.covariance(inputs[0], inputs[1]) == structural.covariance(inputs[0], inputs[1]))
    let names = ["all features"] + MolecularModel.standard.terms.map(\.description) + ["linear(physical-descriptors)"]
    #expect(names.count == joint && own.prefix(joint).map(\.name) == names)
    #expect(own.prefix(joint).map(\.isLinear) == names.map { $0.hasPrefix("linear") })
    #expect(own.prefix(joint).allSatisfy { $0.logWeight == 0 })
    #expect(own.count > joint && own.count <= joint + TransferredPrior.causesToWeigh)
  }

  @Test func theCauseThatDecidesComesFirst() throws {
    let inputs = try prior.features(of: molecules)
    let first = try #require(try explanations(molecules.map { !$0.formula.contains("S") }).dropFirst(joint).first)
    #expect(first.name == "element S" && first.isLinear)
    for (molecule, input) in zip(molecules, inputs) {
      #expect(
        first.kernel.covariance(input, inputs[1]) == (molecule.formula.contains("S") ? 1 : 0), "\(molecule.smiles)")
    }
  }

  @Test func ofCausesThatSayTheSameOneIsWeighed() throws {
    let names = try explanations(molecules.map { $0.heavyAtomCount < 5 }).dropFirst(joint).map(\.name)
    #expect(
      Set(names).intersection(["MolWt", "ExactMolWt", "HeavyAtomMolWt", "HeavyAtomCount"]).count <= 1, "\(names)")
    #expect(names.count == Set(names).count)
  }

  @Test func allCausesTogetherWeighAsMuchAsAnotherExplanation() throws {
    // Without real numbers there are the elements that some have and some have not: N, O and S.
    let prior = TransferredPrior(
      choice: try ModelChoice(named: ["minmax(morgan-counts-r3-2048)"]),
      reference: try molecules.inputs([.morganCounts]))
    let own = try explanations([true, false, true, true, false, true, true, true], prior: prior)
    #expect(own[0].name == "minmax(morgan-counts-r3-2048)")
    #expect(Set(own.dropFirst().map(\.name)) == ["element N", "element O", "element S"])
    #expect(own.map(\.logWeight) == [0] + Array(repeating: -log(3), count: 3))
  }

  @Test func whereAllSucceedThereIsNoCause() throws {
    #expect(try explanations(molecules.map { _ in true }).count == joint)
  }

  @Test func ofInputsWithoutElementsNoElementIsACause() throws {
    let inputs = try molecules.inputs(prior.representations).map { MolecularInput(features: $0.features) }
    let names = prior.explanations(of: molecules.map { !$0.formula.contains("S") }, at: inputs).map(\.name)
    #expect(names.count > joint && !names.contains { $0.hasPrefix("element") })
  }

  @Test func ofCompositionsElementsAndStatisticsAreCauses() throws {
    let materials = try ["Fe2O3", "NaCl", "FeS", "MgO", "Fe3O4", "KBr", "CaO", "FeCl2"].map {
      try Molecule(formula: $0)
    }
    let choice = try ModelChoice.automatic.ofCompositions()
    let prior = TransferredPrior(choice: choice, reference: try materials.inputs(choice.representations))
    let own = prior.explanations(
      of: materials.map { !$0.elements.contains("Fe") }, at: try prior.features(of: materials))
    #expect(own.contains { $0.name == "element Fe" })
  }
}
