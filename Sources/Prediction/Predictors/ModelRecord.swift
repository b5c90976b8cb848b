package import Stores

/// The recorded weights of structural models, by which an iteration decides which of them it fits.
///
/// All are fitted when the number of values has grown by a fifth since all were fitted last; in between, those that had
/// more than 1 % of the weight then. It depends on the numbers of values in the record alone, so that a campaign that was
/// killed decides like one that was not.
package struct ModelRecord: Sendable {
  /// The least weight with which a model is fitted again before all are.
  package static let leastWeight = 0.01

  private let rows: [ModelWeightRow]

  /// - Parameter rows: By iteration.
  package init(_ rows: [ModelWeightRow]) {
    self.rows = rows
  }

  /// Nothing recorded: all models are fitted.
  package static let none = ModelRecord([])

  /// What was recorded before an iteration.
  package func before(_ iteration: Int) -> ModelRecord { ModelRecord(rows.filter { $0.iteration < iteration }) }

  /// The models to fit to a property's values.
  ///
  /// - Parameters:
  ///   - count: The number of values.
  ///   - names: All models.
  package func models(for property: String, observationCount count: Int, among names: Set<String>) -> Set<String> {
    var latest: [ModelWeightRow] = []
    var iteration: [ModelWeightRow] = []
    for row in rows where row.property == property && names.contains(row.model) {
      if row.iteration != iteration.first?.iteration { iteration = [] }
      iteration.append(row)
      if iteration.count == names.count { latest = iteration }
    }
    guard let before = latest.first?.observationCount, count >= before, 5 * count < 6 * before else { return names }
    let kept = Set(latest.filter { $0.weight > Self.leastWeight }.map(\.model))
    return kept.isEmpty ? names : kept
  }
}
