package import Foundation

/// Times are stored as ISO 8601 text in UTC to the millisecond: `2026-11-23T03:10:00.000Z`.
extension Date {
  private static let storedStyle = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)

  /// This time as stored text.
  package var storedText: String {
    // A quarter of a millisecond is added, since the style truncates, and the nearest double may lie just below.
    let milliseconds = (timeIntervalSince1970 * 1000).rounded()
    return Date(timeIntervalSince1970: (milliseconds + 0.25) / 1000).formatted(Self.storedStyle)
  }

  /// The time of a stored text; nil if it is not one.
  package init?(storedText: String) {
    guard let date = try? Date(storedText, strategy: Self.storedStyle) else { return nil }
    self.init(timeIntervalSince1970: (date.timeIntervalSince1970 * 1000).rounded() / 1000)
  }
}
