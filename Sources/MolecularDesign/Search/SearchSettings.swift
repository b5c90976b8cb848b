/// The settings of a search.
public struct SearchSettings: Sendable, Hashable, Codable {
  /// The number of members, always the best molecules: at least 2.
  public var kept: Int
  /// A move succeeds if its child is better than its parent and among this number of the best: at least 1.
  public var elite: Int
  /// The fraction of the effort shared by the moves' weights, from 0 to 1; the rest goes to successful moves.
  public var evenShare: Double
  /// The probability that a child undergoes a second move, drawn like the first: 0 to 1.
  public var secondMove: Double
  /// The share of the parents that are drawn from the archive, from 0 to 1: the best of each kind of molecule.
  public var archiveShare: Double
  /// The factor by which the counts of earlier steps are discounted at each step: 0 to below 1.
  public var memory: Double

  /// Creates settings; the defaults work well on acquisition functions of molecular properties.
  public init(
    kept: Int = 10_000, elite: Int = 100, evenShare: Double = 0.5, secondMove: Double = 0.3,
    archiveShare: Double = 0.2, memory: Double = 0.9
  ) {
    self.kept = kept
    self.elite = elite
    self.evenShare = evenShare
    self.secondMove = secondMove
    self.archiveShare = archiveShare
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
    if !(0...1).contains(archiveShare) {
      throw .invalidSetting(name: "archive share", value: "\(archiveShare)", allowed: "from 0 to 1")
    }
    if !(0..<1).contains(memory) {
      throw .invalidSetting(name: "memory", value: "\(memory)", allowed: "from 0 to below 1")
    }
  }
}
