import Foundation

/// A number with so many decimals, with a point whatever the locale.
package func decimal(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }
