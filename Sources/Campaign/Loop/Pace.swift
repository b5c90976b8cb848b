/// How fast a run goes, for an estimate of the time that is left.
package struct Pace {
  private let clock = ContinuousClock()
  private let beganAt: ContinuousClock.Instant
  private var done = 0

  /// A run that begins now.
  package init() {
    beganAt = clock.now
  }

  /// Counts something that is done.
  package mutating func count() { done += 1 }

  /// How long this many more take, in seconds; nil before anything is done.
  package func secondsLeft(for left: Int) -> Double? {
    done == 0 ? nil : (clock.now - beganAt) / .seconds(1) / Double(done) * Double(max(0, left))
  }
}
