internal import Dispatch
internal import Foundation
internal import Synchronization

/// On how many cores linear algebra may work at once. No result depends on it: the work is cut into the same pieces
/// whoever does them, and a piece's arithmetic never crosses its edge.
package enum Workers {
  /// All cores, unless a caller has bound it otherwise for a while.
  @TaskLocal package static var limit = ProcessInfo.processInfo.activeProcessorCount
}

/// Does pieces of work, in any order, on all cores, and returns when all are done. A free worker takes the next in the
/// order of the index, so the longest should come first.
///
/// - Parameter isSmall: whether all of it together is less than what handing it out would cost.
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

/// Consecutive ranges of at most a length that together are `0..<count`.
func pieces(of count: Int, length: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: length).map { $0..<min($0 + length, count) }
}
