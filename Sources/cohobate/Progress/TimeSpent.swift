import Glibc

/// The time spent by a command: wall time, and processor time of its own and of the programs that it ran.
struct TimeSpent {
  private let beganAt = ContinuousClock.now

  /// `time: 4 min 36 s; processor time: 8 min 02 s of calculators, 41 s of Cohobate`. Programs count once they have
  /// ended.
  var text: String {
    let wall = (ContinuousClock.now - beganAt) / .seconds(1)
    var spent = tms()
    _ = unsafe times(&spent)
    let perSecond = Double(max(1, sysconf(Int32(_SC_CLK_TCK))))
    let programs = Double(spent.tms_cutime + spent.tms_cstime) / perSecond
    let own = Double(spent.tms_utime + spent.tms_stime) / perSecond
    return
      "time: \(Number.duration(seconds: wall)); processor time: \(Number.duration(seconds: programs)) of calculators, "
      + "\(Number.duration(seconds: own)) of Cohobate"
  }
}
