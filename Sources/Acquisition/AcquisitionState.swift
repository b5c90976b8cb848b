public import GaussianProcess

/// The knowledge about the candidates that an acquisition function uses.
public struct AcquisitionState: Sendable {
  /// The predictions of the candidates for one objective.
  public struct Outlook: Sendable {
    /// The objective.
    public let objective: Objective
    /// The predicted observation of each candidate, noise included.
    public let predictions: [Prediction]
    /// The best observed value, for goals other than a window.
    public let incumbent: Double?
    /// The unit of differences of this property: the standard deviation of the process before any data.
    public let scale: Double

    /// Makes the predictions of the candidates for one objective.
    public init(objective: Objective, predictions: [Prediction], incumbent: Double?, scale: Double) {
      self.objective = objective
      self.predictions = predictions
      self.incumbent = incumbent
      self.scale = scale
    }
  }

  /// The number of candidates.
  public let candidateCount: Int
  /// One for each objective; empty if the choice needs no surrogate.
  public let outlooks: [Outlook]
  /// One for each property that the objectives need, in the order in which they first name them.
  let posteriors: [CandidatePosterior]

  /// Candidates with no predictions.
  public init(candidateCount: Int) {
    self.candidateCount = candidateCount
    outlooks = []
    posteriors = []
  }

  /// Candidates with one prediction each in every outlook, but without covariances.
  public init(outlooks: [Outlook]) {
    candidateCount = outlooks.first?.predictions.count ?? 0
    self.outlooks = outlooks
    posteriors = []
  }

  /// Candidates with their joint posterior for each property.
  ///
  /// - Parameters:
  ///   - objectives: the objectives.
  ///   - posteriors: for each property that the objectives name, the posterior of the same candidates in the same order.
  ///   - incumbents: for each objective the best observed value, or nil; with several objectives, the best among the
  ///     molecules that meet the others.
  public init(objectives: [Objective], posteriors: [String: CandidatePosterior], incumbents: [Double?])
    throws(AcquisitionError)
  {
    precondition(incumbents.count == objectives.count, "There must be one incumbent, or nil, for each objective.")
    var outlooks: [Outlook] = []
    var properties: [String] = []
    for (objective, incumbent) in zip(objectives, incumbents) {
      guard let posterior = posteriors[objective.property] else { throw .missingProperty(objective.property) }
      if !properties.contains(objective.property) { properties.append(objective.property) }
      outlooks.append(
        Outlook(
          objective: objective, predictions: posterior.observed, incumbent: incumbent, scale: posterior.scale))
    }
    self.outlooks = outlooks
    self.posteriors = properties.compactMap { posteriors[$0] }
    let count = self.posteriors.first?.count ?? 0
    precondition(
      self.posteriors.allSatisfy { $0.count == count }, "All properties must be predicted for the same candidates.")
    candidateCount = count
  }

  /// For each candidate the sum of a term over the objectives.
  public func sum(_ term: (Outlook, Prediction) -> Double) -> [Double] {
    (0..<candidateCount).map { candidate in
      outlooks.reduce(0) { $0 + term($1, $1.predictions[candidate]) }
    }
  }
}
