import CohobateTesting
import MolecularDesign
import Numerics
import Testing

@Suite struct SuffixRegrowthTests {
  @Test(arguments: [1, 3, 20]) func itConforms(longestDeletion: Int) throws {
    let model = try smallModel()
    let strings = enumeratedStrings(of: model, atomsAtMost: 2)
    var stream = RandomStream(seed: 7)
    #expect(
      proposalViolations(
        of: SuffixRegrowth(longestDeletion: longestDeletion), model: model, from: strings, draws: 30_000,
        stream: &stream) == [])
  }

  @Test func aStringTooLongToBeDeletedAgainHasNoWayBack() throws {
    let model = try smallModel()
    let start = try #require(model.vocabulary.encode(string("CCO")).flatMap { model.scored($0) })
    var stream = RandomStream(seed: 8)
    var irreversible = 0
    for _ in 0..<2000 {
      let proposed = try #require(
        SuffixRegrowth(longestDeletion: 2).propose(from: start, model: model, stream: &stream))
      #expect(proposed.forwardLogProbability > -.infinity)
      if proposed.string.tokens.count > 5, proposed.string.tokens[2] != start.tokens[2] {
        irreversible += 1
        #expect(proposed.backwardLogProbability == -.infinity)
      }
    }
    #expect(irreversible > 10)
  }
}
