import Foundation
import MolecularDesign
import Numerics
import Testing

@Suite struct LanguageModelTests {
  private func ordinaryModel(order: Int = 10) throws -> LanguageModel {
    try LanguageModel(
      trainingSMILES: ordinarySMILES, settings: LanguageModelSettings(order: order), stream: RandomStream(seed: 3))
  }

  @Test(arguments: [1, 4, 10]) func probabilitiesSumToOneInEveryContext(order: Int) throws {
    let model = try ordinaryModel(order: order)
    var stream = RandomStream(seed: 4)
    for _ in 0..<50 {
      let tokens = try #require(model.sample(stream: &stream)).tokens
      for length in 0..<tokens.count {
        let probabilities = try #require(model.nextTokenProbabilities(after: Array(tokens[..<length])))
        #expect(abs(probabilities.reduce(0, +) - 1) < 1e-12)
      }
    }
  }

  @Test func everyAllowedTokenHasAProbabilityAndNoOther() throws {
    let model = try ordinaryModel()
    // More open rings, and other contexts, than the training saw.
    let texts = ["C&&&C&C", "C(F)(F)(Cl)", "[nH]&cc(C)n", "C(=O)(S)", "NNNNNNNNNNNN"]
    for text in texts {
      var state = WritingState()
      var tokens: [Token] = []
      var rest = Substring(text)
      while !rest.isEmpty {
        let next = try #require(
          model.vocabulary.tokens.filter { rest.hasPrefix($0.description) }
            .max { $0.description.count < $1.description.count })
        rest = rest.dropFirst(next.description.count)
        tokens.append(next)
        state.write(TokenID(try #require(model.vocabulary.tokens.firstIndex(of: next))), of: model.vocabulary)
      }
      let probabilities = try #require(model.nextTokenProbabilities(after: tokens))
      for (token, probability) in probabilities.enumerated() {
        #expect((probability > 0) == state.allows(TokenID(token), of: model.vocabulary))
      }
    }
  }

  @Test func aStringsProbabilityIsTheProductOfItsTokens() throws {
    let model = try ordinaryModel()
    let string = try string("Cc1ccccc1O")
    var sum = 0.0
    for (length, token) in string.tokens.enumerated() {
      let probabilities = try #require(model.nextTokenProbabilities(after: Array(string.tokens[..<length])))
      sum += log(probabilities[try #require(model.vocabulary.tokens.firstIndex(of: token))])
    }
    #expect(abs(model.logProbability(of: string) - sum) < 1e-9)
  }

  @Test func stringsOutsideTheLanguageHaveNoProbability() throws {
    let model = try ordinaryModel()
    #expect(model.logProbability(of: try string("CCI")) == -.infinity)
    #expect(model.logProbability(of: try string("CC(C)")) == -.infinity)
    #expect(model.nextTokenProbabilities(after: [.end]) == nil)
  }

  @Test func samplesHaveTheFrequenciesStated() throws {
    let model = try smallModel()
    var stream = RandomStream(seed: 5)
    let count = 40_000
    var frequencies: [ExtendedSMILES: Int] = [:]
    for _ in 0..<count { frequencies[try #require(model.sample(stream: &stream)), default: 0] += 1 }
    for (string, frequency) in frequencies where frequency > 100 {
      let probability = exp(model.logProbability(of: string))
      let error = (probability * (1 - probability) / Double(count)).squareRoot()
      #expect(abs(Double(frequency) / Double(count) - probability) < 5 * error, "\(string)")
    }
  }

  @Test func stringsEndSoonAfterTheSoftLength() throws {
    let model = try LanguageModel(
      trainingSMILES: ordinarySMILES, settings: LanguageModelSettings(order: 2, softLength: 10),
      stream: RandomStream(seed: 3))
    var stream = RandomStream(seed: 6)
    for _ in 0..<500 { #expect(try #require(model.sample(stream: &stream)).tokens.count < 60) }
  }

  @Test func trainingIsTheSameAgainAndLearns() throws {
    let (a, b) = (try ordinaryModel(), try ordinaryModel())
    let text = try string("Cc1ccccc1O")
    #expect(a.logProbability(of: text) == b.logProbability(of: text))
    let strings = try ordinarySMILES.map(string)
    #expect(a.perplexity(of: strings).perToken < Double(a.vocabulary.count) / 5)
    #expect(a.perplexity(of: strings + [try string("CCI")]).outside == a.perplexity(of: strings).outside + 1)
    #expect(a.countsStored > 500)
  }

  @Test func whatCannotBeLearntIsKeptWithItsReason() throws {
    let model = try LanguageModel(
      trainingSMILES: ["CC", "C.C"], settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    #expect(model.refused.count == 1)
    #expect(model.refused.first?.description.contains("several components") == true)
    #expect(throws: DesignError.nothingToLearnFrom) {
      try LanguageModel(training: [], settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    }
  }
}
