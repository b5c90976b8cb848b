import Foundation

/// Where the running program comes from, and the folders of what belongs to it.
///
/// An installation, a package and a bundle have one shape: a folder with the programs in `bin`, data in `share`, libraries in
/// `libraries`, and a file `form` that says which of the three it is. A build has only the folder of its programs.
public struct Installation: Sendable, Hashable {
  /// How the program came to its place.
  public enum Form: String, Sendable, CaseIterable {
    /// Built, and not moved since.
    case build
    /// Copied by `make install`; it uses the machine's libraries.
    case installation
    /// Installed from a Debian package, which `make package` makes.
    case package
    /// Unpacked from an archive that has its own loader and all libraries, which `make bundle` makes.
    case bundle
  }

  /// How the program came to its place.
  public let form: Form
  /// The path by which the program can be started again.
  public let program: String

  /// The folder of the program and of those that belong to it.
  public var programs: String { program.folderOfPath }

  /// The folder that everything belongs to; for a build, the folder of its programs.
  public var root: String { form == .build ? programs : programs.folderOfPath }

  /// The running program's own; nil if `/proc` is not mounted.
  public static let current = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map {
    Installation(executable: $0, name: CommandLine.arguments.first ?? "")
  }

  /// - Parameters:
  ///   - executable: What `/proc/self/exe` leads to. If the file was replaced since it was started, the folder is still right.
  ///   - name: The name that the program was started by.
  public init(executable: String, name: String) {
    // A bundle's loader is what the kernel started. The launcher gives the program its own path as the name.
    let isLoader = executable.nameOfPath == "loader" && executable.folderOfPath.nameOfPath == "libraries"
    program = isLoader && name.hasPrefix("/") ? name : executable
    let file = "\(program.folderOfPath.folderOfPath)/form"
    let word = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    form = Form(rawValue: word.trimmingCharacters(in: .whitespacesAndNewlines)) ?? .build
  }

  /// A folder of data that came with the program; nil if the machine's own is used.
  public func data(_ name: String) -> String? {
    let folder = "\(root)/share/\(name)"
    return form != .build && FileManager.default.fileExists(atPath: folder) ? folder : nil
  }
}
