import Calculation
import CampaignTesting
import Chemistry
import GaussianProcess
import Prediction
import Stores
import Testing
import TransferLearning

@Suite("The probability that a calculation succeeds")
struct SuccessModelTests {
  /// The chains in their order; those with sulphur have the failure, or those of which something else is true.
  private func history(
    _ failureClass: FailureClass, failures: Int = .max, comparable: Bool = true,
    of chains: some Sequence<String> = SmallCampaign.chains.prefix(60),
    where isOne: (String) -> Bool = { $0.contains("S") }
  ) throws -> History {
    var left = failures
    return History(
      try chains.map { smiles in
        let fails = isOne(smiles) && left > 0
        if fails { left -= 1 }
        return try History.Entry(
          molecule: Molecule(smiles: smiles), values: fails ? [:] : ["gap": 1], succeeded: !fails,
          failureClass: fails ? failureClass : nil, isComparable: !fails || comparable)
      })
  }

  private func model(_ history: History, choice: ModelChoice = .named(.standard)) throws -> SuccessModel {
    let prior = TransferredPrior(
      choice: choice,
      reference: try SmallCampaign.chains.map { try Molecule(smiles: $0) }.inputs(choice.representations))
    return try SuccessModel(history: history, prior: prior, features: FeatureStore(prior.recipe))
  }

  private func features(
    _ smiles: [String], choice: ModelChoice = .named(.standard)
  ) throws -> [MolecularInput] {
    try InputRecipe(choice: choice, sources: []).inputs(of: try smiles.map { try Molecule(smiles: $0) })
  }

  @Test("Molecules like those that failed are less likely to succeed")
  func learnt() throws {
    let model = try model(history(.convergence))
    #expect(model.failureCount >= SuccessModel.fewestFailures)
    // Somewhat longer than the chains that were calculated.
    let features = try features(["SCCCCS", "OCCCCO"])
    let probabilities = model.probabilities(features)
    #expect(probabilities[0] < probabilities[1] - 0.2, "\(probabilities)")
    let logProbabilities = try #require(model.logProbabilities(features))
    #expect(logProbabilities.allSatisfy { $0 < 0 })
    let record = model.record(iteration: 3)
    #expect(record.iteration == 3 && record.failureCount == model.failureCount && record.outputScale != nil)
  }

  @Test("A molecule that shares nothing with those that were calculated has the base rate")
  func baseRate() throws {
    let choice = try ModelChoice(named: ["minmax(morgan-counts-r3-2048)"])
    let model = try model(history(.convergence) { $0.contains("SC") || $0.contains("OC") }, choice: choice)
    let xenon = try features(["[Xe]"], choice: choice)
    let kernel = try #require(model.classifier).kernel
    let chains = try features(SmallCampaign.chains, choice: choice)
    #expect(chains.allSatisfy { kernel.covariance($0, xenon[0]) == 0 })
    #expect(model.classifier?.explanation == "minmax(morgan-counts-r3-2048)")
    #expect(abs(model.probabilities(xenon)[0] - model.baseRate) < 1e-9)
    #expect(model.baseRate > 0.5 && model.baseRate < 0.95, "\(model.baseRate)")
  }

  @Test("Where several models are weighed the classifier has a kernel of the standard one")
  func automatic() throws {
    func probabilities(_ choice: ModelChoice) throws -> [Double] {
      try model(history(.convergence) { $0.contains("SC") || $0.contains("OC") }, choice: choice).probabilities(
        features(["SCCCCCCCS", "OCCCCCCCO"], choice: choice))
    }
    let standard = try probabilities(.named(.standard))
    #expect(zip(try probabilities(.automatic), standard).allSatisfy { abs($0 - $1) < 1e-9 })
    let other = try probabilities(ModelChoice(named: ["minmax(maccs)"]))
    #expect(zip(other, standard).contains { abs($0 - $1) > 1e-6 })
  }

  @Test("Where size alone decides, larger molecules of other elements are known to fail")
  func oneThingAlone() throws {
    func history(from least: Int) throws -> History {
      History(
        try SmallCampaign.chains.prefix(60).map { smiles in
          let molecule = try Molecule(smiles: smiles)
          let fails = molecule.heavyAtomCount >= least
          return History.Entry(
            molecule: molecule, values: fails ? [:] : ["gap": 1], succeeded: !fails,
            failureClass: fails ? .convergence : nil, isComparable: true)
        })
    }
    let sizes = try SmallCampaign.chains.prefix(60).map { try Molecule(smiles: $0).heavyAtomCount }.sorted()
    let model = try model(history(from: sizes[36]))
    let probabilities = model.probabilities(try features(["C", "CF", "FCCCCCCCCCCCCF", "ClCCCCCCCCCCCCBr"]))
    #expect(
      probabilities[0...1].allSatisfy { $0 > 0.8 } && probabilities[2...3].allSatisfy { $0 < 0.2 }, "\(probabilities)")
  }

  @Test("An element that always fails is known after a few failures, in molecules that share nothing else")
  func anElement() throws {
    let chains = SmallCampaign.chains
    let model = try model(
      history(
        .convergence, of: chains.filter { !$0.contains("S") }.prefix(40) + chains.filter { $0.contains("S") }.prefix(6))
    )
    #expect(model.failureCount == 6 && model.record(iteration: 1).explanation == "element S")
    let (with, without) = (["c1ccsc1", "CS(C)(=O)=O", "O=C(S)C1CC1"], ["c1ccoc1", "CC(C)=O", "O=C(O)C1CC1"])
    #expect(model.probabilities(try features(with)).allSatisfy { $0 < 0.35 })
    #expect(model.probabilities(try features(without)).allSatisfy { $0 > 0.85 })
  }

  @Test("Where an element is the cause, the base rate is that of molecules without it")
  func baseRateWithoutTheCause() throws {
    let model = try model(history(.convergence))
    #expect(model.classifier?.explanation == "element S")
    #expect(abs(model.probabilities(try features(["[Xe]"]))[0] - model.baseRate) < 1e-9)
    #expect(model.baseRate > 0.95 && model.baseRate <= 0.9991, "\(model.baseRate)")
  }

  @Test("Fewer than three failures say nothing: all molecules have the smoothed share", arguments: 0...2)
  func tooFew(failures: Int) throws {
    let model = try model(history(.input, failures: failures))
    let features = try features(["SCCS", "CCO"])
    #expect(model.classifier == nil && model.logProbabilities(features) == nil)
    let share = Double(60 - failures + 1) / 62
    #expect(model.probabilities(features) == [share, share])
    #expect(
      model.record(iteration: 1)
        == SuccessRecord(iteration: 1, successCount: 60 - failures, failureCount: failures, baseRate: share))
  }

  @Test(
    "A failure that is not the molecule's says nothing of other molecules",
    arguments: FailureClass.allCases.filter { !$0.belongsToMolecule })
  func notTheMolecules(failureClass: FailureClass) throws {
    let model = try model(history(failureClass))
    #expect(model.failureCount == 0 && model.classifier == nil)
  }

  @Test("What was calculated in another way, or was withdrawn, says nothing")
  func notComparable() throws {
    #expect(try model(history(.input, comparable: false)).failureCount == 0)
    let withdrawn = try History.Entry(
      molecule: Molecule(smiles: "C"), values: [:], succeeded: false, isWithdrawn: true)
    #expect(withdrawn.isCalculable == nil)
    #expect(try model(History([withdrawn])).probabilities(features(["C"])) == [0.5])
  }
}
