import Foundation
import Glibc

/// The reason why a file cannot be read or written, as the end of a sentence without full stop: "there is no such file
/// or folder".
///
/// Foundation's own descriptions often say only that an operation could not be completed.
package func fileProblem(_ error: any Error, at path: String) -> String {
  if let file = fileAmongFolders(path) { return "\(file) is a file, not a folder" }
  if let number = systemError(error) { return problem(number) }
  let files = FileManager.default
  var isFolder: ObjCBool = false
  if unsafe files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue { return "it is a folder" }
  switch (error as? CocoaError)?.code {
  case .fileNoSuchFile, .fileReadNoSuchFile: return problem(ENOENT)
  case .fileReadNoPermission, .fileWriteNoPermission: return problem(EACCES)
  case .fileWriteOutOfSpace: return problem(ENOSPC)
  case .fileWriteVolumeReadOnly: return problem(EROFS)
  case .fileReadInvalidFileName, .fileWriteInvalidFileName: return problem(ENAMETOOLONG)
  case .fileReadTooLarge: return "it is too large"
  default: return files.fileExists(atPath: path) ? "the system gives no reason" : problem(ENOENT)
  }
}

/// The reason why nothing can be written at a path whose folder is missing, as the end of a sentence without full stop; nil
/// if the folder is there.
package func missingFolder(of path: String) -> String? {
  if let file = fileAmongFolders(path) { return "\(file) is a file, not a folder" }
  let folder = path.folderOfPath
  guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return nil }
  return "there is no folder '\(folder)'; make it, or name a file elsewhere"
}

/// The number of the underlying system error.
private func systemError(_ error: any Error) -> Int32? {
  if let error = error as? POSIXError { return error.code.rawValue }
  guard let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error else { return nil }
  if let error = underlying as? POSIXError { return error.code.rawValue }
  let plain = underlying as NSError
  return plain.domain == NSPOSIXErrorDomain ? Int32(plain.code) : nil
}

private func problem(_ number: Int32) -> String {
  switch number {
  case ENOENT: "there is no such file or folder"
  case EACCES, EPERM: "permission is denied"
  case EISDIR: "it is a folder"
  case ENOTDIR: "a part of its path is a file, not a folder"
  case ENOSPC, EDQUOT: "the disk is full"
  case EROFS: "its file system is read-only"
  case ENAMETOOLONG: "its name is too long"
  default: unsafe String(cString: strerror(number))
  }
}

/// The file on the path that takes the place of a folder.
private func fileAmongFolders(_ path: String) -> String? {
  var folder = path.folderOfPath
  while !folder.isEmpty, folder != "/" {
    var isFolder: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
      return isFolder.boolValue ? nil : folder
    }
    folder = folder.folderOfPath
  }
  return nil
}

/// Whether the path is a pipe or a device, or a link to one.
package func isPipeOrDevice(_ path: String) -> Bool {
  var status = stat()
  guard unsafe stat(path, &status) == 0 else { return false }
  return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
}
