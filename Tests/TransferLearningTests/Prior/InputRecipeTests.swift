import Chemistry
import GaussianProcess
import Testing
import TransferLearning

@Suite("How a molecule becomes an input")
struct InputRecipeTests {
  private let chains: SharedChains
  private let recipe: InputRecipe

  init() throws {
    chains = try SharedChains(epochs: 10)
    recipe = InputRecipe(choice: .named(.standard), sources: try chains.sources())
  }

  @Test func representationsAloneGiveFeaturesAlone() throws {
    let recipe = InputRecipe(SharedChains.representations)
    #expect(try recipe.inputs(of: chains.molecules) == chains.inputs)
  }

  @Test func theLayersOfASharedNetworkFollowTheFeatures() throws {
    let count = recipe.representations.count
    for molecule in chains.molecules {
      let input = try recipe.input(of: molecule)
      // Two heads share one network, which is asked once.
      #expect(input.features.count == count + 2)
      let own = try [molecule].inputs(SharedChains.representations)
      let expected = try chains.sources().map { try $0.predictions(own, noise: 0)[0].mean }
      #expect(input.reals(count) == expected)
      #expect(input.reals(count + 1).count == 8)
    }
  }

  @Test func anInputDoesNotDependOnTheOtherMolecules() throws {
    let together = try recipe.inputs(of: chains.molecules)
    #expect(try together == chains.molecules.map { try recipe.input(of: $0) })
    #expect(try recipe.inputs(of: chains.molecules.reversed()) == together.reversed())
  }

  @Test func aPriorLearnsTheSameFromInputsWithoutTheLayers() throws {
    let prior = TransferredPrior(
      model: .standard, sources: try chains.sources(), reference: try chains.molecules.inputs(recipe.representations))
    let values = chains.molecules.map(Chains.hidden)
    let means = try [prior.features(of: chains.molecules), chains.molecules.inputs(prior.representations)].map {
      inputs in
      try prior.fit(Array(inputs.prefix(12)), values: Array(values.prefix(12))).predict(inputs).map(\.mean)
    }
    #expect(zip(means[0], means[1]).allSatisfy { abs($0 - $1) < 1e-3 })
  }
}
