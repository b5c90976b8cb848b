import Acquisition
import Calculation
import CampaignFile
import Chemistry
import Files
import Foundation
import Testing

@Suite("The campaign file to start from")
struct CampaignTemplateTests {
  @Test("What 'new' writes is a valid campaign file")
  func valid() throws {
    let specification = try Specification(file: "polymer.yaml", text: CampaignTemplate.text(name: "polymer"))
    #expect(specification.name == "polymer")
  }

  @Test("The template names every property of xtb")
  func properties() {
    let words = Set(CampaignTemplate.text(name: "polymer").split { " ,;:()\n".contains($0) }.map(String.init))
    let all = XTBSettings(solvent: .water, propertyRuns: [.ionise, .vibrate, .attach, .detach]).properties
    #expect(all.map(\.name).filter { !words.contains($0) } == [])
  }

  @Test("Every default that the template shows is the default")
  func defaults() throws {
    let text = CampaignTemplate.text(name: "polymer")
    // Each line such as '# batch: 8   # …' or '  # policy: surrogate' becomes a key.
    let keys = [
      "kind", "charged", "radicals", "required", "forbidden", "alerts", "method", "optimization",
      "conformers", "time_limit", "corpus", "policy", "initial", "batch", "ahead", "consecutive_failures",
      "acquisition", "surrogate", "model", "design", "mode", "widen", "order", "particles", "steps", "sweeps",
      "longest_deletion", "new_molecules", "candidates", "protocol", "preoptimization", "executable",
    ]
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let bare = line.drop { "# ".contains($0) }
      guard line.hasPrefix("#"), let colon = bare.firstIndex(of: ":"), keys.contains(String(bare[..<colon])) else {
        return String(line)
      }
      let isTop = ["corpus", "policy", "acquisition", "surrogate", "design"].contains(String(bare[..<colon]))
      return (isTop ? "" : "  ") + bare
    }.joined(separator: "\n")
    #expect(shown != text)
    let plain = try Specification(file: "polymer.yaml", text: text)
    var writtenOut = try Specification(file: "polymer.yaml", text: shown)
    #expect(try XTBSettings(writtenOut.calculator.settings) == XTBSettings(plain.calculator.settings))
    // The calculator's settings are kept as they are written; only the adapter knows what is a default.
    writtenOut.calculator = plain.calculator
    #expect(writtenOut == plain)
  }

  @Test("No section is there twice, so that each can be written out")
  func sections() throws {
    let lines = CampaignTemplate.text(name: "polymer").split(separator: "\n").map(String.init)
    let sections = lines.filter { $0.hasSuffix(":") }.map { $0.filter { $0.isLetter } }
    #expect(sections.contains("surrogate") && sections.contains("design"))
    #expect(Set(sections).count == sections.count)
  }

  @Test("Every choice that the template names is one")
  func choices() throws {
    let text = CampaignTemplate.text(name: "polymer")
    let line = try #require(text.split(separator: "\n").first { $0.contains("optimization:") })
    let levels = try #require(line.split(separator: "#").last).split(separator: ",").map { $0.filter { $0 != " " } }
    #expect(levels == XTBSettings.Optimisation.allCases.map(\.rawValue))
    for name in AcquisitionFunctions.names { #expect(text.contains(name)) }
    for catalogue in MoleculeFilter.Catalogue.allCases { #expect(text.contains(catalogue.rawValue)) }
    let given = try CampaignFile(path: "polymer.yaml", text: text).calculator().properties
    for property in given { #expect(text.contains(property.name) && text.contains(property.unit)) }
  }

  @Test("A file that is there is kept unless --force says otherwise")
  func noOverwriting() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cohobate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let name = folder.appendingPathComponent("mine").path
    let path = try CampaignTemplate.write(name: name, overwriting: false)
    #expect(path == name + ".yaml")
    try "kept".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: CampaignError.self) { try CampaignTemplate.write(name: name, overwriting: false) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
    _ = try CampaignTemplate.write(name: name, overwriting: true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) != "kept")
  }

  @Test("A name that cannot be a campaign's is refused")
  func badName() {
    #expect(throws: CampaignError.self) { try CampaignTemplate.write(name: "no spaces", overwriting: false) }
  }
}
