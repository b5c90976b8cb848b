import Foundation
import Glibc

/// A named pipe that processes hold open. Its reader hears what they say, and that the last of them is gone.
final class Witness: Sendable {
  let path: String
  private let descriptor: CInt

  /// Makes the pipe in a folder.
  init(in folder: String) throws {
    path = "\(folder)/witness"
    guard unsafe mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
    descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  }

  deinit {
    close(descriptor)
  }

  /// The next words, nil when nobody holds the pipe any more. Only a failure takes long.
  func words() async -> String? {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: self.wait()) }
    }
  }

  /// Waits until all these words, in whatever order, were said.
  func hears(_ expected: Set<String>) async -> Bool {
    var said = ""
    while !expected.isSubset(of: Set(said.split(separator: "\n").map(String.init))) {
      guard let more = await words(), more != Self.patienceIsOver else { return false }
      said += more
    }
    return true
  }

  /// Waits until nobody holds the pipe any more.
  func isDeserted() async -> Bool {
    while let words = await words() {
      if words == Self.patienceIsOver { return false }
    }
    return true
  }

  private static let patienceIsOver = "patience is over"

  private func wait() -> String? {
    var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&source, 1, 60_000) == 1 else { return Self.patienceIsOver }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe read(descriptor, &bytes, 4096)
    return count <= 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }
}
