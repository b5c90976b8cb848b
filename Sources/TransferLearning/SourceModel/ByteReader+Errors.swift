internal import Files
internal import Foundation

extension ByteReader<TransferLearningError> {
  /// - Parameter what: what the bytes are taken for, as errors are to name it.
  init(_ data: Data, of what: String) {
    self.init([UInt8](data)[...]) { .unreadable(what: what, reason: $0) }
  }
}
