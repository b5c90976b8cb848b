import Foundation
import Testing

/// Installations and bundles of the programs that were built with these tests.
@Suite(.serialized) struct AssemblyTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/cohobate-launcher/assemble.py").path(percentEncoded: false)
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func assembling(_ arguments: [String]) throws -> Ending {
    let built = (Program.path as NSString).deletingLastPathComponent
    return try RunningProgram(arguments + ["--built", built], path: Self.script, in: folder).end()
  }

  private func assemble(_ arguments: String...) throws {
    let ending = try assembling(arguments)
    try #require(ending.cause == .exited(0), "\(ending)")
  }

  /// What `doctor` of a program finds, with nothing in its environment but a folder for scratch.
  private func findings(_ program: String) throws -> [String: String] {
    let ending = try RunningProgram(
      ["-i", "TMPDIR=\(folder.path)", "HOME=\(folder.path)", program, "doctor", "--json"], path: "/usr/bin/env",
      in: folder
    ).end()
    struct Report: Decodable {
      struct Finding: Decodable {
        let subject: String
        let finding: String
      }
      let findings: [Finding]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
    return Dictionary(report.findings.map { ($0.subject, $0.finding) }) { first, _ in first }
  }

  @Test func aBundleRunsFromAnyFolderAndThroughALink() throws {
    try assemble("bundle", folder.path, "--unpacked")
    // Moved, and started through a link from elsewhere.
    let moved = folder.file("a folder")
    try FileManager.default.moveItem(atPath: folder.file("cohobate"), toPath: moved)
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: moved + "/bin/cohobate")
    let found = try findings(link)
    #expect(found["cohobate"]?.hasSuffix(", a bundle in \(moved)") == true, "\(found)")
    #expect(found["cohobate-keeper"] == moved + "/bin/cohobate-keeper")
    // xtb and libxtb are the bundle's own, and run below the keeper.
    #expect(found["xtb"]?.hasSuffix("its parameter files in \(moved)/share/xtb") == true, "\(found)")
    #expect(found["xtb calculates water"] == "energy -5.0705 Eh")
    #expect(found["libxtb"]?.first?.isNumber == true, "\(found)")
  }

  @Test func aProgramThatABundleStartsHasTheMachinesLibraries() throws {
    try assemble("bundle", folder.path, "--unpacked")
    try folder.write(
      """
      import os
      loaded = open("/proc/self/maps").read()
      assert "libc.so.6" in loaded and "/libraries/" not in loaded, loaded
      assert not [name for name in os.environ if name.startswith("LD_")], os.environ
      print('{"properties": {"gap": 1.5}}')
      """, to: "program.py")
    try folder.write("smiles\nC\nCC\n", to: "molecules.csv")
    try folder.write(
      TableCampaign.text().replacing("program: table", with: "program: command")
        .replacing(
          "file: values.csv",
          with: "command: [python3, \(folder.file("program.py")), '{smiles}']\n  properties: {gap: eV}"
        )
        .replacing("corpus: corpus.smi", with: "pool: molecules.csv").replacing(
          "heavy_atoms: [3, 14]", with: "heavy_atoms: [1, 9]"),
      to: "search.yaml")
    let ending = try RunningProgram(
      ["run", "search.yaml", "--no-cache"], path: folder.file("cohobate/bin/cohobate"), in: folder
    ).end()
    #expect(ending.cause == .exited(0), "\(ending)")
    #expect(ending.output.contains("2 of 40 calculations") && !ending.output.contains("failed"), "\(ending)")
  }

  @Test func anInstallationIsFoundThroughItsLinkAndReplacedByTheNext() throws {
    for _ in 0..<2 { try assemble("install", folder.file("usr")) }
    let found = try findings(folder.file("usr/bin/cohobate"))
    #expect(found["cohobate"]?.hasSuffix(", an installation in \(folder.file("usr"))/lib/cohobate") == true, "\(found)")
    #expect(found["cohobate-keeper"] == folder.file("usr/lib/cohobate/bin/cohobate-keeper"))
    // What is something else is not replaced.
    try FileManager.default.removeItem(atPath: folder.file("usr/lib/cohobate/form"))
    let ending = try assembling(["install", folder.file("usr")])
    #expect(
      ending.cause == .exited(1) && ending.complaint?.contains("is there and is no installation") == true, "\(ending)")
  }
}
