extension Objective {
  /// The finite bounds of its window, in the property's unit; none for other goals.
  package var bounds: [Double] {
    guard case .window(let lower, let upper) = goal else { return [] }
    return [lower, upper].filter(\.isFinite)
  }

  /// The objective in words: `gap from 1.0 to 1.6 eV`.
  package func text(unit: String?) -> String {
    let unit = if let unit, !unit.isEmpty { " \(unit)" } else { "" }
    switch goal {
    case .maximize: return "\(property) as high as possible"
    case .minimize: return "\(property) as low as possible"
    case .window(let lower, let upper) where lower == -.infinity: return "\(property) at most \(upper)\(unit)"
    case .window(let lower, let upper) where upper == .infinity: return "\(property) at least \(lower)\(unit)"
    case .near(let value, let deviation): return "\(property) about \(value) ± \(deviation)\(unit)"
    case .window(let lower, let upper): return "\(property) from \(lower) to \(upper)\(unit)"
    }
  }
}

extension [Objective] {
  /// The finite bounds of the windows, by property.
  package var bounds: [String: [Double]] {
    reduce(into: [:]) { $0[$1.property, default: []] += $1.bounds }
  }
}
