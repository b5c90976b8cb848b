import Compositions

/// A problem with a filter, and the limit concerned.
public struct FilterProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// The limit, as a rejection by it would name it.
  public let kind: Rejection.Kind
  /// The sentence.
  public let error: ChemistryError

  /// The sentence.
  public var description: String { error.description }

  init(_ kind: Rejection.Kind, _ reason: String) { (self.kind, error) = (kind, .invalidFilter(reason: reason)) }

  init(_ kind: Rejection.Kind, _ error: ChemistryError) { (self.kind, self.error) = (kind, error) }
}

extension MoleculeFilter {
  /// Checks the filter itself.
  ///
  /// - Throws: ``ChemistryError`` that names an invalid SMARTS pattern, an unknown element, or a limit that no molecule
  ///   can meet.
  public func validated() throws(ChemistryError) {
    if let problem { throw problem.error }
  }

  /// The first problem with the filter; nil if it is valid.
  public var problem: FilterProblem? {
    elementProblem ?? limitProblem ?? contradiction ?? ringProblem ?? patternProblem ?? distanceProblem
      ?? polymerisationProblem ?? compositionProblem
  }

  private var elementProblem: FilterProblem? {
    guard let allowedElements else { return nil }
    if allowedElements.isEmpty { return FilterProblem(.element, "its list of allowed elements is empty") }
    return allowedElements.first { !isElement($0) }.map {
      FilterProblem(.element, "'\($0)', among its allowed elements, is not the symbol of an element")
    }
  }

  private var compositionProblem: FilterProblem? {
    guard let compositions else { return nil }
    if let symbol = compositions.requiredElements.first(where: { Element(symbol: $0) == nil }) {
      return FilterProblem(
        .requiredElement, "'\(symbol)', among its required elements, is not the symbol of an element from H to Pu")
    }
    if let allowedElements, let symbol = compositions.requiredElements.first(where: { !allowedElements.contains($0) }) {
      return FilterProblem(.requiredElement, "'\(symbol)' is required, and is not among its allowed elements")
    }
    return nil
  }

  private var limitProblem: FilterProblem? {
    for quantity in FilterQuantity.allCases {
      guard let limit = limits[quantity] else { continue }
      let row = quantity.row
      if let end = [limit.least, limit.most].compactMap(\.self).first(where: \.isNaN) {
        return FilterProblem(quantity.kind, "'\(row.key)' has the bound \(end), which is not a number")
      }
      if let least = limit.least, let most = limit.most, least > most {
        return FilterProblem(quantity.kind, "'\(row.key)' is at least \(short(least)) and at most \(short(most))")
      }
      let range = "'\(row.key)' goes from \(short(row.possible.lowerBound)) to \(short(row.possible.upperBound))"
      // No molecule has weight 0, though 0 is a usual lower bound.
      let isNothing = quantity == .molecularWeight && (limit.most ?? 1) <= 0
      if let most = limit.most, most < row.possible.lowerBound || isNothing {
        return FilterProblem(quantity.kind, "no molecule meets the upper limit \(short(most)): \(range)")
      }
      if let least = limit.least, least > row.possible.upperBound {
        return FilterProblem(quantity.kind, "no molecule meets the lower limit \(short(least)): \(range)")
      }
      if row.decimals == 0, let least = limit.least, let most = limit.most, least.rounded(.up) > most {
        return FilterProblem(
          quantity.kind, "no whole number is from \(short(least)) to \(short(most)), but '\(row.key)' must be one")
      }
    }
    return nil
  }

  /// Pairs of quantities of which one is a part of the other.
  private static let parts: [(part: FilterQuantity, whole: FilterQuantity)] = [
    (.aromaticRings, .rings), (.unspecifiedStereocentres, .stereocentres), (.rings, .heavyAtoms),
    (.stereocentres, .heavyAtoms),
  ]

  private var contradiction: FilterProblem? {
    for (part, whole) in Self.parts {
      if let least = limits[part]?.least, let most = limits[whole]?.most, least > most {
        return FilterProblem(
          part.kind,
          "no molecule has '\(part.row.key)' of at least \(short(least)) and '\(whole.row.key)' of at most \(short(most))"
        )
      }
    }
    return nil
  }

  private var ringProblem: FilterProblem? {
    func problem(_ reason: String) -> FilterProblem { FilterProblem(.ringSize, reason) }
    if let maximumRingSize, maximumRingSize < 3 {
      return problem("its maximum ring size is \(maximumRingSize), but the smallest ring has 3 atoms")
    }
    if let minimumRingSize, let maximumRingSize, minimumRingSize > maximumRingSize {
      return problem("its minimum ring size \(minimumRingSize) is above its maximum ring size \(maximumRingSize)")
    }
    if let size = ringSizes?.first(where: { $0 < 3 }) {
      return problem("its ring sizes have \(size), but the smallest ring has 3 atoms")
    }
    let needsRing = max(limits[.rings]?.least ?? 0, limits[.aromaticRings]?.least ?? 0) > 0
    if let ringSizes, needsRing {
      let sizes = (minimumRingSize ?? 3)...(maximumRingSize ?? .max)
      if !ringSizes.contains(where: sizes.contains) {
        return problem("it asks for a ring, and allows none of any size")
      }
    }
    return nil
  }

  private var patternProblem: FilterProblem? {
    func problem(_ kind: Rejection.Kind, _ texts: [String], _ compile: (String) throws(ChemistryError) -> Void)
      -> FilterProblem?
    {
      for text in texts {
        do throws(ChemistryError) { try compile(text) } catch { return FilterProblem(kind, error) }
      }
      return nil
    }
    let pattern = { (smarts: String) throws(ChemistryError) in _ = try SubstructurePattern(smarts: smarts) }
    if let problem = problem(.required, required, pattern) ?? problem(.forbidden, forbidden, pattern)
      ?? problem(.scaffold, scaffolds, { (text) throws(ChemistryError) in _ = try Scaffold(text) })
    {
      return problem
    }
    if let both = required.first(where: forbidden.contains) {
      return FilterProblem(.forbidden, "'\(both)' is both required and forbidden")
    }
    return nil
  }

  private var polymerisationProblem: FilterProblem? {
    polymerisations?.isEmpty == true
      ? FilterProblem(.polymerisation, "its list of allowed polymerisations is empty") : nil
  }

  private var distanceProblem: FilterProblem? {
    guard let minimumDistance, !(0...1).contains(minimumDistance) else { return nil }
    return FilterProblem(.similar, "its minimum distance is \(minimumDistance), and must be from 0 to 1")
  }
}

private func isElement(_ symbol: String) -> Bool {
  guard symbol.utf8.count <= 2, symbol.utf8.allSatisfy({ $0 > 64 }) else { return false }
  return (try? Molecule(smiles: "[\(symbol)]"))?.elements == [symbol]
}

/// A number without decimals if it is whole.
private func short(_ value: Double) -> String { Int(exactly: value).map(String.init) ?? "\(value)" }
