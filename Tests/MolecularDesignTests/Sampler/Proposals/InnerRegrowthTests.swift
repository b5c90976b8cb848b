import CohobateTesting
import MolecularDesign
import Numerics
import Testing

@Suite struct InnerRegrowthTests {
  @Test(arguments: [(1, 0), (2, 1), (10, 2)]) func itConforms(longestDeletion: Int, greatestChange: Int) throws {
    let model = try smallModel()
    let strings = enumeratedStrings(of: model, atomsAtMost: 2)
    var stream = RandomStream(seed: 7)
    #expect(
      proposalViolations(
        of: InnerRegrowth(longestDeletion: longestDeletion, greatestChange: greatestChange), model: model,
        from: strings, draws: 30_000, stream: &stream) == [])
  }

  @Test func theBeginningAndTheEndStay() throws {
    let model = try smallModel()
    let start = try #require(model.vocabulary.encode(string("CCOCC=O")).flatMap { model.scored($0) })
    var stream = RandomStream(seed: 8)
    var changed = 0
    for _ in 0..<2000 {
      guard
        let proposed = InnerRegrowth(longestDeletion: 1, greatestChange: 1).propose(
          from: start, model: model, stream: &stream)
      else { continue }
      let tokens = proposed.string.tokens
      var shared = 0
      while shared < min(tokens.count, start.tokens.count), tokens[shared] == start.tokens[shared] { shared += 1 }
      var end = 0
      while end < min(tokens.count, start.tokens.count),
        tokens[tokens.count - 1 - end] == start.tokens[start.tokens.count - 1 - end]
      { end += 1 }
      #expect(shared + end >= start.tokens.count - 1)
      if tokens != start.tokens { changed += 1 }
    }
    #expect(changed > 100)
  }
}
