import CampaignFile
import CampaignTesting
import Testing

@Suite("What a campaign file means, with every default")
struct SpecificationSettingsTests {
  private func settings(_ text: String) throws -> [String: String] {
    try Specification(file: "small.yaml", text: text).settings(in: "small.yaml")
  }

  @Test("Defaults are in it, and ones written out change nothing")
  func defaults() throws {
    let settings = try settings(SmallCampaign.text())
    #expect(settings["acquisition"] == "log-window" && settings["budget.consecutive_failures"] == "20")
    #expect(settings["objectives.gap"] == "gap from 6.0 to 7.0" && settings["design.particles"] == "40")
    #expect(settings["molecules.heavy_atoms.most"] == "10" && settings["calculator.file"] == "values.csv")
    #expect(try self.settings(SmallCampaign.text(extra: "acquisition: log-window\npolicy: surrogate")) == settings)
  }

  @Test("Changes are told by key, with what was and what is")
  func changes() throws {
    let before = try settings(SmallCampaign.text())
    let after = try settings(
      SmallCampaign.text(
        objectives: "[{property: gap, goal: minimize}]", molecules: "{heavy_atoms: [1, 10], logp: [~, 3]}",
        budget: "{calculations: 24, initial: 8, batch: 6, hits: 3, until: gain < 0.25}", extra: "acquisition: greedy"))
    #expect(
      SettingChange.changes(from: before, to: after).map(\.text) == [
        "acquisition log-window → greedy", "budget.batch 4 → 6", "budget.hits not set → 3",
        "budget.until not set → gain < 0.25",
        "molecules.logp.most not set → 3", "objectives.gap gap from 6.0 to 7.0 → gap as low as possible",
      ])
  }

  @Test("Recorded settings count as recorded, apart from objectives, which are read from the text")
  func recorded() throws {
    let text = SmallCampaign.text(objectives: "[{expression: gap/dipole, goal: maximize}]")
    let json = #"{"objectives.gap/dipole": "gap/dipole as high as possible", "budget.batch": "9"}"#
    let (key, goal) = ("objectives.gap / dipole", "gap / dipole as high as possible")
    func settings(_ json: String?, _ text: String) -> [String: String]? {
      Specification.settings(recorded: json, text: text, file: "small.yaml")
    }
    #expect(settings(json, text) == [key: goal, "budget.batch": "9"])
    #expect(try settings(nil, text) == self.settings(text))
    #expect(settings(json, "name: [")?.keys.sorted() == ["budget.batch", "objectives.gap/dipole"])
    #expect(settings(nil, "name: [") == nil)
  }

  @Test("The automatic model is a word, and a named one its terms")
  func models() throws {
    let standard = try settings(SmallCampaign.text(surrogate: "{model: standard}"))
    #expect(standard.keys.contains { $0.hasPrefix("surrogate.model.terms.1.") })
    let automatic = try settings(SmallCampaign.text(surrogate: nil))
    #expect(try settings(SmallCampaign.text(surrogate: "{model: automatic}")) == automatic)
    #expect(
      automatic.filter { $0.key.hasPrefix("surrogate") } == [
        "surrogate.model": "automatic", "surrogate.library": "built-in",
      ])
  }

  @Test("The JSON is always the same text")
  func json() throws {
    let specification = try Specification(file: "small.yaml", text: SmallCampaign.text())
    let json = specification.settingsJSON(in: "small.yaml")
    #expect(json == specification.settingsJSON(in: "small.yaml"))
    #expect(json.hasPrefix(#"{"acquisition":"log-window","budget.batch":"4","#))
  }

  @Test(
    "The place of the folder and the working directory are no settings",
    arguments: ["small.yaml", "a/small.yaml", "/b/c/small.yaml"])
  func places(file: String) throws {
    let text = SmallCampaign.text(
      molecules: "{heavy_atoms: [1, 10], known: known.smi}", surrogate: "{library: models.sqlite}")
    let settings = try Specification(file: file, text: text).settings(in: file)
    #expect(settings["corpus"] == "corpus.smi" && settings["molecules.known"] == "known.smi")
    #expect(settings["surrogate.library"] == "models.sqlite")
    let none = SmallCampaign.text(surrogate: "{library: none}")
    #expect(try Specification(file: file, text: none).settings(in: file)["surrogate.library"] == nil)
  }
}
