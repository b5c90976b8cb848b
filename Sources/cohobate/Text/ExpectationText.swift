import Campaign
import Files
import Reports

/// What a batch is expected to bring and to cost, for people.
struct ExpectationText {
  private let expected: BatchExpectation
  private let chosen: Int

  init(_ expected: BatchExpectation, chosen: Int) { (self.expected, self.chosen) = (expected, chosen) }

  /// `expected of these 8: 3.1 hits (1 to 5), about 0.02 core-hours`
  var line: String {
    let cost = expected.coreHours.map { ", about \(Self.cost($0))" } ?? ""
    return "expected of \(chosen == 1 ? "this one" : "these \(chosen)"): \(expected.gain.text)\(cost)".visible
  }

  /// Core-hours in words: below a hundredth in seconds, which are easier to grasp than small fractions.
  private static func cost(_ hours: Double) -> String {
    hours < 0.01 ? "\(twoSignificant(hours * 3600)) core-seconds" : "\(twoSignificant(hours)) core-hours"
  }
}
