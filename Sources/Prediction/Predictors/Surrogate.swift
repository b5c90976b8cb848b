package import Acquisition
package import Chemistry
package import GaussianProcess
package import Stores
package import TransferLearning

/// The fitted processes of each property that has an objective.
package struct Surrogate {
  package let objectives: [Objective]
  /// One fit for each objective, in their order.
  package let fits: [TransferredFit]
  /// The best observed value of each objective that is a maximum or a minimum, in their order.
  package let incumbents: [Double?]
  /// The number of values for each fit, in the order of the objectives.
  package let observationCounts: [Int]
  /// The molecules in the training data of at least one property, and their features.
  package let learnt: [Molecule]
  package let learntFeatures: [MolecularInput]

  /// Fits a process to each objective's property from its observed values, whether or not the other properties were
  /// observed.
  ///
  /// - Parameter features: The features by the prior's representations that are computed already.
  package init(
    objectives: [Objective], history: History, prior: TransferredPrior, features store: FeatureStore? = nil
  ) throws {
    let complete = history.observed(objectives.map(\.property))
    let observations = objectives.map { history.observed([$0.property]) }
    learnt = history.observed([]).map(\.molecule)
    learntFeatures = try (store ?? FeatureStore(prior.representations)).inputs(of: learnt)
    let features = Dictionary(zip(learnt, learntFeatures)) { first, _ in first }
    self.objectives = objectives
    observationCounts = observations.map(\.count)
    var fits: [TransferredFit] = []
    var incumbents: [Double?] = []
    for (objective, observed) in zip(objectives, observations) {
      fits.append(
        try prior.fit(
          observed.compactMap { features[$0.molecule] },
          values: observed.compactMap { $0.values[objective.property] },
          noiseDeviations: History.noise(of: objective.property, in: observed)))
      // An improvement is measured against the best molecule that meets the other objectives.
      let rivals = complete.filter { entry in
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
  ///
  /// - Parameter widening: the number of times the objectives are widened.
  package func logLikelihoods(
    _ features: [MolecularInput], widening: Int = 0
  ) throws(TransferLearningError) -> [Double] {
    var sums = [Double](repeating: 0, count: features.count)
    for (index, predictions) in try predictions(features).enumerated() {
      let objective =
        widening == 0
        ? objectives[index]
        : objectives[index].widened(
          by: Double(widening) * objectives[index].margin(dataDeviation: spread(of: index)))
      for (position, prediction) in predictions.enumerated() {
        sums[position] += objective.logProbability(prediction, incumbent: incumbents[index])
      }
    }
    return sums
  }

  /// The standard deviation of an objective's training values.
  private func spread(of index: Int) -> Double {
    let values = fits[index].best.process.values
    let average = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(values.count)).squareRoot()
  }

  /// The predicted values of a calculation, a list for each objective.
  package func predictions(_ features: [MolecularInput]) throws(TransferLearningError) -> [[Prediction]] {
    var lists: [[Prediction]] = []
    for fit in fits { lists.append(try fit.predict(features, includingNoise: true)) }
    return lists
  }

  /// The input of the acquisition function, which is the joint posterior of each property at the candidates, with their
  /// predictions as ``predictions(_:)`` gives them.
  package func acquisitionState(
    at features: [MolecularInput]
  ) throws -> (state: AcquisitionState, predictions: [[Prediction]]) {
    var posteriors: [String: CandidatePosterior] = [:]
    var predictions: [[Prediction]] = []
    for (objective, fit) in zip(objectives, fits) {
      let posterior = CandidatePosterior(of: fit.mixture, at: try fit.inputs(features))
      posteriors[objective.property] = posterior
      predictions.append(posterior.observations)
    }
    return (
      try AcquisitionState(objectives: objectives, posteriors: posteriors, incumbents: incumbents), predictions
    )
  }

  /// The fits in the form of the record of an iteration.
  package func records(iteration: Int) -> [FitRecord] {
    zip(zip(objectives, fits), observationCounts).map { fitted, observationCount in
      let (objective, fit) = fitted
      let errors = zip(fit.leaveOneOut, fit.best.process.values).map {
        (difference: $1 - $0.mean, prediction: $0, value: $1)
      }
      let count = Double(errors.count)
      return FitRecord(
        iteration: iteration, property: objective.property, observationCount: observationCount,
        priorMean: fit.best.hyperparameters.mean, outputScale: fit.best.hyperparameters.outputScale,
        noise: fit.best.hyperparameters.noise, logPosterior: fit.best.logPosterior,
        leaveOneOutRMSE: (errors.reduce(0) { $0 + $1.difference * $1.difference } / count).squareRoot(),
        leaveOneOutLogDensity: errors.reduce(0) { $0 + $1.prediction.logDensity(of: $1.value) } / count,
        leaveOneOutCoverage: Double(errors.count { abs($0.difference) < $0.prediction.standardDeviation }) / count)
    }
  }

  /// The transfer models with their weights, in the form of the record of an iteration; empty without sources.
  package func transferRecords(iteration: Int) -> [TransferRecord] {
    zip(objectives, fits).flatMap { objective, fit -> [TransferRecord] in
      guard fit.modelWeights.count > 1 else { return [] }
      return fit.modelWeights.enumerated().map { index, model in
        TransferRecord(
          iteration: iteration, property: objective.property, rank: index + 1, sources: model.sources,
          parts: model.parts.map(\.rawValue), weight: model.weight, logWeight: model.logWeight,
          leaveOneOutRMSE: model.leaveOneOutRMSE, leaveOneOutLogDensity: model.leaveOneOutLogDensity,
          failure: model.failure)
      }
    }
  }
}
