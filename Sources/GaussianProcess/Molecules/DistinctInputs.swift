internal import Chemistry

/// Inputs of which no two are the same to a process: their counts are not equal, or their real numbers differ by more than rounding.
///
/// The real numbers of two molecules that differ in nothing a process sees may differ in the last digits, since their atoms are
/// summed in another order.
package struct DistinctInputs {
  /// The real numbers of the inputs, by their counts.
  private var reals: [[Features]: [[Double]]] = [:]
  private static let tolerance = 1e-9

  /// No inputs.
  package init() {}

  /// Adds an input, unless it is the same as one before.
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
