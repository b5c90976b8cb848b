/// The parts of a path of any text. (On Linux, Foundation's `NSString` methods for this trap on a path of one
/// character, such as `.` or `a`.)
extension String {
  /// The folder of a path: `a` for `a/b.c`, `/` for `/a`; empty if there is none.
  package var folderOfPath: String {
    let path = withoutSlashesAtEnd
    guard let slash = path.lastIndex(of: "/") else { return "" }
    let folder = String(path[..<slash]).withoutSlashesAtEnd
    return folder.isEmpty ? "/" : folder
  }

  /// The name at the end of a path: `b.c` for `a/b.c` and for `a/b.c/`.
  package var nameOfPath: String {
    let path = withoutSlashesAtEnd
    return path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path without the extension of its name: `a/b` for `a/b.c`. A name whose only point is its first character
  /// stays unchanged.
  package var withoutPathExtension: String {
    let path = withoutSlashesAtEnd
    let name = path.nameOfPath
    guard let point = name.lastIndex(of: "."), name[..<point].contains(where: { $0 != "." }) else { return path }
    return String(path.dropLast(name.distance(from: point, to: name.endIndex)))
  }

  private var withoutSlashesAtEnd: String {
    var path = self
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path == "/" ? "" : path
  }
}
