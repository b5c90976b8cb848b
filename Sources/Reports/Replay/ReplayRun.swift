package import Acquisition
import Stores

/// What one replayed campaign has found after each of its calculations.
package struct ReplayRun: Sendable, Hashable {
  /// The number of hits after each calculation.
  package let hits: [Int]
  /// The best value so far of each maximum or minimum, after each calculation, by property or expression; nil before
  /// there is one. It is the best of the molecules that meet all windows.
  package let best: [String: [Double?]]
  /// What its batches were expected to bring, and what came; none without a surrogate.
  package let gains: [ExpectedGainReport]

  /// The number of calculations.
  package var count: Int { hits.count }

  /// - Parameters:
  ///   - found: The values of the calculated molecules in the order of their calculations, and whether each is a hit.
  ///   - objectives: The objectives of the campaign.
  ///   - gains: What its batches were expected to bring, and what came.
  package init(
    _ found: [(values: [String: Double], isHit: Bool)], objectives: [Target], gains: [ExpectedGainReport] = []
  ) {
    self.gains = gains
    var count = 0
    hits = found.map { molecule in
      count += molecule.isHit ? 1 : 0
      return count
    }
    let meetsWindows = found.map { molecule in
      objectives.allSatisfy { $0.isMet(by: $0.value(in: molecule.values) ?? .nan) != false }
    }
    let goals = objectives.filter(\.isGoal)
    best = Dictionary(
      firstOf: goals.map { goal in
        var incumbent: Double?
        let values = zip(found, meetsWindows).map { molecule, meetsWindows in
          if meetsWindows, let value = goal.value(in: molecule.values) {
            incumbent = goal.incumbent(of: [incumbent, value].compactMap(\.self))
          }
          return incumbent
        }
        return (goal.name, values)
      })
  }
}

extension Array {
  /// The element after a number of calculations: the last one after the campaign has ended.
  func element(after calculations: Int) -> Element { self[Swift.min(calculations, count) - 1] }
}
