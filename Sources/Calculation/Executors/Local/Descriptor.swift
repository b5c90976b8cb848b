import Glibc
import Synchronization

/// A file descriptor. It is closed with the object, and is closed in every program that is started.
final class Descriptor: Sendable {
  let number: CInt
  private let isOwned = Atomic(true)

  private init(_ number: CInt) throws(DescriptorFailure) {
    guard number >= 0 else { throw DescriptorFailure(number: errno) }
    self.number = number
  }

  deinit {
    if isOwned.load(ordering: .relaxed) { close(number) }
  }

  /// Gives up the descriptor, which the receiver must close.
  func given() -> CInt {
    isOwned.store(false, ordering: .relaxed)
    return number
  }

  /// A pipe. Its ends are marked close-on-exec a moment after its creation, since Swift has no call for both; a keeper
  /// started in between closes descriptors that it should not have.
  static func pipe() throws(DescriptorFailure) -> (reading: Descriptor, writing: Descriptor) {
    var ends: [CInt] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw DescriptorFailure(number: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (try Descriptor(ends[0]), try Descriptor(ends[1]))
  }

  /// A new, empty file.
  static func file(at path: String) throws(DescriptorFailure) -> Descriptor {
    try unsafe Descriptor(open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666))
  }

  /// Makes reading and writing non-blocking.
  func waitNever() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
  }

  /// The next bytes, at most `count`: empty at the end, nil if there are none yet.
  func read(atMost count: Int = 1 << 16) -> [UInt8]? {
    var outcome = -1
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      repeat {
        outcome = unsafe Glibc.read(number, buffer.baseAddress, count)
      } while outcome < 0 && errno == EINTR
      initialised = max(0, outcome)
    }
    return outcome < 0 ? nil : bytes
  }

  /// Writes as much as possible without waiting; returns the number of bytes written.
  func write(_ bytes: ArraySlice<UInt8>) -> Int {
    max(0, unsafe bytes.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) })
  }

  /// The beginning of a file, at most `count` bytes, as text.
  func text(atMost count: Int) -> String {
    var bytes: [UInt8] = []
    _ = lseek(number, 0, SEEK_SET)
    while bytes.count < count, let more = read(atMost: min(1 << 16, count - bytes.count)), !more.isEmpty {
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Empties a file.
  func truncate() {
    _ = ftruncate(number, 0)
  }
}

/// The kernel refused a descriptor.
struct DescriptorFailure: Error, CustomStringConvertible {
  let number: CInt

  var description: String { unsafe String(cString: strerror(number)) }
}
