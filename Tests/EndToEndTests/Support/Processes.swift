import Foundation

/// The processes of this machine, as the kernel lists them.
enum Processes {
  /// Those that work in a folder or below it, by their numbers.
  static func working(below folder: String) -> [Int] {
    let files = FileManager.default
    let real = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path(percentEncoded: false)
    return ((try? files.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap(Int.init).filter { number in
      // Of other people's processes it is not known, and one that has ended has none.
      let place = try? files.destinationOfSymbolicLink(atPath: "/proc/\(number)/cwd")
      return place?.hasPrefix(real.hasSuffix("/") ? real : real + "/") ?? false
    }
  }
}
