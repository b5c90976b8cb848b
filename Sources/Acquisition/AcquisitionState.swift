public import GaussianProcess

/// The knowledge about the candidates that an acquisition function uses.
public struct AcquisitionState: Sendable {
  /// The predictions of the candidates for one objective.
  public struct ObjectivePrediction: Sendable {
    /// The objective.
    public let target: Target
    /// The predicted observation of each candidate, noise included.
    public let predictions: [Prediction]
    /// The best observed value, for goals other than a window.
    public let incumbent: Double?
    /// The unit of differences of its values: for a property the standard deviation of the process before any data,
    /// for an expression the median over the candidates of those that follow from its properties.
    public let scale: Double

    /// Makes the predictions of the candidates for one objective.
    public init(target: Target, predictions: [Prediction], incumbent: Double?, scale: Double) {
      self.target = target
      self.predictions = predictions
      self.incumbent = incumbent
      self.scale = scale
    }
  }

  /// The number of candidates.
  public let candidateCount: Int
  /// One for each objective; empty if the choice needs no surrogate.
  public let objectivePredictions: [ObjectivePrediction]
  /// What is reached in the maxima and minima together, if there are two to four of them; else nil, and each has its own
  /// incumbent.
  public let front: GoalFront?
  /// The probability that the calculation of each candidate succeeds; nil if it is the same for all.
  public var successes: SuccessPosterior? {
    didSet {
      precondition(
        successes == nil || successes?.count == candidateCount,
        "There must be one probability of success for each candidate, or none.")
    }
  }
  /// One for each property that the objectives need, in the order in which they first name them.
  let posteriors: [CandidatePosterior]

  /// Candidates with no predictions.
  public init(candidateCount: Int) {
    self.candidateCount = candidateCount
    objectivePredictions = []
    front = nil
    posteriors = []
  }

  /// Candidates with one prediction each for every objective, but without covariances.
  public init(objectivePredictions: [ObjectivePrediction], front: GoalFront? = nil) {
    candidateCount = objectivePredictions.first?.predictions.count ?? 0
    self.objectivePredictions = objectivePredictions
    self.front = front
    posteriors = []
  }

  /// Candidates with their joint posterior for each property.
  ///
  /// - Parameters:
  ///   - objectives: the objectives.
  ///   - posteriors: for each property that the objectives name, the posterior of the same candidates in the same order.
  ///   - incumbents: for each objective the best observed value, or nil; with several objectives, the best among the
  ///     molecules that meet the others.
  ///   - front: the front of the maxima and minima, if there are several.
  public init(
    objectives: [Target], posteriors: [String: CandidatePosterior], incumbents: [Double?], front: GoalFront? = nil
  ) throws(AcquisitionError) {
    precondition(incumbents.count == objectives.count, "There must be one incumbent, or nil, for each objective.")
    var objectivePredictions: [ObjectivePrediction] = []
    for (objective, incumbent) in zip(objectives, incumbents) {
      var needed: [CandidatePosterior] = []
      for property in objective.properties {
        guard let posterior = posteriors[property] else { throw .missingProperty(property) }
        needed.append(posterior)
      }
      objectivePredictions.append(ObjectivePrediction(objective, predictedBy: needed, incumbent: incumbent))
    }
    self.objectivePredictions = objectivePredictions
    self.front = front
    self.posteriors = objectives.properties.compactMap { posteriors[$0] }
    let count = self.posteriors.first?.count ?? 0
    precondition(
      self.posteriors.allSatisfy { $0.count == count }, "All properties must be predicted for the same candidates.")
    candidateCount = count
  }

  /// For each candidate the sum of a term over the objectives, which is given the predictions for the objective and that
  /// of the candidate; −infinity where an expression has no prediction.
  public func sum(_ term: (ObjectivePrediction, Prediction) -> Double) -> [Double] {
    sum(term, over: Array(objectivePredictions.indices))
  }

  private func sum(_ term: (ObjectivePrediction, Prediction) -> Double, over places: [Int]) -> [Double] {
    (0..<candidateCount).map { candidate in
      places.reduce(0) { sum, place in
        let predicted = objectivePredictions[place]
        let prediction = predicted.predictions[candidate]
        return prediction.isFinite ? sum + term(predicted, prediction) : -.infinity
      }
    }
  }

  /// The same with one term for all objectives of the front, if there is one.
  ///
  /// - Parameters:
  ///   - frontTerm: given the front and the predictions for its goals, one value for each candidate, which is −infinity where
  ///     an expression has no prediction.
  ///   - term: that of each other objective, or of all without a front.
  public func sum(
    front frontTerm: (_ front: GoalFront, _ goals: [ObjectivePrediction]) -> [Double],
    others term: (ObjectivePrediction, Prediction) -> Double
  ) -> [Double] {
    guard let front else { return sum(term) }
    let own = frontTerm(front, front.places.map { objectivePredictions[$0] })
    let others = objectivePredictions.indices.filter { !front.places.contains($0) }
    return zip(own, sum(term, over: others)).map { $0 + $1 }
  }
}

extension AcquisitionState.ObjectivePrediction {
  /// - Parameter posteriors: those of the objective's properties, in their order.
  fileprivate init(_ objective: Target, predictedBy posteriors: [CandidatePosterior], incumbent: Double?) {
    let candidates = posteriors.first?.predictions.indices ?? 0..<0
    let predictions = candidates.map { index in
      objective.expression.prediction(from: posteriors.map { $0.observed[index] })
    }
    let scale: Double
    if objective.expression.isProperty {
      scale = posteriors.first?.scale ?? 1
    } else {
      // About the same means, with the uncertainties before any data.
      let deviations = candidates.map { index in
        let before = posteriors.map {
          Prediction(mean: $0.observed[index].mean, standardDeviation: $0.scale)
        }
        return objective.expression.prediction(from: before).standardDeviation
      }.filter { $0 > 0 && $0.isFinite }.sorted()
      // Not the mean, which one candidate with a denominator near zero would set.
      scale = deviations.isEmpty ? 1 : deviations[deviations.count / 2] / 2 + deviations[(deviations.count - 1) / 2] / 2
    }
    self.init(target: objective, predictions: predictions, incumbent: incumbent, scale: scale)
  }
}

extension Prediction {
  /// Whether there is a prediction: an expression may have no value.
  var isFinite: Bool { mean.isFinite && standardDeviation.isFinite }
}
