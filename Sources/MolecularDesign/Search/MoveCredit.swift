/// What a move has paid: how often it was tried and how often that paid, older steps counting less.
public struct MoveCredit: Sendable, Hashable, Codable {
  /// The move's name.
  public let move: String
  /// Discounted tries.
  public private(set) var tried: Double
  /// Those of them that paid.
  public private(set) var paid: Double

  /// The credit that every move begins with: two tries in twenty have paid.
  public init(move: String) {
    self.move = move
    (tried, paid) = (20, 2)
  }

  /// The share of tries that paid.
  public var payoff: Double { paid / tried }

  /// Takes in a step, after which what was before counts by the memory.
  mutating func note(tried: Int, paid: Int, memory: Double) {
    // The credit at the beginning is added anew, so that a move that is hardly tried is not judged by a few tries.
    self.tried = max(20, self.tried * memory + Double(tried))
    self.paid = min(self.paid * memory + Double(paid) + (tried == 0 ? (1 - memory) * self.paid : 0), self.tried)
  }
}

extension [MoveCredit] {
  /// How much of the effort each move gets: a part evenly, the rest in proportion to what they pay.
  func shares(floor: Double) -> [Double] {
    let total = reduce(0) { $0 + $1.payoff }
    return map { credit in
      floor / Double(count) + (1 - floor) * (total > 0 ? credit.payoff / total : 1 / Double(count))
    }
  }
}
