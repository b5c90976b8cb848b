import Files

/// The positions of values along one side of a plot.
package struct PlotAxis: Sendable, Hashable {
  private let least: Double
  private let most: Double
  /// In pixels.
  private let length: Double

  /// An axis over a range of values.
  package init(_ range: ClosedRange<Double>, length: Double) {
    (least, most, self.length) = (range.lowerBound, range.upperBound, length)
  }

  /// The values at ticks, with the share of the axis below each.
  package var ticks: [(share: Double, text: String)] {
    roundNumbers(from: least, to: most).map { (share($0), fourSignificant($0)) }
  }

  /// The share of the axis below a value, from 0 to 1: values outside the range are at its ends.
  package func share(_ value: Double) -> Double {
    most > least ? min(1, max(0, (value - least) / (most - least))) : 0
  }

  /// The distance of a value from the lower end, in pixels.
  package func place(_ value: Double) -> Double { share(value) * length }

  /// The places of bounds; a missing bound is at the end of the axis.
  package func places(from lower: Double?, to upper: Double?) -> ClosedRange<Double> {
    place(lower ?? least)...place(upper ?? most)
  }
}
