package import Acquisition
import Calculation
package import Files
import Foundation
import Tables

/// The hits among labelled molecules.
package struct ReplayHits {
  /// Their canonical SMILES.
  package let molecules: Set<String>
  /// What a hit is, in words.
  package let rule: String

  /// The share of the molecules that are hits if nothing else is said.
  static let usualShare = 0.01

  /// - Parameters:
  ///   - values: The molecules with their values by property.
  ///   - file: The campaign file, which messages name.
  /// - Throws: `CampaignError` of kind `.input` if no molecule is a hit, or if the rule does not fit the objectives.
  package init(
    _ wanted: ReplayRequest.HitRule, among values: [(smiles: String, values: [String: Double])], objectives: [Target],
    units: [String: String], file: String
  ) throws(CampaignError) {
    let hasWindow = !objectives.allSatisfy(\.isGoal)
    switch wanted {
    case .objectives where hasWindow:
      molecules = Set(values.filter { objectives.areMet(by: $0.values) }.map(\.smiles))
      rule = "molecules that meet all objectives"
    case .objectives: (molecules, rule) = Self.best(Self.usualShare, of: values, objectives)
    case .top(let share): (molecules, rule) = Self.best(share, of: values, objectives)
    case .threshold(let limit):
      guard objectives.count == 1, !hasWindow, let goal = objectives.first else {
        throw CampaignError(
          .input,
          "A threshold needs an objective with 'goal: maximize' or 'goal: minimize' and no other, but \(file) has "
            + "\(objectives.texts(units: units).joined(separator: " and ")); leave it out, or give the best share "
            + "with --top.")
      }
      let isMaximum = goal.goal == .maximize
      molecules = Set(
        values.filter { molecule in
          goal.value(in: molecule.values).map { isMaximum ? $0 >= limit : $0 <= limit } ?? false
        }.map(\.smiles))
      let limitText = withUnit(String(format: "%.12g", limit), units[goal.name] ?? "")
      rule = "molecules with \(goal.name) \(isMaximum ? "at least" : "at most") \(limitText)"
    }
    guard !molecules.isEmpty else {
      throw CampaignError(
        .input,
        "The table has no hits (\(rule)), so that no share of them can be found; give --top 0.01 to count the best hundredth as "
          + "hits.")
    }
    guard molecules.count < values.count else {
      throw CampaignError(
        .input,
        "All \(counted(values.count, "molecule")) would be hits (\(rule)), so that no policy can be better than another; give a "
          + "smaller --top, a stricter --threshold or narrower windows.")
    }
  }

  /// The best share, and all molecules that are as good as the last of them: which of equals are taken would be chance.
  private static func best(
    _ share: Double, of values: [(smiles: String, values: [String: Double])], _ objectives: [Target]
  ) -> (Set<String>, String) {
    let count = min(values.count, max(1, Int((share * Double(values.count)).rounded())))
    let ranking = Ranking(values.map(\.values), objectives: objectives)
    let last = ranking.order.prefix(count).last.map { ranking.places[$0] } ?? 0
    let best = values.indices.filter { ranking.places[$0] <= last }
    let rule =
      share * Double(values.count) < 1 ? "the best of the molecules" : "the best \(percent(share)) of the molecules"
    return (
      Set(best.map { values[$0].smiles }),
      best.count > count ? "\(rule), with all that are as good as the last of them" : rule
    )
  }

  /// A share in per cent, without zeros at its end.
  private static func percent(_ share: Double) -> String {
    var text = decimal(100 * share, places: 6)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text + " %"
  }
}
