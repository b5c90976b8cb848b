import Compositions

/// What is computed from a formula; the raw values are the names of the representations.
enum ElementFeatures: String, Sendable, Hashable {
  case amounts = "element-amounts"
  case statistics = "element-statistics"
  case means = "element-means"

  func features(of composition: Composition) -> Features {
    switch self {
    case .amounts: .counts(composition.amounts)
    case .statistics: .reals(ElementStatistics.values(of: composition))
    case .means: .reals(ElementMeans.values(of: composition))
    }
  }
}

extension Composition {
  /// The fractions of the elements in millionths, by atomic number from 0 for hydrogen, so that MinMax compares them.
  var amounts: CountFingerprint {
    var counts = [UInt32](repeating: 0, count: Element.all.count)
    for (part, fraction) in zip(parts, fractions) {
      // A trace is still an element that is there.
      counts[part.element.atomicNumber - 1] = UInt32(max(1, (fraction * 1e6).rounded()))
    }
    return CountFingerprint(counts: counts)
  }
}
