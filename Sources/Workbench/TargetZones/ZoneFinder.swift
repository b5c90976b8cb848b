import Chemistry
import Numerics

/// Finds zones, one property or pair after the other.
struct ZoneFinder {
  private(set) var zones: [TargetZone] = []
  private let molecules: [Molecule]

  /// The share of a tail, and of one side of a corner.
  private static let tail = 0.05
  private static let side = 0.2
  /// The rank of the molecule whose distance is that of the zone.
  private static let supporting = 5
  private static let mostCompared = 200
  private static let familyDistance = 0.7

  init(molecules: [Molecule]) { self.molecules = molecules }

  /// Adds the zones of a property, from low to high.
  mutating func look(at column: ZoneColumn) throws(ChemistryError) {
    let (low, high) = (rounded(column, Self.tail), rounded(column, 1 - Self.tail))
    guard low < high else { return }
    let (least, most) = (column.sorted[0], column.sorted[column.sorted.count - 1])
    try add(.beyondLow, [(column, nil, TargetZone.rounded(least))])
    try add(.low, [(column, nil, low)])
    if let gap = gap(in: column, between: low, and: high) {
      try add(.gap, [(column, gap.least, gap.most)], expected: gap.expected)
    }
    try add(.high, [(column, high, nil)])
    try add(.beyondHigh, [(column, TargetZone.rounded(most), nil)])
  }

  /// Adds the rare corners of a pair of properties.
  mutating func look(at first: ZoneColumn, _ second: ZoneColumn) throws(ChemistryError) {
    let count = zip(first.values, second.values).count { $0 != nil && $1 != nil }
    for isFirstLow in [true, false] {
      for isSecondLow in [true, false] {
        func bounds(_ column: ZoneColumn, _ isLow: Bool) -> (ZoneColumn, Double?, Double?) {
          isLow ? (column, nil, rounded(column, Self.side)) : (column, rounded(column, 1 - Self.side), nil)
        }
        try add(
          .corner, [bounds(first, isFirstLow), bounds(second, isSecondLow)],
          expected: Self.side * Self.side * Double(count))
      }
    }
  }

  private func rounded(_ column: ZoneColumn, _ share: Double) -> Double {
    TargetZone.rounded(quantile(share, ofSorted: column.sorted))
  }

  /// The emptiest interval between two values; nil if it has a third of its even share or more.
  private func gap(
    in column: ZoneColumn, between low: Double, and high: Double
  ) -> (least: Double, most: Double, expected: Double)? {
    let steps = 200
    let width = min(max(column.residual, (high - low) / 12), (high - low) / 3)
    let inner = column.sorted.filter { low < $0 && $0 < high }
    let expected = Double(inner.count) * width / (high - low)
    guard width > 0, expected >= 3 else { return nil }
    var best: (least: Double, most: Double, count: Int)?
    for step in 0...steps {
      let start = TargetZone.rounded(low + (high - low - width) * Double(step) / Double(steps))
      let end = TargetZone.rounded(start + width)
      let count = inner.count { start <= $0 && $0 <= end }
      if start < end, count < best?.count ?? .max { best = (start, end, count) }
    }
    guard let best, Double(best.count) * 3 < expected else { return nil }
    return (best.least, best.most, expected)
  }

  private mutating func add(
    _ kind: TargetZone.Kind, _ parts: [(column: ZoneColumn, least: Double?, most: Double?)], expected: Double? = nil
  ) throws(ChemistryError) {
    let bounds = parts.map { TargetZone.Bounds(property: $0.column.name, least: $0.least, most: $0.most) }
    // Beyond the data the bound itself is the last existing value, and does not count.
    let isOpen = kind == .beyondLow || kind == .beyondHigh
    var distances: [(molecule: Int, distance: Double, isInside: Bool)] = []
    for molecule in molecules.indices {
      var (distance, isInside, isKnown) = (0.0, !isOpen, true)
      for (part, bounds) in zip(parts, bounds) {
        guard let value = part.column.values[molecule] else {
          isKnown = false
          break
        }
        let away = bounds.distance(of: value)
        if away > 0 {
          isInside = false
          distance = max(distance, part.column.residual > 0 ? away / part.column.residual : .greatestFiniteMagnitude)
        }
      }
      if isKnown { distances.append((molecule, distance, isInside)) }
    }
    let inside = distances.count(where: \.isInside)
    if kind == .corner, let expected, Double(inside) * 2 >= expected { return }
    distances.sort { ($0.distance, $0.molecule) < ($1.distance, $1.molecule) }
    let near = distances.filter { $0.distance <= 1 }
    let compared = near.prefix(Self.mostCompared).map { molecules[$0.molecule] }
    let families = try compared.diverse(minimumDistance: Self.familyDistance).count
    zones.append(
      TargetZone(
        kind: kind, bounds: bounds, inside: inside, near: near.count - inside, expected: expected,
        distance: distances.count < Self.supporting
          ? .greatestFiniteMagnitude : distances[Self.supporting - 1].distance,
        families: families))
  }
}
