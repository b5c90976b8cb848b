package import Acquisition
package import CampaignStore
package import Chemistry
package import GaussianProcess

/// The fitted process of each property that has an objective.
package struct Surrogate {
  package let objectives: [Objective]
  /// One fit for each objective, in their order.
  package let fits: [Fit<CountFingerprint>]
  /// The best observed value of each objective that is a maximum or a minimum, in their order.
  package let incumbents: [Double?]
  package let observationCount: Int

  /// Fits a process to each objective's property by what was observed.
  package init(objectives: [Objective], history: History) throws(GaussianProcessError) {
    let observed = history.observed(objectives.map(\.property))
    let fingerprints = observed.map(\.fingerprint)
    self.objectives = objectives
    observationCount = observed.count
    var fits: [Fit<CountFingerprint>] = []
    var incumbents: [Double?] = []
    for objective in objectives {
      let values = observed.compactMap { $0.values[objective.property] }
      fits.append(try fit(kernel: MinMaxKernel(), inputs: fingerprints, values: values))
      // An improvement is one on the best molecule that meets what else is wanted.
      let rivals = observed.filter { entry in
        objectives.allSatisfy {
          $0.property == objective.property || $0.isMet(by: entry.values[$0.property] ?? .nan) != false
        }
      }
      incumbents.append(objective.incumbent(of: rivals.compactMap { $0.values[objective.property] }))
    }
    self.fits = fits
    self.incumbents = incumbents
  }

  /// The log probability that a molecule's calculation meets all objectives, as the product over them.
  package func logLikelihoods(_ fingerprints: [CountFingerprint]) -> [Double] {
    var sums = [Double](repeating: 0, count: fingerprints.count)
    for (index, objective) in objectives.enumerated() {
      for (position, prediction) in fits[index].process.predict(fingerprints, includingNoise: true).enumerated() {
        sums[position] += objective.logProbability(prediction, incumbent: incumbents[index])
      }
    }
    return sums
  }

  /// What the acquisition function decides by: the joint posterior of each property at the candidates.
  package func acquisitionState(at fingerprints: [CountFingerprint]) throws(AcquisitionError) -> AcquisitionState {
    var posteriors: [String: CandidatePosterior] = [:]
    for (objective, fit) in zip(objectives, fits) {
      posteriors[objective.property] = CandidatePosterior(of: fit.process, at: fingerprints)
    }
    return try AcquisitionState(objectives: objectives, posteriors: posteriors, incumbents: incumbents)
  }

  /// The fits as they are recorded for an iteration.
  package func records(iteration: Int) -> [FitRecord] {
    zip(objectives, fits).map { objective, fit in
      let errors = zip(fit.leaveOneOut, fit.process.values).map { $0.standardizedError(of: $1) }
      return FitRecord(
        iteration: iteration, property: objective.property, observationCount: observationCount,
        priorMean: fit.hyperparameters.mean, outputScale: fit.hyperparameters.outputScale,
        noise: fit.hyperparameters.noise, logPosterior: fit.logPosterior,
        leaveOneOutRMSE: fit.leaveOneOutRMSE, leaveOneOutLogDensity: fit.leaveOneOutLogDensity,
        leaveOneOutCoverage: Double(errors.count { abs($0) < 1 }) / Double(errors.count))
    }
  }
}
