internal import Chemistry

/// Inputs that a process can distinguish: no two have equal counts and real numbers that differ only by rounding.
///
/// The real numbers of two molecules with the same features may differ in the last digits, since their atoms are summed
/// in another order.
package struct DistinctInputs {
  /// The real numbers of the inputs, by their counts.
  private var reals: [[Features]: [[Double]]] = [:]
  private static let tolerance = 1e-9

  /// Creates an empty set.
  package init() {}

  /// Adds an input, unless an equal one was added before.
  ///
  /// - Returns: whether it was added.
  package mutating func insert(_ input: MolecularInput) -> Bool {
    var counts: [Features] = []
    var numbers: [Double] = []
    for features in input.features {
      if case .reals(let values) = features { numbers += values } else { counts.append(features) }
    }
    if reals[counts]?.contains(where: { Self.areSame($0, numbers) }) == true { return false }
    reals[counts, default: []].append(numbers)
    return true
  }

  private static func areSame(_ first: [Double], _ second: [Double]) -> Bool {
    first.count == second.count
      && zip(first, second).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($0), abs($1)) }
  }
}
