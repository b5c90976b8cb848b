/// The success of a move: its tries and successes, with older steps discounted.
public struct MoveCredit: Sendable, Hashable, Codable {
  /// The move's name.
  public let move: String
  /// The discounted number of tries.
  public private(set) var tried = 0.0
  /// The discounted number of successes.
  public private(set) var paid = 0.0

  /// Creates the record of a move that was never tried.
  public init(move: String) { self.move = move }

  /// The success rate, with a prior of two successes in twenty tries.
  public var payoff: Double { (paid + 2) / (tried + 20) }

  /// Adds a step; earlier counts are multiplied by the memory.
  package mutating func note(tried: Int, paid: Int, memory: Double) {
    self.tried = memory * self.tried + Double(tried)
    self.paid = memory * self.paid + Double(paid)
  }
}

extension [MoveCredit] {
  /// The share of the effort for each move: a part by the moves' weights, the rest in proportion to their success
  /// rates.
  package func shares(even: Double, weights: [Double]) -> [Double] {
    let (total, weight) = (reduce(0) { $0 + $1.payoff }, weights.reduce(0, +))
    return zip(self, weights).map { even * $1 / weight + (1 - even) * $0.payoff / total }
  }
}
