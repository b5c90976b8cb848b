import Prediction
import Stores
import Synchronization

/// Reads the history of a campaign that runs: its record whole at first, and after that only what it has gained.
///
/// It follows what a run writes: designs, outcomes, and calculations that were taken over. Values are told, withdrawn and
/// declined by other commands, which need the campaign's lock and so never write during a run.
final class HistoryReader: Sendable {
  private let store: CampaignStore
  private let calculator: String
  private let current: ProtocolEntry
  private let features: FeatureStore
  private let last = Mutex<History?>(nil)

  /// - Parameters:
  ///   - calculator: The name of the campaign's calculator.
  ///   - current: How calculations are made now.
  ///   - features: The molecules that are read already.
  init(_ store: CampaignStore, calculator: String, current: ProtocolEntry, features: FeatureStore) {
    (self.store, self.calculator, self.current, self.features) = (store, calculator, current, features)
  }

  /// The history in the record.
  ///
  /// - Parameter hidden: The numbers of calculations that are taken as pending, whether they have ended or not.
  func history(hiding hidden: Set<Int> = []) throws -> History {
    let comparable = try ComparableCalculations(store, calculator: calculator, current: current)
    let known = last.withLock(\.self)
    let history =
      try known?.grown(by: store, comparable: comparable, hiding: hidden, features: features)
      ?? History(store, comparable: comparable, hiding: hidden, features: features)
    last.withLock { $0 = history }
    return history
  }
}
