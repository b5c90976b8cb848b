import MolecularDesign
import Numerics
import Testing

@Suite struct ContextTreeTests {
  private func model(_ smiles: [String], order: Int) throws -> LanguageModel {
    try LanguageModel(
      trainingSMILES: smiles, settings: LanguageModelSettings(order: order, rootsPerMolecule: 20),
      stream: RandomStream(seed: 1))
  }

  private func probability(_ token: String, after text: String, in model: LanguageModel) throws -> Double {
    let tokens = try string(text).tokens.dropLast()
    let probabilities = try #require(model.nextTokenProbabilities(after: Array(tokens)))
    return probabilities[try #require(model.vocabulary.tokens.firstIndex { $0.description == token })]
  }

  @Test func aLongContextTellsWhatAShortOneCannot() throws {
    let smiles = ["FCCCF", "ClCCCCl"]
    let (short, long) = (try model(smiles, order: 1), try model(smiles, order: 6))
    #expect(try probability("F", after: "FCCC", in: short) < 1.5 * probability("Cl", after: "FCCC", in: short))
    #expect(try probability("F", after: "FCCC", in: long) > 5 * probability("Cl", after: "FCCC", in: long))
  }

  @Test func aContextNeverSeenGoesByItsLastTokens() throws {
    let model = try model(["NCCS", "OCC"], order: 4)
    #expect(try probability("C", after: "SSN", in: model) > 3 * probability("O", after: "SSN", in: model))
  }

  @Test func aStateNeverSeenStillHasContexts() throws {
    // No two rings were ever open in training.
    let model = try model(["C1CCCCO1", "NCCO"], order: 4)
    let inside = try #require(
      model.nextTokenProbabilities(
        after: [.atom(.implicit, symbol: "C"), .ringOpening, .ringOpening, .atom(.implicit, symbol: "N")]))
    let carbon = try #require(model.vocabulary.tokens.firstIndex { $0.description == "C" })
    let nitrogen = try #require(model.vocabulary.tokens.firstIndex { $0.description == "N" })
    #expect(inside[carbon] > 2 * inside[nitrogen])
    #expect(inside[nitrogen] > 0)
  }
}
