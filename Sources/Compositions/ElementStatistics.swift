import Glibc

/// The descriptors of a composition by XenonPy: statistics of the elements' properties.
///
/// With the amounts nᵢ, the fractions wᵢ = nᵢ / Σ n and a property fᵢ of each element, the 290 descriptors are for each of the
/// 58 properties, in this order of blocks: `ave` Σ wᵢ fᵢ, `sum` Σ nᵢ fᵢ, `var` Σ wᵢ (fᵢ − ave)², `max` and `min`.
public enum ElementStatistics {
  /// The names in the order of the values: "ave:atomic_number", …, "min:Polarizability".
  public static let names = ["ave", "sum", "var", "max", "min"].flatMap { statistic in
    Element.propertyNames.map { "\(statistic):\($0)" }
  }

  /// The values for a composition.
  public static func values(of composition: Composition) -> [Double] {
    let table = ElementTable.current
    let width = table.names.count
    let atoms = composition.atomCount
    return unsafe [Double](unsafeUninitializedCapacity: 5 * width) { buffer, initializedCount in
      // The table and the buffer have room for what is read and written: `width` numbers for each element and statistic.
      unsafe table.values.withUnsafeBufferPointer { values in
        guard let start = buffer.baseAddress, let properties = values.baseAddress else { return }
        let (average, sum, variance) = unsafe (start, start + width, start + 2 * width)
        let (greatest, least) = unsafe (start + 3 * width, start + 4 * width)
        for (number, part) in composition.parts.enumerated() {
          let row = unsafe properties + (part.element.atomicNumber - 1) * width
          let (amount, fraction) = (part.amount, part.amount / atoms)
          if number == 0 {
            for place in 0..<width {
              let value = unsafe row[place]
              unsafe average[place] = fraction * value
              unsafe sum[place] = amount * value
              unsafe variance[place] = 0
              unsafe greatest[place] = value
              unsafe least[place] = value
            }
          } else {
            for place in 0..<width {
              let value = unsafe row[place]
              unsafe average[place] += fraction * value
              unsafe sum[place] += amount * value
              unsafe greatest[place] = unsafe value > greatest[place] ? value : greatest[place]
              unsafe least[place] = unsafe value < least[place] ? value : least[place]
            }
          }
        }
        for part in composition.parts where composition.parts.count > 1 {
          let row = unsafe properties + (part.element.atomicNumber - 1) * width
          let fraction = part.amount / atoms
          for place in 0..<width {
            let deviation = unsafe row[place] - average[place]
            unsafe variance[place] += fraction * deviation * deviation
          }
        }
      }
      initializedCount = 5 * width
    }
  }
}

/// The geometric and the harmonic mean of the elements' properties, weighted by the amounts.
///
/// Both are defined for positive numbers: only properties that are positive for every element are averaged.
public enum ElementMeans {
  /// The places of the properties that are positive for every element.
  private static let places = Element.propertyNames.indices.filter { place in
    Element.all.allSatisfy { $0.values[$0.values.startIndex + place] > 0 }
  }

  /// The names in the order of the values: "gmean:atomic_number", …, "hmean:Polarizability".
  public static let names = ["gmean", "hmean"].flatMap { mean in
    places.map { "\(mean):\(Element.propertyNames[$0])" }
  }

  /// The values for a composition.
  public static func values(of composition: Composition) -> [Double] {
    let parts = zip(composition.parts.map(\.element.values), composition.fractions)
    let geometric = places.map { place in
      exp(parts.reduce(0) { $0 + $1.1 * log($1.0[$1.0.startIndex + place]) })
    }
    let harmonic = places.map { place in
      1 / parts.reduce(0) { $0 + $1.1 / $1.0[$1.0.startIndex + place] }
    }
    return geometric + harmonic
  }
}
