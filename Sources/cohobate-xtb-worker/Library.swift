import Foundation

/// libxtb as a file of this machine.
enum Library {
  /// The version in the name of the file that is loaded, such as `6.5.1` of `libxtb.so.6.5.1`: the interface does not give
  /// the library's own.
  static var version: String? {
    // The kernel says that such a file is empty: only reading it to the end shows what it has.
    guard let maps = FileHandle(forReadingAtPath: "/proc/self/maps"), let data = try? maps.readToEnd() else {
      return nil
    }
    let names = String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap {
      $0.split(separator: "/").last
    }
    guard let name = names.first(where: { $0.hasPrefix("libxtb.so.") }) else { return nil }
    return String(name.dropFirst("libxtb.so.".count))
  }
}
