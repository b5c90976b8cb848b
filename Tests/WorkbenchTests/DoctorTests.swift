import Foundation
import Stores
import Testing
import Workbench

@Suite("What of the machine is in order")
struct DoctorTests {
  private func finding(_ subject: String, in report: DoctorReport) throws -> DoctorReport.Finding {
    try #require(report.findings.first { $0.subject == subject })
  }

  @Test("Programs, libraries, cores and disk are looked at; the program is tried")
  func findings() async throws {
    let folder = FileManager.default.temporaryDirectory.path
    let workdir = folder + "/cohobate-not-yet-there/Workdir"
    let cache = folder + "/cohobate-not-yet-there/cache.sqlite"
    let report = await DoctorReport(workdir: workdir, cache: cache)
    #expect(
      report.findings.map(\.subject) == [
        "cohobate", "RDKit", "OpenBLAS", "NLopt", "SQLite", "cohobate-keeper", "xtb", "xtb calculates water",
        "libxtb", "MOPAC", "rsvg-convert", "cache", "built-in library", "cores", "disk for \(workdir)",
      ])
    // The tests are a program in the build folder.
    #expect(try finding("cohobate", in: report).finding.hasPrefix("\(CohobateVersion.current), a build in /"))
    #expect(try finding("xtb calculates water", in: report).finding == "energy -5.0705 Eh")
    #expect(try finding("cores", in: report).finding.hasPrefix("\(ProcessInfo.processInfo.activeProcessorCount);"))
    #expect(try finding("disk for \(workdir)", in: report).finding.hasSuffix("GB free"))
    #expect(try finding("cache", in: report).finding == "\(cache), results of 0 molecules")
    #expect(try finding("built-in library", in: report).finding.contains("gap"))
    #expect(report.findings.allSatisfy { $0.isInOrder == ($0.remedy == nil) })
    #expect(report.isInOrder == report.findings.allSatisfy(\.isInOrder))
    #expect(!FileManager.default.fileExists(atPath: folder + "/cohobate-not-yet-there"))
  }

  @Test("The program of drawings in pixels is found, or it is said what it is for")
  func pixels() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cohobate-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let missing = try finding("rsvg-convert", in: await DoctorReport(workdir: "/tmp", searchPath: folder))
    #expect(missing.isInOrder && missing.remedy == nil)
    #expect(
      missing.finding
        == "not installed; it is needed only for 'export --format png' (Debian has it in the package librsvg2-bin)")
    try FileManager.default.copyItem(atPath: "/bin/true", toPath: folder + "/rsvg-convert")
    let found = try finding("rsvg-convert", in: await DoctorReport(workdir: "/tmp", searchPath: folder))
    #expect(found.isInOrder && found.finding == folder + "/rsvg-convert")
  }

  @Test("A cache that is no such file is found")
  func damaged() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("cohobate-\(UUID().uuidString)").path
    try "no database".write(toFile: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: file) }
    let found = try finding("cache", in: await DoctorReport(workdir: "/tmp", cache: file))
    #expect(!found.isInOrder && found.remedy != nil, "\(found)")
  }

  @Test("A folder that cannot be used is found, with the way out")
  func unusable() async throws {
    let report = await DoctorReport(workdir: "/proc/cohobate")
    let disk = try finding("disk for /proc/cohobate", in: report)
    #expect(!disk.isInOrder && !report.isInOrder)
    // To the superuser it is writable, but there is no room.
    #expect(["/proc cannot be written to", "0.0 GB free"].contains(disk.finding))
    #expect(disk.remedy?.hasSuffix("give another folder with --workdir") == true)
  }
}
