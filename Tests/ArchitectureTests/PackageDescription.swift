import Foundation

/// A target of the package, as the package manager understands Package.swift.
struct PackageTarget {
  let name: String
  /// The names of the targets and products it depends on.
  let dependencies: Set<String>
  /// Whether it is tests, or what tests share.
  let isForTests: Bool

  /// All targets, which the package manager is asked for once.
  static let all = Result { try described() }

  /// Has the package manager describe the package. It uses a folder of its own: another one may be building meanwhile.
  private static func described() throws -> [PackageTarget] {
    let scratch = FileManager.default.temporaryDirectory.appending(component: "cohobate-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "package", "--package-path", SourceTree.root.path(percentEncoded: false),
      "--scratch-path", scratch.path(percentEncoded: false), "dump-package",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(Description.self, from: data).targets.map { target in
      PackageTarget(
        name: target.name, dependencies: Set(target.dependencies.compactMap(\.name)),
        isForTests: target.type == "test" || target.path?.hasPrefix("Tests/") == true)
    }
  }
}

/// The part of `swift package dump-package` that is used here.
private struct Description: Decodable {
  struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]
  }

  /// `{"byName": ["Numerics", null]}` or `{"product": ["GRDB", "GRDB.swift", null, null]}`.
  struct Dependency: Decodable {
    let name: String?

    init(from decoder: any Decoder) throws {
      let kinds = try decoder.singleValueContainer().decode([String: [Part]].self)
      name = kinds.values.first?.first?.text
    }
  }

  /// A name, or something else that says nothing about names.
  struct Part: Decodable {
    let text: String?

    init(from decoder: any Decoder) throws {
      text = try? decoder.singleValueContainer().decode(String.self)
    }
  }

  let targets: [Target]
}
