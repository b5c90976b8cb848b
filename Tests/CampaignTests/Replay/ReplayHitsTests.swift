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
    #expect(most.molecules == ["198", "199", "200"] && most.rule == "molecules with gap at least 198 eV")
    #expect(try hits(.threshold(2), [.minimize]).molecules == ["1", "2"])
  }

  @Test("All that are as good as the last of a share are hits too")
  func ties() throws {
    let inside = try hits(.top(0.01), [.window(lower: 3, upper: 7)])
    #expect(inside.molecules == ["3", "4", "5", "6", "7"])
    #expect(inside.rule == "the best 1 % of the molecules, with all that are as good as the last of them")
    // 2 and 6 are as far from the window.
    #expect(try hits(.top(0.02), [.window(lower: 3, upper: 5)]).molecules == ["2", "3", "4", "5", "6"])
    let all = #expect(throws: CampaignError.self) { try hits(.top(0.01), [.window(lower: 0, upper: 500)]) }
    #expect(
      all?.description.hasPrefix("All 200 molecules would be hits (the best 1 % of the molecules, with all that are")
        == true,
      "\(all as Any)")
    #expect(throws: CampaignError.self) { try hits(.objectives, [.window(lower: 0, upper: 500)]) }
  }

  @Test("Very small shares and very large thresholds are in plain words")
  func numbers() throws {
    let one = try hits(.top(1e-9), [.maximize])
    #expect(one.molecules == ["200"] && one.rule == "the best of the molecules")
    let error = #expect(throws: CampaignError.self) { try hits(.threshold(1e9), [.maximize]) }
    #expect(error?.description.contains("gap at least 1000000000 eV") == true, "\(error as Any)")
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
