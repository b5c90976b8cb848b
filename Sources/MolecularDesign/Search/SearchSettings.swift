/// How a search goes about it.
public struct SearchSettings: Sendable, Hashable, Codable {
  /// How many molecules are kept, always the best: at least 2.
  public var kept: Int
  /// A move has paid when its child is better than its parent and comes among this number of the best: at least 1.
  public var elite: Int
  /// The share of the effort that goes to all moves by their weights, from 0 to 1; the rest goes to those that pay.
  public var evenShare: Double
  /// The probability that a child goes through a second move, drawn like the first: 0 to 1.
  public var secondMove: Double
  /// What a step counts, as a part of what the one after it does, when moves are judged: 0 to below 1.
  public var memory: Double

  /// Settings that were found good on acquisition functions of molecular properties.
  public init(
    kept: Int = 10_000, elite: Int = 100, evenShare: Double = 0.5, secondMove: Double = 0.3, memory: Double = 0.9
  ) {
    self.kept = kept
    self.elite = elite
    self.evenShare = evenShare
    self.secondMove = secondMove
    self.memory = memory
  }

  func validate() throws(DesignError) {
    if kept < 2 { throw .invalidSetting(name: "kept", value: "\(kept)", allowed: "at least 2") }
    if elite < 1 { throw .invalidSetting(name: "elite", value: "\(elite)", allowed: "at least 1") }
    if !(0...1).contains(evenShare) {
      throw .invalidSetting(name: "even share", value: "\(evenShare)", allowed: "from 0 to 1")
    }
    if !(0...1).contains(secondMove) {
      throw .invalidSetting(name: "second move", value: "\(secondMove)", allowed: "from 0 to 1")
    }
    if !(0..<1).contains(memory) {
      throw .invalidSetting(name: "memory", value: "\(memory)", allowed: "from 0 to below 1")
    }
  }
}
