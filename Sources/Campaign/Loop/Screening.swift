import Calculation
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

  static func noteOfUnfitted(_ properties: [String], iteration: Int) -> String {
    "No process could be fitted to the screen's values of \(properties.map { "'\($0)'" }.joined(separator: ", ")), so "
      + "iteration \(iteration) is designed without them."
  }

  static func noteOfAbandoning(_ role: ExtraRole, count: Int, isUsed: Bool) -> String {
    let again = role == .screen ? "the candidates are screened again" : "the hits are confirmed in this way"
    return
      "\(counted(count, "pending calculation")) of '\(role.rawValue)' \(count == 1 ? "is" : "are") abandoned, because "
      + (isUsed
        ? "another program, version or protocol is used now; \(again)." : "'\(role.rawValue)' is no longer used.")
  }

  /// - Parameter succeeded: The number of molecules of which it gave values before the iteration.
  static func noteOfFailure(iteration: Int, succeeded: Int, _ failure: String) -> String {
    "The screen's program fails for every molecule: \(failure) Iteration \(iteration) is designed "
      + (succeeded == 0
        ? "without new values" : "with the values that it gave of \(counted(succeeded, "molecule")) before")
      + "; 'cohobate doctor' checks the machine."
  }

  static func noteOfFailures(iteration: Int, count: Int) -> String {
    "The screen failed for all \(counted(count, "molecule")) before iteration \(iteration), which is designed without their "
      + "values; 'cohobate inspect' shows why."
  }
}

extension CampaignStore {
  /// The decision on this screen before an iteration; nil if there is none, or if it was about another screen.
  func screen(before iteration: Int, by screen: ExtraCalculator) throws(StoreError) -> ScreenRecord? {
    let number = try recordedNumber(of: screen.protocolEntry)
    return try screens().first {
      $0.iteration == iteration && $0.calculator == screen.calculator.name && $0.protocol == number
    }
  }

  /// The weight that the models with this screen had in the last iteration that a surrogate designed; nil if there is
  /// none, or if that iteration had no screen or another one.
  func weight(of screen: ExtraCalculator) throws(StoreError) -> Double? {
    guard let last = try iterationRecords().last(where: { $0.policy == .surrogate }),
      try self.screen(before: last.number, by: screen) != nil
    else { return nil }
    return try transfers(of: last.number).screenWeight
  }
}
