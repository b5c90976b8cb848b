import Files
import Tables

extension ReplayReport {
  /// The curves as a table: a row for each policy and number of calculations.
  public var csv: String {
    let quantities = ["hits", "share"] + goals.map { "best \($0)" }
    let titles = ["policy", "calculations"] + quantities.flatMap { [$0, "\($0) low", "\($0) high"] }
    let rows = policies.flatMap { policy in
      policy.curve.map { point in
        [policy.name, "\(point.calculations)"]
          + ([point.hits, point.share] + goals.map { point.best[$0] }).flatMap { spread in
            [spread?.mean, spread?.low, spread?.high].map { $0.map { "\($0)" } ?? "" }
          }
      }
    }
    return separatedText([titles] + rows)
  }
}
