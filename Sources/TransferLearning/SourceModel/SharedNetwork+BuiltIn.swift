internal import CLibrary
internal import Foundation

extension SharedNetwork {
  /// The network that comes with the program, read once; its values are those of `Sources/CLibrary/labels.csv`.
  ///
  /// - Throws: `TransferLearningError` if the program is damaged.
  public static func builtIn() throws(TransferLearningError) -> SharedNetwork { try builtInResult.get() }

  private static let builtInResult = Result { () throws(TransferLearningError) in
    // The bytes and their number are constants of the C target, generated together.
    let bytes = unsafe UnsafeBufferPointer(start: cohobate_library_start(), count: Int(cohobate_library_size))
    return try SharedNetwork(decoding: unsafe Data(buffer: bytes))
  }
}
