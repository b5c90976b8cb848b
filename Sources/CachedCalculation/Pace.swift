/// The pace of a run, for an estimate of the remaining time.
package struct Pace {
  private let clock = ContinuousClock()
  private let beganAt: ContinuousClock.Instant
  private var done = 0

  /// Starts with a run that begins now.
  package init() {
    beganAt = clock.now
  }

  /// Counts one finished item.
  package mutating func count() { done += 1 }

  /// The estimated time for this many more items, in seconds; nil before the first is finished.
  package func secondsLeft(for left: Int) -> Double? {
    done == 0 ? nil : (clock.now - beganAt) / .seconds(1) / Double(done) * Double(max(0, left))
  }
}
