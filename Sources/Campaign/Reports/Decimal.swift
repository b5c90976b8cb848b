import Foundation

/// A number with so many decimals, with a point whatever the locale.
package func decimal(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }

/// A number with three digits that count, since units differ by decades; with a point whatever the locale.
package func significant(_ value: Double) -> String { String(format: "%.3g", value) }
