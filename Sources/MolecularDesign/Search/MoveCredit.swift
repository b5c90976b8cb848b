/// What a move has paid: how often it was tried and how often that paid, older steps counting less.
public struct MoveCredit: Sendable, Hashable, Codable {
  /// The move's name.
  public let move: String
  /// Discounted tries.
  public private(set) var tried = 0.0
  /// Those of them that paid.
  public private(set) var paid = 0.0

  /// A move that was never tried.
  public init(move: String) { self.move = move }

  /// The share of tries that paid, as if two in twenty had before: a few tries say little.
  public var payoff: Double { (paid + 2) / (tried + 20) }

  /// Takes in a step, after which what was before counts by the memory.
  package mutating func note(tried: Int, paid: Int, memory: Double) {
    self.tried = memory * self.tried + Double(tried)
    self.paid = memory * self.paid + Double(paid)
  }
}

extension [MoveCredit] {
  /// How much of the effort each move gets: a part by the moves' weights, the rest in proportion to what they pay.
  package func shares(even: Double, weights: [Double]) -> [Double] {
    let (total, weight) = (reduce(0) { $0 + $1.payoff }, weights.reduce(0, +))
    return zip(self, weights).map { even * $1 / weight + (1 - even) * $0.payoff / total }
  }
}
