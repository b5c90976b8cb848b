import Files
import Foundation
import Testing

@Suite struct InstallationTests {
  /// A folder with programs, of some form.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appending(path: "cohobate-form-\(UUID().uuidString)")
      .path(percentEncoded: false)

    init(form: String?) throws {
      try FileManager.default.createDirectory(atPath: path + "/share/RDKit", withIntermediateDirectories: true)
      try form?.write(toFile: path + "/form", atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test(arguments: Installation.Form.allCases.filter { $0 != .build })
  func theFileSaysWhichFormItIs(_ form: Installation.Form) throws {
    let folder = try Folder(form: form.rawValue + "\n")
    let installation = Installation(executable: folder.path + "/bin/cohobate", name: "cohobate")
    #expect(installation.form == form && installation.program == folder.path + "/bin/cohobate")
    #expect(installation.programs == folder.path + "/bin" && installation.root == folder.path)
    #expect(installation.data("RDKit") == folder.path + "/share/RDKit")
    #expect(installation.data("xtb") == nil)
  }

  @Test(arguments: [nil, "", "something else"])
  func whatHasNoFormIsABuild(_ form: String?) throws {
    let folder = try Folder(form: form)
    let installation = Installation(executable: folder.path + "/release/cohobate (deleted)", name: "")
    #expect(installation.form == .build && installation.root == folder.path + "/release")
    #expect(installation.data("RDKit") == nil)
  }

  @Test func aProgramThatItsLoaderStartedHasTheFolderOfItsLauncher() throws {
    let folder = try Folder(form: "bundle")
    let loader = folder.path + "/libraries/loader"
    let installation = Installation(executable: loader, name: folder.path + "/bin/cohobate")
    #expect(installation.form == .bundle && installation.program == folder.path + "/bin/cohobate")
    // Another program of that name is no loader.
    #expect(
      Installation(executable: "/usr/bin/loader", name: folder.path + "/bin/cohobate").program == "/usr/bin/loader")
    #expect(Installation(executable: loader, name: "cohobate").program == loader)
  }

  @Test func theTestsAreABuild() {
    #expect(Installation.current?.form == .build)
    #expect(Installation.current.map { FileManager.default.isExecutableFile(atPath: $0.program) } == true)
  }
}
