import Foundation

/// The libxtb file on this machine.
enum Library {
  /// The version in the name of the loaded file, such as `6.5.1` in `libxtb.so.6.5.1`; the interface does not provide
  /// the version.
  static var version: String? {
    // The kernel reports size 0 for this file, so it must be read to the end.
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
