import Campaign
import Foundation
import Testing

@Suite("The campaign file to start from")
struct CampaignTemplateTests {
  @Test("What 'new' writes is a valid campaign file")
  func valid() throws {
    let specification = try Specification(file: "polymer.yaml", text: CampaignTemplate.text(name: "polymer"))
    #expect(specification.name == "polymer")
  }

  @Test("Every default that the template shows is the default")
  func defaults() throws {
    let text = CampaignTemplate.text(name: "polymer")
    // Each line such as '# batch: 8   # …' or '  # policy: surrogate' becomes a key.
    let keys = [
      "charged", "radicals", "maximum_ring_size", "required", "forbidden", "alerts", "method", "optimization",
      "conformers", "time_limit", "corpus", "policy", "initial", "batch", "consecutive_failures",
    ]
    let shown = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let bare = line.drop { "# ".contains($0) }
      guard line.hasPrefix("#"), let colon = bare.firstIndex(of: ":"), keys.contains(String(bare[..<colon])) else {
        return String(line)
      }
      let isTop = ["corpus", "policy"].contains(String(bare[..<colon]))
      return (isTop ? "" : "  ") + bare
    }.joined(separator: "\n")
    #expect(shown != text)
    #expect(try Specification(file: "polymer.yaml", text: shown) == Specification(file: "polymer.yaml", text: text))
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
