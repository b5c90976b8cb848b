import Glibc

/// What the elements of a composition suggest about its bonds: fifteen numbers from electronegativities and common oxidation
/// states.
///
/// Of the ways to give each element one of its common oxidation states, the one counts whose charges add up best, and in which
/// the least electronegative elements are positive. Metals and alloys have no such way, which tells them from salts and
/// semiconductors.
public enum ElementBonding {
  /// The names in the order of the values.
  public static let names = [
    "charge_left", "order_broken", "mean_charge", "metal_share", "mean_electronegativity_difference", "mean_ionicity",
    "greatest_electronegativity_difference", "anion_share", "anion_electronegativity", "cation_electronegativity",
    "log_element_count", "mixing_entropy", "greatest_oxidation_state", "least_oxidation_state",
    "variable_valence_share",
  ]

  /// The values for a composition.
  public static func values(of composition: Composition) -> [Double] {
    let (parts, shares) = (composition.parts, composition.fractions)
    let states = LikelyStates(composition)
    let signed = zip(shares, states.values).map { (share: $0, state: $1) }
    func sum(_ value: (Int) -> Double) -> Double { parts.indices.reduce(0) { $0 + shares[$1] * value($1) } }
    func electronegativity(where isChosen: (Double) -> Bool) -> Double {
      let chosen = parts.indices.filter { isChosen(states.values[$0]) }
      let total = chosen.reduce(0) { $0 + shares[$1] }
      guard total > 0 else { return 0 }
      return chosen.reduce(0) { $0 + shares[$1] * parts[$1].element.electronegativity } / total
    }
    func difference(_ a: Int, _ b: Int) -> Double {
      abs(parts[a].element.electronegativity - parts[b].element.electronegativity)
    }
    // Pauling's estimate of the ionic character of a bond.
    func ionicity(_ a: Int, _ b: Int) -> Double { 1 - exp(-0.25 * difference(a, b) * difference(a, b)) }
    return [
      states.chargeLeft, states.disorder, sum { abs(states.values[$0]) }, sum { parts[$0].element.isMetal ? 1 : 0 },
      sum { a in sum { difference(a, $0) } }, sum { a in sum { ionicity(a, $0) } },
      // The elements are sorted by electronegativity.
      difference(0, parts.count - 1), signed.reduce(0) { $0 + ($1.state < 0 ? $1.share : 0) },
      electronegativity { $0 < 0 }, electronegativity { $0 > 0 }, log(1 + Double(parts.count)),
      -sum { log(shares[$0]) }, states.values.max() ?? 0, states.values.min() ?? 0,
      sum { parts[$0].element.oxidationStates.count > 1 ? 1 : 0 },
    ]
  }
}

/// The oxidation states of a composition's elements that are likeliest, one for each.
private struct LikelyStates {
  /// The states in the order of the elements; 0 of an element that has none.
  private(set) var values: [Double]
  /// The charge that is left, for each atom; without its sign.
  private(set) var chargeLeft: Double
  /// By how much the most electronegative positive element exceeds the least electronegative negative one; at least 0.
  private(set) var disorder: Double

  /// The greatest number of ways that are compared: rare elements of a mixture of many keep one state.
  private static let waysAtMost = 4096
  /// How many charges an atom a disorder of 1 is worth.
  private static let disorderWeight = 0.2

  init(_ composition: Composition) {
    let (parts, shares) = (composition.parts, composition.fractions)
    var choices = parts.map { part in part.element.oxidationStates.isEmpty ? [0] : part.element.oxidationStates }
    var ways = 1
    for place in parts.indices.sorted(by: { (-shares[$0], $0) < (-shares[$1], $1) }) {
      if ways * choices[place].count > Self.waysAtMost {
        choices[place] = [choices[place].min { abs($0) < abs($1) } ?? 0]
      }
      ways *= choices[place].count
    }
    let electronegativities = parts.map(\.element.electronegativity)
    (chargeLeft, disorder) = (0, 0)
    var (least, best) = (Double.infinity, 0)
    for way in 0..<ways {
      var (rest, charge, highest, lowest) = (way, 0.0, -Double.infinity, Double.infinity)
      for place in choices.indices {
        let state = Double(choices[place][rest % choices[place].count])
        rest /= choices[place].count
        charge += shares[place] * state
        if state > 0 { highest = max(highest, electronegativities[place]) }
        if state < 0 { lowest = min(lowest, electronegativities[place]) }
      }
      let broken = max(0, highest - lowest)
      let penalty = abs(charge) + Self.disorderWeight * broken
      guard penalty < least - 1e-12 else { continue }
      (least, best) = (penalty, way)
      (chargeLeft, disorder) = (abs(charge), broken)
    }
    var rest = best
    values = choices.map { states in
      defer { rest /= states.count }
      return Double(states[rest % states.count])
    }
  }
}
