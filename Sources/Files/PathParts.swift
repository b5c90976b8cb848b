/// The parts of a path, of any text at all. (On Linux, Foundation's methods of `NSString` for this trap on a path of one
/// character, such as `.` or `a`.)
extension String {
  /// The folder that a path leads to: of `a/b.c` it is `a`, of `/a` it is `/`; empty where there is none.
  package var folderOfPath: String {
    let path = withoutSlashesAtEnd
    guard let slash = path.lastIndex(of: "/") else { return "" }
    let folder = String(path[..<slash]).withoutSlashesAtEnd
    return folder.isEmpty ? "/" : folder
  }

  /// The name at the end of a path: of `a/b.c` and of `a/b.c/` it is `b.c`.
  package var nameOfPath: String {
    let path = withoutSlashesAtEnd
    return path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path without what follows the last point of its name: of `a/b.c` it is `a/b`. A name that begins with its only
  /// point is left as it is.
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
