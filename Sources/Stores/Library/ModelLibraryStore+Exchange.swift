internal import Foundation
internal import Glibc

extension ModelLibraryStore {
  /// Writes a model's document to a separate file, completely or not at all. An existing file is not replaced.
  public func export(_ id: Int, to file: String) throws(LibraryError) {
    let document = try document(of: id)
    let draft = "\(file).\(UUID().uuidString)"
    defer { unsafe unlink(draft) }
    do {
      try document.write(to: URL(filePath: draft))
    } catch {
      throw LibraryError(path: path, cause: .notWritable(path: file))
    }
    // Unlike a rename, a link fails if the file exists.
    guard unsafe link(draft, file) == 0 else {
      let reason = errno == EEXIST ? "there is a file already" : unsafe String(cString: strerror(errno))
      throw LibraryError(path: path, cause: .cannotOpen(path: file, reason: reason))
    }
  }
}
