package import Acquisition
package import Chemistry
package import GaussianProcess
package import Stores
package import TransferLearning

/// The fitted processes of the properties that the objectives need.
package struct Surrogate {
  /// The objectives with everything that their probabilities need; an improvement is one on the best molecule that meets
  /// the other objectives, or on the front of those that meet the windows.
  package let targets: TargetSet
  /// The properties that the objectives need, each once.
  package let properties: [String]
  /// One fit for each property, in their order.
  package let fits: [TransferredFit]
  /// The number of values for each fit, in the order of the properties.
  package let observationCounts: [Int]
  /// The molecules that each fit learnt from, in the order of the properties.
  private let fitted: [[Molecule]]
  /// The molecules in the training data of at least one property, and their features.
  package let learnt: [Molecule]
  package let learntFeatures: [MolecularInput]
  /// The probability that a calculation succeeds.
  package let success: SuccessModel

  /// The best observed value of each objective that is a maximum or a minimum, in their order.
  package var incumbents: [Double?] { targets.incumbents }

  /// Fits a process to each property from its observed values, whether or not the other properties were observed.
  ///
  /// - Parameters:
  ///   - record: What earlier iterations recorded of the ways, if the prior weighs several.
  ///   - references: What earlier iterations recorded of the reference point, if several objectives are maxima or minima.
  ///   - features: The features by the prior's representations that are computed already.
  package init(
    objectives: [Target], history: History, prior: TransferredPrior, record: ModelRecord = .none,
    references: ReferenceRecord = .none, features computed: FeatureStore? = nil
  ) throws {
    let store = computed ?? FeatureStore(prior.recipe)
    let properties = objectives.properties
    let complete = history.observed(properties)
    let observations = properties.map { history.observed([$0]) }
    let entries = history.observed([])
    learnt = entries.map(\.molecule)
    learntFeatures = try store.inputs(of: learnt)
    let features = Dictionary(zip(learnt, learntFeatures)) { first, _ in first }
    self.properties = properties
    observationCounts = observations.map(\.count)
    fitted = observations.map { $0.map(\.molecule) }
    fits = try zip(properties, observations).map { property, observed in
      let values = observed.compactMap { $0.values[property] }
      let models = Set(prior.choice.candidates(for: values).compactMap(\.name))
      let decision = record.decision(for: property, observationCount: observed.count, among: models)
      return try prior.fit(
        observed.compactMap { features[$0.molecule] }, values: values,
        noiseDeviations: History.noise(of: property, in: observed), models: decision.models,
        earlier: decision.earlier)
    }
    let known = complete.map(\.values)
    let incumbents = objectives.map { objectives.incumbent(of: $0, among: known) }
    targets = TargetSet(
      objectives, names: properties, values: properties.map { name in entries.map { $0.values[name] } },
      incumbents: incumbents, references: references.values(for: objectives))
    success = try SuccessModel(history: history, prior: prior, features: store)
  }

  /// What the processes and the classifier say of molecules, each by itself.
  package struct Forecast: Sendable {
    /// The predicted values of a calculation, a list for each property.
    package let predictions: [[Prediction]]
    /// The log-probability that each calculation succeeds; nil if it is the same for all.
    package let logSuccesses: [Double]?

    /// Values with the probability of success added.
    func weightedBySuccess(_ values: [Double]) -> [Double] {
      logSuccesses.map { zip(values, $0).map { $0 + $1 } } ?? values
    }
  }

  /// What is known of molecules by their features.
  package func forecast(_ features: [MolecularInput]) throws(TransferLearningError) -> Forecast {
    Forecast(predictions: try predictions(features), logSuccesses: success.logProbabilities(features))
  }

  /// The log probability that a molecule's calculation succeeds and meets all objectives, as the product over them.
  ///
  /// - Parameter widening: the number of times the objectives are widened.
  package func logLikelihoods(_ forecast: Forecast, widening: Int = 0) -> [Double] {
    forecast.weightedBySuccess(
      targets.logProbabilities(forecast.predictions, widening: widening).map { $0.reduce(0, +) })
  }

  /// The same from the molecules' features.
  package func logLikelihoods(
    _ features: [MolecularInput], widening: Int = 0
  ) throws(TransferLearningError) -> [Double] { logLikelihoods(try forecast(features), widening: widening) }

  /// The predicted values of a calculation, a list for each property.
  package func predictions(_ features: [MolecularInput]) throws(TransferLearningError) -> [[Prediction]] {
    var lists: [[Prediction]] = []
    for fit in fits { lists.append(try fit.predict(features, includingNoise: true)) }
    return lists
  }

  /// The input of the acquisition function, which is the joint posterior of each property at the candidates and the
  /// probability that their calculations succeed, with their predictions as ``predictions(_:)`` gives them.
  package func acquisitionState(
    at features: [MolecularInput]
  ) throws -> (state: AcquisitionState, predictions: [[Prediction]]) {
    var posteriors: [String: CandidatePosterior] = [:]
    var predictions: [[Prediction]] = []
    for (property, fit) in zip(properties, fits) {
      let posterior = CandidatePosterior(of: fit.mixture, at: try fit.inputs(features))
      posteriors[property] = posterior
      predictions.append(posterior.observations)
    }
    var state = try AcquisitionState(
      objectives: targets.targets, posteriors: posteriors, incumbents: incumbents, front: targets.front)
    state.successes = success.posterior(at: features)
    return (state, predictions)
  }

  /// The reference point in the form of the record of an iteration; empty if there is no front.
  package func referenceRecords(iteration: Int) -> [ReferencePointRecord] {
    guard let front = targets.front else { return [] }
    return zip(front.places, front.reference).map { place, value in
      let target = targets.targets[place]
      return ReferencePointRecord(
        iteration: iteration, objective: target.name, isMinimum: target.goal == .minimize, value: value,
        isStated: target.reference != nil)
    }
  }

  /// The fits in the form of the record of an iteration.
  package func records(iteration: Int) -> [FitRecord] {
    zip(zip(properties, fits), observationCounts).map { fitted, observationCount in
      let (property, fit) = fitted
      let errors = zip(fit.leaveOneOut, fit.values).map {
        (difference: $1 - $0.mean, prediction: $0, value: $1)
      }
      let count = Double(errors.count)
      return FitRecord(
        iteration: iteration, property: property, observationCount: observationCount,
        priorMean: fit.hyperparameters.mean, outputScale: fit.hyperparameters.outputScale,
        noise: fit.hyperparameters.noise, logPosterior: fit.best.logPosterior,
        leaveOneOutRMSE: (errors.reduce(0) { $0 + $1.difference * $1.difference } / count).squareRoot(),
        leaveOneOutLogDensity: errors.reduce(0) { $0 + $1.prediction.logDensity(of: $1.value) } / count,
        leaveOneOutCoverage: Double(errors.count { abs($0.difference) < $0.prediction.standardDeviation }) / count)
    }
  }

  /// What each fit predicts of every molecule that it learnt from when that one is left out, by property, in the form of
  /// the record.
  package var leaveOneOutEntries: [String: [LeaveOneOutEntry]] {
    Dictionary(
      uniqueKeysWithValues: zip(properties, zip(fits, fitted)).map { property, fitted in
        let (fit, molecules) = fitted
        return (
          property,
          zip(molecules, fit.leaveOneOut).map {
            LeaveOneOutEntry(smiles: $0.smiles, mean: $1.mean, standardDeviation: $1.standardDeviation)
          }
        )
      })
  }

  /// The structural and transfer models with their weights, in the form of the record of an iteration; empty if there
  /// was a single model.
  package func transferRecords(iteration: Int) -> [TransferRecord] {
    zip(properties, fits).flatMap { property, fit -> [TransferRecord] in
      guard fit.modelWeights.count > 1 || !fit.modelShares.isEmpty else { return [] }
      return fit.modelWeights.enumerated().map { index, model in
        TransferRecord(
          iteration: iteration, property: property, rank: index + 1, model: model.model,
          sources: model.sources, parts: model.parts.map(\.rawValue), weight: model.weight, logWeight: model.logWeight,
          leaveOneOutRMSE: model.leaveOneOutRMSE, leaveOneOutLogDensity: model.leaveOneOutLogDensity,
          failure: model.failure, coordinates: model.coordinates)
      }
    }
  }
}
