public import Numerics

/// Which fold each molecule is in, for cross-validation: a model that predicts a molecule has not seen it.
public struct Folds: Sendable, Hashable {
  /// The number of folds.
  public let count: Int
  /// The fold of each row, from 0.
  public let assignment: [Int]

  /// Draws folds of about equal size at random.
  ///
  /// - Parameters:
  ///   - count: The number of folds, reduced to the number of groups if that is less.
  ///   - groups: Rows with equal groups are in one fold, as several rows of the same molecule must be. Without groups
  ///     all rows are independent.
  public init(
    count: Int, rows: Int, groups: [Int]? = nil, stream: inout RandomStream
  ) throws(TransferLearningError) {
    precondition(groups.map { $0.count == rows } ?? true, "There is not one group for each of the \(rows) rows.")
    guard count >= 2 else {
      throw .invalidSetting("A cross-validation of \(count) folds is invalid: give 2 or more.")
    }
    let groups = groups ?? Array(0..<rows)
    var order: [Int] = []
    var seen: Set<Int> = []
    for group in groups where seen.insert(group).inserted { order.append(group) }
    stream.shuffle(&order)
    self.count = max(1, min(count, order.count))
    var foldOfGroup: [Int: Int] = [:]
    for (position, group) in order.enumerated() { foldOfGroup[group] = position % self.count }
    assignment = groups.map { foldOfGroup[$0] ?? 0 }
  }
}
