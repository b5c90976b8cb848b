import CampaignTesting
import Reports
import Testing

@Suite("A map of molecules")
struct MoleculeMapTests {
  private let molecules = SmallCampaign.chains

  private func distance(_ one: (x: Double, y: Double)?, _ other: (x: Double, y: Double)?) throws -> Double {
    let (one, other) = (try #require(one), try #require(other))
    return ((one.x - other.x) * (one.x - other.x) + (one.y - other.y) * (one.y - other.y)).squareRoot()
  }

  @Test("It is the same each time, and a molecule's place does not depend on the others that are shown")
  func isDeterministic() throws {
    let map = try #require(MoleculeMap(landmarks: molecules))
    let again = try #require(MoleculeMap(landmarks: molecules))
    let (all, some) = (map.places(of: molecules), again.places(of: Array(molecules.suffix(5))))
    for (one, other) in zip(all.suffix(5), some) { #expect(one?.x == other?.x && one?.y == other?.y) }
    #expect(map.shownVariance > 0.05 && map.shownVariance <= 1)
  }

  @Test("Similar molecules are nearer than unlike ones")
  func places() throws {
    let map = try #require(MoleculeMap(landmarks: molecules))
    let places = map.places(of: ["CCCCCCCC", "CCCCCCC", "NCCN"])
    #expect(try distance(places[0], places[1]) < distance(places[0], places[2]))
  }

  @Test("What is no molecule has no place, and two molecules make no map")
  func refused() throws {
    #expect(MoleculeMap(landmarks: ["C", "CC", "no molecule"]) == nil)
    let map = try #require(MoleculeMap(landmarks: molecules))
    let places = map.places(of: ["no molecule", "CCO"])
    #expect(places[0] == nil && places[1] != nil)
    #expect(map.places(of: []).isEmpty)
  }

  @Test("The nearest molecules are the most similar ones, without the molecule itself")
  func nearest() {
    let similarities = MoleculeSimilarities([(1, "CCCCCCO"), (2, "CCCCCO"), (3, "c1ccncc1"), (4, "no molecule")])
    let nearest = similarities.nearest(to: "CCCCCCO", number: 1)
    #expect(nearest.map(\.number) == [2, 3])
    #expect(nearest[0].similarity > nearest[1].similarity && nearest[0].similarity < 1)
    #expect(similarities.nearest(to: "CCCCCCO", number: 9, most: 1).map(\.number) == [1])
    #expect(similarities.nearest(to: "no molecule", number: 9).isEmpty)
  }
}
