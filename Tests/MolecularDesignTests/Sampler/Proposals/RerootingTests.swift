import CohobateTesting
import MolecularDesign
import Numerics
import Testing

@Suite struct RerootingTests {
  @Test func itConforms() throws {
    let model = try smallModel()
    let strings = enumeratedStrings(of: model, atomsAtMost: 4).enumerated().filter { $0.offset % 60 == 0 }.map(
      \.element)
    var stream = RandomStream(seed: 9)
    #expect(proposalViolations(of: Rerooting(), model: model, from: strings, draws: 4000, stream: &stream) == [])
  }

  @Test func itReachesEveryAtom() throws {
    let model = try smallModel()
    let start = try #require(model.vocabulary.encode(string("CC(C)=O")).flatMap { model.scored($0) })
    var stream = RandomStream(seed: 10)
    var written = Set<String>()
    for _ in 0..<500 {
      guard let proposed = Rerooting().propose(from: start, model: model, stream: &stream) else { continue }
      written.insert(model.vocabulary.decode(proposed.string.tokens).description)
    }
    #expect(written.contains("O=C(C)C!"))
    #expect(written.contains("C(C)(C)=O!"))
  }
}
