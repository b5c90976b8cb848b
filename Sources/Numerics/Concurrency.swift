internal import Dispatch
internal import Foundation
internal import Synchronization

/// The number of cores that linear algebra may use. No result depends on it: the work is always divided into the same
/// pieces, and the arithmetic of a piece never crosses its boundary.
package enum Workers {
  /// All cores, unless a caller binds another number.
  @TaskLocal package static var limit = ProcessInfo.processInfo.activeProcessorCount
}

/// Carries out pieces of work on all cores, in any order, and returns when all are done. A free worker takes the next
/// piece in the order of the index, so the longest should come first.
///
/// - Parameter isSmall: whether the whole work costs less than distributing it.
func concurrently(_ count: Int, isSmall: Bool = false, _ body: @Sendable (Int) -> Void) {
  let workers = min(Workers.limit, count)
  guard workers > 1, !isSmall else {
    for index in 0..<count { body(index) }
    return
  }
  let next = Atomic(0)
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      body(index)
    }
  }
}

/// The values of a pure function of consecutive ranges that make up `0..<count`, in their order. All cores share the ranges;
/// no value depends on the number of cores.
///
/// - Parameters:
///   - length: the greatest length of a range.
///   - isSmall: whether the whole work costs less than distributing it.
///   - body: the values for one range.
package func concurrentPieces<Value: Sendable>(
  of count: Int, length: Int, isSmall: Bool = false, _ body: @Sendable (Range<Int>) -> [Value]
) -> [Value] {
  let ranges = pieces(of: count, length: length)
  let parts = Mutex([[Value]](repeating: [], count: ranges.count))
  concurrently(ranges.count, isSmall: isSmall) { index in
    let values = body(ranges[index])
    parts.withLock { $0[index] = values }
  }
  return parts.withLock { $0.flatMap(\.self) }
}

/// Divides `0..<count` into consecutive ranges of at most a length.
func pieces(of count: Int, length: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
}
