import Compositions

/// What is computed from a formula; the raw values are the names of the representations.
enum ElementFeatures: String, Sendable, Hashable {
  case amounts = "element-amounts"
  case statistics = "element-statistics"
  case means = "element-means"
  case bonding = "element-bonding"
  case groups = "element-groups"

  /// Whether they are counts, and no real numbers.
  var givesCounts: Bool { self == .amounts || self == .groups }

  /// The names of the real numbers in their order; none for counts.
  var names: [String] {
    switch self {
    case .statistics: ElementStatistics.names
    case .means: ElementMeans.names
    case .bonding: ElementBonding.names
    case .amounts, .groups: []
    }
  }

  func features(of composition: Composition) -> Features {
    switch self {
    case .amounts: .counts(composition.amounts)
    case .statistics: .reals(ElementStatistics.values(of: composition))
    case .means: .reals(ElementMeans.values(of: composition))
    case .bonding: .reals(ElementBonding.values(of: composition))
    case .groups: .counts(composition.groups)
    }
  }
}

extension Composition {
  /// The fractions of the elements in millionths, by atomic number from 0 for hydrogen, so that MinMax compares them.
  var amounts: CountFingerprint {
    millionths(in: Element.all.count) { $0.atomicNumber - 1 }
  }

  /// The fractions of groups of similar elements in millionths.
  var groups: CountFingerprint { millionths(in: Element.groupCount, at: \.group) }

  private func millionths(in count: Int, at place: (Element) -> Int) -> CountFingerprint {
    var counts = [UInt32](repeating: 0, count: count)
    for (part, fraction) in zip(parts, fractions) {
      // A trace is still an element that is there.
      counts[place(part.element)] += UInt32(max(1, (fraction * 1e6).rounded()))
    }
    return CountFingerprint(counts: counts)
  }
}
