import Acquisition
import Campaign
import Files
import Testing

@Suite("The hits among labelled molecules")
struct ReplayHitsTests {
  private static let values = (1...200).map { (smiles: "\($0)", values: ["gap": Double($0)]) }

  private func hits(_ rule: ReplayRequest.HitRule, _ goals: [Goal]) throws(CampaignError) -> ReplayHits {
    try ReplayHits(
      rule, among: Self.values, objectives: goals.map { Target(property: "gap", goal: $0) }, units: ["gap": "eV"],
      file: "a.yaml")
  }

  @Test("Of windows, the molecules that meet them; of goals, the best hundredth")
  func objectives() throws {
    let window = try hits(.objectives, [.window(lower: 3, upper: 5)])
    #expect(window.molecules == ["3", "4", "5"] && window.rule == "molecules that meet all objectives")
    let most = try hits(.objectives, [.maximize])
    #expect(most.molecules == ["199", "200"] && most.rule == "the best 1 % of the molecules")
    #expect(try hits(.objectives, [.minimize]).molecules == ["1", "2"])
  }

  @Test("A share counts the best, and a threshold those that are at least as good")
  func stated() throws {
    let share = try hits(.top(0.025), [.window(lower: 3, upper: 5)])
    #expect(share.molecules.isSuperset(of: ["3", "4", "5"]) && share.molecules.count == 5)
    #expect(share.rule == "the best 2.5 % of the molecules")
    let most = try hits(.threshold(198), [.maximize])
    #expect(most.molecules == ["198", "199", "200"] && most.rule == "molecules with gap at least 198.0 eV")
    #expect(try hits(.threshold(2), [.minimize]).molecules == ["1", "2"])
  }

  @Test("Without a hit, or with a threshold that means nothing, the error says what to do")
  func refusals() {
    func message(_ rule: ReplayRequest.HitRule, _ goals: [Goal]) -> String? {
      #expect(throws: CampaignError.self) { try hits(rule, goals) }?.description
    }
    #expect(message(.objectives, [.window(lower: 300, upper: 400)])?.contains("--top 0.01") == true)
    #expect(message(.threshold(1_000), [.maximize])?.contains("has no hits") == true)
    #expect(message(.threshold(4), [.window(lower: 3, upper: 5)])?.contains("gap from 3.0 to 5.0 eV") == true)
  }
}
