import Files
import Foundation
import Testing

@Suite struct CampaignErrorNewFileTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(component: "cohobate-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path(percentEncoded: false)
  }

  @Test func aFileIsOverwrittenOnlyIfThatIsWanted() throws {
    let path = "\(folder)/file"
    try CampaignError.requireNew(path, overwriting: false)
    try CampaignError.writeNew("one", to: path, overwriting: false)
    let error = #expect(throws: CampaignError.self) {
      try CampaignError.writeNew("two", to: path, overwriting: false)
    }
    #expect(error?.kind == .input)
    #expect(
      error?.description == "\(path) already exists; choose another name, or add --force to overwrite it.")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
    try CampaignError.writeNew("three", to: path, overwriting: true)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "three")
  }

  @Test func aFileThatCannotBeWrittenIsNamed() {
    let path = "\(folder)/missing/file"
    let error = #expect(throws: CampaignError.self) {
      try CampaignError.writeNew("one", to: path, overwriting: true)
    }
    #expect(error?.description.hasPrefix("\(path) cannot be written: ") == true)
  }
}
