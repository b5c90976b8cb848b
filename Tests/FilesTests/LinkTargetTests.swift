import Files
import Foundation
import Testing

@Suite struct LinkTargetTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "cohobate-links-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(folder)/\(name)", withDestinationPath: target)
  }

  @Test func linksAreFollowedAlsoToNothing() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try link("near", to: "absent/file")
    try link("far", to: "\(folder)/near")
    #expect(LinkTarget(of: "\(folder)/plain") == .path("\(folder)/plain"))
    #expect(LinkTarget(of: "\(folder)/near") == .path("\(folder)/absent/file"))
    #expect(LinkTarget(of: "\(folder)/far") == .path("\(folder)/absent/file"))
  }

  @Test func aCircleAndAnOpenFileAreCalledThat() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try link("a", to: "b")
    try link("b", to: "a")
    #expect(LinkTarget(of: "\(folder)/a") == .circle)
    #expect(LinkTarget(of: "/proc/self/fd/1") == .openFile)
  }
}
