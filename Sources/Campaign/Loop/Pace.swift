/// How fast a run goes, for an estimate of the time that is left.
package struct Pace {
  private let clock = ContinuousClock()
  private let beganAt: ContinuousClock.Instant
  private var done = 0

  /// A run that begins now.
  package init() {
    beganAt = clock.now
  }

  /// Counts something that took its time, and says how long so many more take; in seconds.
  package mutating func secondsLeft(for left: Int) -> Double {
    done += 1
    return (clock.now - beganAt) / .seconds(1) / Double(done) * Double(max(0, left))
  }
}
