internal import Foundation

/// Hands out the tiles of a lower triangle, column after column, to workers that factorise it, and lets each wait for
/// what its tile needs. A worker only ever waits for tiles handed out before its own, so one of them can always go on,
/// however many there are.
///
/// All that changes is changed under the lock: hence the unchecked conformance.
final class TileSchedule: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  private var next = (row: 0, column: 0)
  /// For each row, how many of its tiles are done, which are always the first ones.
  private var done: [Int]
  private var failure: NumericsError?

  init(count: Int) {
    self.count = count
    done = Array(repeating: 0, count: count)
  }

  /// The next tile; nil when all are taken, or something has failed.
  func take() -> (row: Int, column: Int)? {
    condition.withLock {
      guard next.column < count, failure == nil else { return nil }
      defer { next = next.row + 1 < count ? (next.row + 1, next.column) : (next.column + 1, next.column + 1) }
      return next
    }
  }

  /// Waits until the first tiles of a row are done; false if they never will be.
  func wait(forTiles tiles: Int, ofRow row: Int) -> Bool {
    condition.withLock {
      while done[row] < tiles, failure == nil { condition.wait() }
      return failure == nil
    }
  }

  /// The next tile of a row is done.
  func finish(row: Int) {
    condition.withLock {
      done[row] += 1
      condition.broadcast()
    }
  }

  /// Nothing is to be waited for any more.
  func fail(_ error: NumericsError) {
    condition.withLock {
      failure = error
      condition.broadcast()
    }
  }

  /// Throws what failed, if anything did.
  func check() throws(NumericsError) {
    if let failure { throw failure }
  }
}
