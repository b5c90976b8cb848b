import Glibc

/// How long a command has worked: by the clock, and in processor time of its own and of the programs that it ran.
struct TimeSpent {
  private let beganAt = ContinuousClock.now

  /// `time: 4 min 36 s; processor time: 8 min 02 s of calculators, 41 s of Cohobate`.
  var text: String {
    let wall = (ContinuousClock.now - beganAt) / .seconds(1)
    return "time: \(Number.duration(seconds: wall)); processor time: "
      + "\(Number.duration(seconds: Self.processorSeconds(RUSAGE_CHILDREN))) of calculators, "
      + "\(Number.duration(seconds: Self.processorSeconds(RUSAGE_SELF))) of Cohobate"
  }

  /// Of programs only those that have ended count.
  private static func processorSeconds(_ whose: __rusage_who) -> Double {
    var usage = rusage()
    guard unsafe getrusage(whose, &usage) == 0 else { return 0 }
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
