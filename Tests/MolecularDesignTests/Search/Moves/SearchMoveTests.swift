import Chemistry
import CohobateTesting
import MolecularDesign
import Numerics
import Testing

/// Every move, held to what ``SearchMove`` promises.
@Suite struct SearchMoveTests {
  @Test(arguments: SearchMoves.all.map(\.name)) func itConforms(name: String) throws {
    let move = try #require(SearchMoves.all.first { $0.name == name })
    let environment = try environment()
    var stream = RandomStream(seed: 21)
    #expect(
      searchMoveViolations(
        of: move, in: environment, from: ordinarySMILES, draws: 20, isGraphMove: move.name != "language regrowth",
        stream: &stream) == [])
  }

  @Test func namesAreDifferent() {
    #expect(Set(SearchMoves.all.map(\.name)).count == SearchMoves.all.count)
  }

  @Test func aMoveThatIsNotDeterministicIsFoundOut() throws {
    struct Fickle: SearchMove {
      let name = "fickle"
      func child(of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream) -> String? {
        stream.uniform() < 0.5 ? "CC" : "CXC"
      }
    }
    var stream = RandomStream(seed: 22)
    let violations = searchMoveViolations(
      of: Fickle(), in: try environment(), from: ["CCO"], draws: 10, stream: &stream)
    #expect(violations.contains { $0.contains("CXC") })
    #expect(violations.contains { $0.contains("which is not a molecule") })
  }
}

/// What moves draw from in the tests.
func environment() throws -> SearchEnvironment {
  let molecules = try ordinarySMILES.map { try Molecule(smiles: $0) }
  let model = try LanguageModel(
    training: molecules, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
  var environment = try SearchEnvironment(model: model, corpus: molecules, filter: MoleculeFilter())
  environment.mates = molecules.map(\.smiles)
  return environment
}
