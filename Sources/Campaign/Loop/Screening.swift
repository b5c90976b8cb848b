import Files
import Foundation
import Prediction
import Stores
import Synchronization
import Tables

/// The candidates from which a run has screened, kept until their iteration is designed, and the rule by which a screen is
/// dropped. The candidates only save time: another run finds the same ones.
final class Screening: Sendable {
  /// The least weight, over the objectives' properties, with which models that use the screen are worth its cost.
  static let leastWeight = 0.1

  private let kept = Mutex<Proposals?>(nil)

  /// Keeps the candidates of an iteration.
  func keep(_ proposals: Proposals) { kept.withLock { $0 = proposals } }

  /// The candidates of an iteration, which are then no longer kept; nil if there are none.
  func take(iteration: Int) -> Proposals? {
    kept.withLock { kept in
      defer { kept = nil }
      return kept?.iteration == iteration ? kept : nil
    }
  }

  static func noteOfDropping(_ name: String, iteration: Int, weight: Double) -> String {
    "The screen '\(name)' is not used before iteration \(iteration): models with it have only "
      + "\(String(format: "%.0f", 100 * weight)) % of the weight, so its values do not help. It is used again once that is "
      + "\(String(format: "%.0f", 100 * leastWeight)) %."
  }

  static func noteOfFailure(iteration: Int, _ failure: String) -> String {
    "The screen's program fails whatever the molecule: \(failure) Iteration \(iteration) is designed without it; 'cohobate "
      + "doctor' checks the machine."
  }

  static func noteOfFailures(iteration: Int, count: Int) -> String {
    "The screen failed for all \(counted(count, "molecule")) before iteration \(iteration), which is designed without their "
      + "values; 'cohobate inspect' shows why."
  }
}

extension CampaignStore {
  /// The weight of the models with a screen in the last iteration that weighed any; nil if none has.
  func screenWeight() throws(StoreError) -> Double? {
    for iteration in try iterationRecords().reversed() where iteration.policy == .surrogate {
      return try transfers(of: iteration.number).screenWeight
    }
    return nil
  }
}
