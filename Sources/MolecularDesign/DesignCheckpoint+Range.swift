import Numerics

extension DesignCheckpoint {
  /// Whether its numbers are possible in a run: a file may have been changed together with its digest.
  var isInRange: Bool {
    widenings >= 0 && !stream.isStuck && counts.isInRange && steps.allSatisfy(\.isInRange)
      && molecules.allSatisfy { molecule in molecule.terms.allSatisfy { $0 <= Self.greatest } }
      && Set(molecules.filter { $0.rejection == nil }.map(\.terms.count)).count <= 1
      && molecules.allSatisfy { $0.rejection == nil || $0.terms.isEmpty }
      && (sampler?.isInRange ?? true) && (search?.isInRange ?? true)
  }

  /// Log-likelihoods and log-weights are sums of log densities, which may exceed 0, but not by much.
  fileprivate static let greatest = 1e12
  /// No count of a run is as great.
  fileprivate static let mostCounted = 1 << 48
}

extension DesignCounts {
  fileprivate var isInRange: Bool {
    ([strings, invalid, repeated, known, candidates, seedsOutsideLanguage, unfinished] + refused.values)
      .allSatisfy((0...DesignCheckpoint.mostCounted).contains)
  }
}

extension StepInfo {
  fileprivate var isInRange: Bool {
    (0...DesignCheckpoint.greatest).contains(temperature) && effectiveSampleSize >= 0 && effectiveSampleSize.isFinite
      && ([distinct] + moves.flatMap { [$0.tried, $0.outside, $0.changed, $0.accepted] })
        .allSatisfy((0...DesignCheckpoint.mostCounted).contains)
  }
}

extension DesignCheckpoint.Sampler {
  fileprivate var isInRange: Bool {
    (0...DesignCheckpoint.greatest).contains(temperature) && abs(logEvidence) <= DesignCheckpoint.greatest
      && !logWeights.isEmpty
      && logWeights.allSatisfy { $0 <= DesignCheckpoint.greatest } && logWeights.contains { $0 > -.infinity }
  }
}

extension SearchState {
  fileprivate var isInRange: Bool {
    (members + archive.elites).allSatisfy { $0.logLikelihood <= DesignCheckpoint.greatest }
      && credits.allSatisfy { ($0.tried >= $0.paid) && $0.paid >= 0 && $0.tried <= DesignCheckpoint.greatest }
  }
}
