import Acquisition
import Campaign
import CampaignFile
import CampaignTesting
import Files
import Testing

@Suite("The policies of a replay")
struct ReplayPolicyTests {
  private func policy(_ name: String, extra: String = "") throws -> ReplayPolicy {
    let text = SmallCampaign.text(extra: extra)
    return try ReplayPolicy(name, acquisition: Specification(file: "small.yaml", text: text).acquisition)
  }

  @Test("Every name makes a policy, and the functions of the surrogate learn")
  func names() throws {
    #expect(ReplayPolicy.names.starts(with: ["surrogate", "random"]))
    for name in ReplayPolicy.names {
      let policy = try policy(name)
      #expect(policy.policy == (name == "random" ? .random : .surrogate), "\(name)")
    }
    #expect(try policy("surrogate", extra: "acquisition: greedy").acquisition.name == "greedy")
    #expect(try policy("log-expected-improvement").acquisition.name == "log-expected-improvement")
  }

  @Test("The options of the file belong to the file's own function")
  func options() throws {
    let own = "acquisition: {function: upper-confidence-bound, beta: 3}"
    #expect(try policy("upper-confidence-bound", extra: own).acquisition.options == ["beta": 3])
    #expect(try policy("greedy", extra: own).acquisition.options.isEmpty)
  }

  @Test(
    "An unknown name is refused with the nearest one",
    arguments: [("gredy", "greedy"), ("expected-improvement", "log-expected-improvement"), ("Random", "random")])
  func unknown(name: String, meant: String) throws {
    let error = #expect(throws: CampaignError.self) { try policy(name) }
    #expect(
      error?.kind == .input && error?.description.hasSuffix("Did you mean '\(meant)'?") == true, "\(error as Any)")
  }
}
