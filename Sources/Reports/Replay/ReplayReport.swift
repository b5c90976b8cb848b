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
  /// Which molecules were left out, a sentence each.
  public let notes: [String]
  /// The comparison of the first policy with the others, in a sentence.
  public let statement: String

  /// - Parameter runs: For each policy its campaigns, one for each seed, each with at least one calculation.
  package init(
    campaign: String, table: String, molecules: Int, hitRule: String, hits: Int, calculations: Int, seeds: [UInt64],
    objectives: [Target], units: [String: String], runs: [(policy: String, runs: [ReplayRun])], notes: [String]
  ) {
    (self.campaign, self.table, self.molecules, self.notes) = (campaign, table, molecules, notes)
    (self.hitRule, self.hits, self.calculations, self.seeds) = (hitRule, hits, calculations, seeds)
    (self.units, band) = (units, ReplaySpread.Band(seeds: seeds.count))
    goals = objectives.filter(\.isGoal).map(\.name)
    policies = runs.map { ReplayedPolicy(name: $0.policy, $0.runs, hits: hits, calculations: calculations) }
    statement = Self.statement(policies, hits: hits, calculations: calculations)
  }

  /// `surrogate needed 60 calculations for half of the 45 hits, random 310: 5.2 times as many.`
  static func statement(_ policies: [ReplayedPolicy], hits: Int, calculations: Int) -> String {
    guard let first = policies.first else { return "" }
    let all = hits == 1 ? "the hit" : "the \(hits) hits"
    func shareText(_ policy: ReplayedPolicy) -> String {
      "\(decimal(100 * (policy.curve.last?.share.mean ?? 0), places: 0)) %"
    }
    var text: String
    if let own = first.calculationsToHalf {
      text = "\(first.name) needed \(counted(own, "calculation")) for half of \(all)"
      for (place, other) in policies.dropFirst().enumerated() {
        if let needed = other.calculationsToHalf {
          let ratio = decimal(Double(needed) / Double(own), places: 1)
          text += "\(place == 0 ? "," : ";") \(other.name) \(needed): \(ratio) times as many"
        } else {
          text += "; \(other.name) had found \(shareText(other)) of them after \(calculations)"
        }
      }
    } else {
      text = "\(first.name) had found \(shareText(first)) of \(all) after \(counted(calculations, "calculation"))"
      for other in policies.dropFirst() {
        text +=
          other.calculationsToHalf.map { "; \(other.name) needed \($0) for half of them" }
          ?? "; \(other.name) had found \(shareText(other))"
      }
    }
    return text + "."
  }
}

/// What a policy found, as a mean over the seeds.
public struct ReplayedPolicy: Encodable, Sendable {
  /// The policy, as it was named.
  public let name: String
  /// The number of calculations after which the mean share of the hits is at least one half; nil if it never is.
  public let calculationsToHalf: Int?
  /// What was found after each number of calculations, from 1.
  public let curve: [ReplayPoint]

  /// - Parameters:
  ///   - runs: Its campaigns, one for each seed, each with at least one calculation.
  ///   - hits: The number of hits that there are, at least 1.
  package init(name: String, _ runs: [ReplayRun], hits: Int, calculations: Int) {
    self.name = name
    curve = (1...max(1, calculations)).map { ReplayPoint(calculations: $0, runs, hits: hits) }
    calculationsToHalf = curve.first { 2 * $0.hits.mean >= Double(hits) }?.calculations
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
