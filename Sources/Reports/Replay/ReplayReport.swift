package import Acquisition
import Files
import Stores
import Tables

/// How much whole campaigns find on labelled molecules, by policy.
public struct ReplayReport: Encodable, Sendable {
  /// The campaign's name.
  public let campaign: String
  /// The path of the table with the values.
  public let table: String
  /// The number of molecules that could be chosen.
  public let molecules: Int
  /// What a hit is, in words.
  public let hitRule: String
  /// The number of hits among the molecules.
  public let hits: Int
  /// The number of calculations of each campaign.
  public let calculations: Int
  /// The seeds with which each policy was played.
  public let seeds: [UInt64]
  /// What the bands of the curves are.
  public let band: ReplaySpread.Band
  /// The properties and expressions of which the best value so far is shown: those of the maxima and minima.
  public let goals: [String]
  /// The units of the properties.
  public let units: [String: String]
  /// The policies, in the order in which they were named.
  public let policies: [ReplayedPolicy]
  /// Which molecules were left out, and which campaigns ended early, a sentence each.
  public let notes: [String]
  /// The comparison of the first policy with the others, in a sentence.
  public let statement: String

  /// - Parameter runs: For each policy its campaigns, one for each seed, each with at least one calculation.
  package init(
    campaign: String, table: String, molecules: Int, hitRule: String, hits: Int, calculations: Int, seeds: [UInt64],
    objectives: [Target], units: [String: String], runs: [(policy: String, runs: [ReplayRun])], notes: [String]
  ) {
    (self.campaign, self.table, self.molecules) = (campaign, table, molecules)
    (self.hitRule, self.hits, self.calculations, self.seeds) = (hitRule, hits, calculations, seeds)
    (self.units, band) = (units, ReplaySpread.Band(seeds: seeds.count))
    goals = objectives.filter(\.isGoal).map(\.name)
    policies = runs.map { ReplayedPolicy(name: $0.policy, $0.runs, hits: hits, calculations: calculations) }
    self.notes = notes + Self.notes(onEndsOf: policies, calculations: calculations)
    statement = Self.statement(policies, hits: hits, calculations: calculations)
  }

  /// `surrogate needed 60 calculations for half of the 45 hits, random 310: 5.2 times as many.`
  ///
  /// A policy of which a campaign ended early is compared only where it found half of the hits before.
  static func statement(_ policies: [ReplayedPolicy], hits: Int, calculations: Int) -> String {
    guard let first = policies.first else { return "" }
    let half = hits == 1 ? "for the hit with half of the seeds" : "for half of the \(hits) hits"
    func share(_ policy: ReplayedPolicy, of all: String, sayingAfter isNews: Bool = true) -> String {
      let share = "\(decimal(100 * (policy.curve.last?.share.mean ?? 0), places: 0)) %\(all)"
      guard policy.fewestCalculations < calculations else {
        return isNews ? "\(share) after \(counted(calculations, "calculation"))" : share
      }
      return "\(share) when its campaigns ended, after \(policy.ends) calculations"
    }
    let all = hits == 1 ? " of the hit, as a mean," : " of the \(hits) hits"
    guard let own = first.calculationsToHalf else {
      let others = policies.dropFirst().map { other in
        other.calculationsToHalf.map { "\(other.name) needed only \($0) \(half)" }
          ?? "\(other.name) had found \(share(other, of: "", sayingAfter: first.fewestCalculations < calculations))"
      }
      return (["\(first.name) had found \(share(first, of: all))"] + others).joined(separator: "; ") + "."
    }
    var text = "\(first.name) needed \(counted(own, "calculation")) \(half)"
    for (place, other) in policies.dropFirst().enumerated() {
      if let needed = other.calculationsToHalf {
        text += place == 0 ? ", " : "; "
        let comparison =
          if needed == own {
            "\(other.name) as many"
          } else if needed > own {
            "\(other.name) \(needed): \(decimal(Double(needed) / Double(own), places: 1)) times as many"
          } else {
            "\(other.name) only \(needed): \(first.name) needed \(decimal(Double(own) / Double(needed), places: 1)) times as many"
          }
        text += comparison
      } else {
        text += "; \(other.name) had found \(share(other, of: hits == 1 ? " of it, as a mean," : " of them"))"
      }
    }
    return text + "."
  }

  /// A note on each policy of which a campaign had no molecule left before the others ended.
  static func notes(onEndsOf policies: [ReplayedPolicy], calculations: Int) -> [String] {
    policies.filter { $0.fewestCalculations < calculations }.map { policy in
      "The campaigns of \(policy.name) ended after \(policy.ends) instead of \(counted(calculations, "calculation")), because no "
        + "molecule was left that could be chosen (isomers that the surrogate cannot tell apart count as one); from there on its "
        + "curve shows what they had found."
    }
  }
}

/// What a policy found, as a mean over the seeds.
public struct ReplayedPolicy: Encodable, Sendable {
  /// The policy, as it was named.
  public let name: String
  /// The number of calculations after which the mean share of the hits is at least one half; nil if it never is
  /// before one of the campaigns ends.
  public let calculationsToHalf: Int?
  /// The number of calculations of the shortest campaign, which ends early if no molecule is left.
  public let fewestCalculations: Int
  /// The number of calculations of the longest campaign.
  public let mostCalculations: Int
  /// After how many calculations its campaigns ended: `60`, or `58 to 60`.
  fileprivate var ends: String {
    fewestCalculations == mostCalculations ? "\(mostCalculations)" : "\(fewestCalculations) to \(mostCalculations)"
  }
  /// What was found after each number of calculations, from 1. A campaign that has ended keeps what it had found.
  public let curve: [ReplayPoint]
  /// What the batches of all its campaigns were expected to bring, against what came; nil if nothing was expected, as
  /// without a surrogate.
  public let gain: GainSummary?

  /// - Parameters:
  ///   - runs: Its campaigns, one for each seed, each with at least one calculation.
  ///   - hits: The number of hits that there are, at least 1.
  package init(name: String, _ runs: [ReplayRun], hits: Int, calculations: Int) {
    self.name = name
    gain = GainSummary(runs.flatMap(\.gains))
    curve = (1...max(1, calculations)).map { ReplayPoint(calculations: $0, runs, hits: hits) }
    let counts = runs.map(\.count)
    let fewest = counts.min() ?? 0
    (fewestCalculations, mostCalculations) = (fewest, counts.max() ?? 0)
    calculationsToHalf =
      curve.prefix(fewest).first { 2 * $0.hits.mean >= Double(hits) }?.calculations
  }
}

/// What a policy has found after a number of calculations.
public struct ReplayPoint: Encodable, Sendable, Hashable {
  /// The number of calculations.
  public let calculations: Int
  /// The number of hits.
  public let hits: ReplaySpread
  /// The share of all hits, from 0 to 1.
  public let share: ReplaySpread
  /// The best value so far of each maximum or minimum, by property or expression; none before every campaign has one.
  public let best: [String: ReplaySpread]

  init(calculations: Int, _ runs: [ReplayRun], hits: Int) {
    self.calculations = calculations
    self.hits = ReplaySpread(of: runs.map { Double($0.hits.element(after: calculations)) })
    share = self.hits.scaled(by: 1 / Double(max(1, hits)))
    let goals = runs.first.map { $0.best.keys.sorted() } ?? []
    best = Dictionary(
      firstOf: goals.compactMap { goal in
        let values = runs.compactMap { $0.best[goal]?.element(after: calculations) }
        return values.count == runs.count ? (goal, ReplaySpread(of: values)) : nil
      })
  }
}
