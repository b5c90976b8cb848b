import Glibc

/// Removes a folder with its contents, as far as possible; does nothing if there is none.
///
/// Paths below it may be longer than the system accepts, since programs can change into folders step by step. Each step
/// is therefore relative to the folder, and deeper contents are moved up first. Links are removed, not followed.
///
/// - Returns: Whether the folder is gone.
@discardableResult
package func removeFolder(_ path: String) -> Bool {
  var status = stat()
  guard unsafe lstat(path, &status) == 0 else { return errno == ENOENT }
  guard status.st_mode & S_IFMT == S_IFDIR else { return unsafe unlink(path) == 0 }
  _ = unsafe chmod(path, 0o700)
  let folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
  guard folder >= 0 else { return false }
  empty(folder)
  close(folder)
  return unsafe rmdir(path) == 0
}

private func empty(_ folder: CInt) {
  var moved = 0
  // Entries that could be neither removed nor moved stay and are not tried again.
  var stuck: Set<[CChar]> = []
  while case let left = names(in: folder).filter({ !stuck.contains($0) }), !left.isEmpty {
    for name in left where !remove(name, in: folder) {
      _ = unsafe fchmodat(folder, name, 0o700, 0)
      let inner = unsafe openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard inner >= 0 else {
        stuck.insert(name)
        continue
      }
      for below in names(in: inner) where !remove(below, in: inner) {
        moved += 1
        _ = unsafe renameat(inner, below, folder, ".removed-\(getpid())-\(moved)")
      }
      close(inner)
      if !remove(name, in: folder) { stuck.insert(name) }
    }
  }
}

private func remove(_ name: [CChar], in folder: CInt) -> Bool {
  unsafe unlinkat(folder, name, 0) == 0 || unlinkat(folder, name, AT_REMOVEDIR) == 0
}

/// The names of the entries of an open folder as raw bytes; they need not be text.
private func names(in folder: CInt) -> [[CChar]] {
  let copy = unsafe openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard copy >= 0, let list = unsafe fdopendir(copy) else {
    if copy >= 0 { close(copy) }
    return []
  }
  defer { unsafe closedir(list) }
  var names: [[CChar]] = []
  while let entry = unsafe readdir(list) {
    let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      unsafe bytes.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
    }
    if ![[46, 0], [46, 46, 0]].contains(name) { names.append(name) }
  }
  return names
}
