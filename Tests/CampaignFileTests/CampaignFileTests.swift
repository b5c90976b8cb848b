import Calculation
import CampaignFile
import CampaignTesting
import Foundation
import Testing

@Suite("A campaign file")
struct CampaignFileTests {
  @Test("Its text is kept word for word, and its table is found beside it")
  func read() throws {
    let campaign = try SmallCampaign()
    let file = try CampaignFile(path: campaign.paths.file)
    #expect(file.path == campaign.paths.file)
    #expect(file.text == SmallCampaign.text())
    #expect(file.specification == (try Specification(file: campaign.paths.file, text: SmallCampaign.text())))
    #expect(try file.calculator().properties.map(\.name) == ["gap", "dipole"])
  }

  @Test("A table that is not there is named with the line")
  func noTable() throws {
    let campaign = try SmallCampaign(SmallCampaign.text().replacing("values.csv", with: "absent.csv"))
    let file = try CampaignFile(path: campaign.paths.file)
    do throws(SpecificationError) {
      _ = try file.calculator()
      Issue.record("there is no such table")
    } catch {
      #expect(error.line == 5 && error.message.contains("absent.csv"))
    }
  }

  @Test(
    "The keys that have no effect without invented molecules are those of the language model, the sampler and the search",
    arguments: [
      ("pool: corpus.smi\ndesign: {widen: 1, candidates: 60, steps: 4, order: 3}", ["widen", "steps", "order"]),
      (
        "pool: corpus.smi\ndesign: {mode: search, sweeps: 2, longest_deletion: 4, particles: 9, new_molecules: false}",
        ["mode", "sweeps", "longest_deletion", "particles"]
      ),
      ("pool: corpus.smi\ndesign: {new_molecules: true, steps: 4}", []), ("pool: corpus.smi", []),
      ("corpus: corpus.smi\ndesign: {new_molecules: false, steps: 4}", ["steps"]), ("design: {steps: 4}", []),
    ])
  func keysWithoutEffect(lines: String, keys: [String]) throws {
    let text = SmallCampaign.text().split(separator: "\n").filter {
      !$0.hasPrefix("corpus:") && !$0.hasPrefix("design:")
    }
    let file = try CampaignFile(path: "a.yaml", text: text.joined(separator: "\n") + "\n\(lines)\n")
    #expect(file.keysWithoutEffect == keys.map { "design.\($0)" })
  }

  @Test(
    "The library is asked for where it is named, or sources in it",
    arguments: [
      (nil, false), ("{model: standard}", false), ("{library: built-in}", true), ("{sources: [gap]}", true),
    ] as [(String?, Bool)])
  func asksForLibrary(surrogate: String?, isAsked: Bool) throws {
    let file = try CampaignFile(path: "a.yaml", text: SmallCampaign.text(surrogate: surrogate))
    #expect(file.asksForLibrary == isAsked)
  }

  @Test("What is no text is refused")
  func notText() throws {
    let campaign = try SmallCampaign()
    try Data([0xff, 0xfe, 0x00]).write(to: URL(filePath: campaign.paths.file))
    #expect(throws: SpecificationError.self) {
      try CampaignFile(path: campaign.paths.file)
    }
  }
}
