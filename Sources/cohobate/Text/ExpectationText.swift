import Campaign
import Files
import Reports

/// What a batch is expected to bring and to cost, for people.
struct ExpectationText {
  private let expected: BatchExpectation
  private let chosen: Int

  init(_ expected: BatchExpectation, chosen: Int) { (self.expected, self.chosen) = (expected, chosen) }

  /// `expected of these 8: 3.1 hits (1 to 5), about 0.036 core-hours`
  var line: String {
    let cost = expected.coreHours.map { ", about \(Number.coreHours($0))" } ?? ""
    return "expected of \(chosen == 1 ? "this one" : "these \(chosen)"): \(expected.gain.text)\(cost)".visible
  }
}
