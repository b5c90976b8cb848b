extension Composition {
  /// The composition with an element in the place of another, whole or in part; amounts of the same element are added.
  ///
  /// - Parameters:
  ///   - place: the index of the replaced element among ``parts``.
  ///   - amount: how much of it is replaced, above 0; nil for all, as is more than there is.
  public func replacing(_ place: Int, with element: Element, amount: Double? = nil) -> Composition {
    let whole = parts[place].amount
    let replaced = min(amount ?? whole, whole)
    // What is left by rounding alone is nothing.
    let rest = whole - replaced > 1e-9 * whole ? [Part(parts[place].element, whole - replaced)] : []
    return Self.joined(
      parts.enumerated().filter { $0.offset != place }.map(\.element) + rest
        + [Part(element, rest.isEmpty ? whole : replaced)])
  }

  /// The composition with another amount of an element; an amount of 0 removes it. Nil if nothing would be left.
  ///
  /// - Parameter place: the index of the element among ``parts``.
  public func setting(_ place: Int, to amount: Double) -> Composition? {
    var changed = parts
    if amount > 0 { changed[place] = Part(parts[place].element, amount) } else { changed.remove(at: place) }
    return changed.isEmpty ? nil : Composition(changed)
  }

  private static func joined(_ parts: [Part]) -> Composition {
    var sum: [Part] = []
    for part in parts {
      if let known = sum.firstIndex(where: { $0.element == part.element }) {
        sum[known] = Part(part.element, sum[known].amount + part.amount)
      } else {
        sum.append(part)
      }
    }
    return Composition(sum)
  }
}
