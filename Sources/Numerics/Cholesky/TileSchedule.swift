internal import Foundation

/// Assigns the tiles of a lower triangle, column by column, to workers that factorise it, and lets each wait for the
/// tiles that its own needs. A worker waits only for tiles assigned before its own, so at least one can always proceed,
/// whatever their number.
///
/// All mutable state is protected by the lock: hence the unchecked conformance.
final class TileSchedule: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  private var next = (row: 0, column: 0)
  /// For each row, the number of finished tiles, which are always the first ones.
  private var done: [Int]
  private var failure: NumericsError?

  init(count: Int) {
    self.count = count
    done = Array(repeating: 0, count: count)
  }

  /// The next tile; nil if all are assigned or an error occurred.
  func take() -> (row: Int, column: Int)? {
    condition.withLock {
      guard next.column < count, failure == nil else { return nil }
      defer { next = next.row + 1 < count ? (next.row + 1, next.column) : (next.column + 1, next.column + 1) }
      return next
    }
  }

  /// Waits until the first tiles of a row are finished; false if an error prevents it.
  func wait(forTiles tiles: Int, ofRow row: Int) -> Bool {
    condition.withLock {
      while done[row] < tiles, failure == nil { condition.wait() }
      return failure == nil
    }
  }

  /// Marks the next tile of a row as finished.
  func finish(row: Int) {
    condition.withLock {
      done[row] += 1
      condition.broadcast()
    }
  }

  /// Records an error and ends all waiting.
  func fail(_ error: NumericsError) {
    condition.withLock {
      failure = error
      condition.broadcast()
    }
  }

  /// Throws the recorded error, if any.
  func check() throws(NumericsError) {
    if let failure { throw failure }
  }
}
