/// Campaigns that differ in their names and seeds only, and what they have found: the mean and the band over them.
package struct CampaignGroup: Sendable, Hashable {
  /// The campaigns, each with at least one calculation that ended.
  package let curves: [CampaignCurve]

  /// Groups campaigns, in the order of the first of each; those without any calculation that ended are left out.
  package static func groups(_ curves: [CampaignCurve]) -> [CampaignGroup] {
    var groups: [[CampaignCurve]] = []
    for curve in curves where curve.run.count > 0 {
      if let place = groups.firstIndex(where: { $0.first?.settings == curve.settings }) {
        groups[place].append(curve)
      } else {
        groups.append([curve])
      }
    }
    return groups.map(CampaignGroup.init)
  }

  /// Its name: that of the only campaign, or of the first one with the number of runs.
  package var name: String {
    let first = curves.first.map(\.name) ?? ""
    return curves.count > 1 ? "\(first) and \(curves.count - 1) more by other seeds" : first
  }

  /// How its campaigns propose molecules: `surrogate` or `random`.
  package var policy: String { curves.first?.policy ?? "" }

  /// What the band is.
  package var band: ReplaySpread.Band { ReplaySpread.Band(seeds: curves.count) }

  /// The number of calculations up to which all of its campaigns are known: one that has ended keeps what it had found,
  /// one that runs is known so far.
  package var calculations: Int {
    let running = curves.filter { !$0.hasEnded }.map(\.run.count)
    return running.min() ?? curves.map(\.run.count).max() ?? 0
  }

  /// The number of hits after a number of calculations, from 1 to ``calculations``.
  package func hits(after calculations: Int) -> ReplaySpread {
    ReplaySpread(of: curves.map { Double($0.run.hits.element(after: calculations)) })
  }

  /// The best value so far of a maximum or minimum after a number of calculations; nil before every campaign has one.
  package func best(of objective: String, after calculations: Int) -> ReplaySpread? {
    let values = curves.compactMap { $0.run.best[objective]?.element(after: calculations) }
    return values.count == curves.count ? ReplaySpread(of: values) : nil
  }
}
