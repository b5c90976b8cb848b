internal import Files
internal import Foundation

extension ByteReader<TransferLearningError> {
  /// - Parameter what: the name of the content, for errors.
  init(_ data: Data, of what: String) {
    self.init([UInt8](data)[...]) { .unreadable(what: what, reason: $0) }
  }
}
