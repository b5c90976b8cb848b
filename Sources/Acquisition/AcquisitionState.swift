public import GaussianProcess

/// What is known of the candidates: what an acquisition function decides by.
public struct AcquisitionState: Sendable {
  /// What is expected of the candidates for one objective.
  public struct Outlook: Sendable {
    /// What is wanted.
    public let objective: Objective
    /// For each candidate the prediction of its observation, noise included.
    public let predictions: [Prediction]
    /// The best value observed, for goals other than a window.
    public let incumbent: Double?
    /// The unit in which differences of this property are counted: the standard deviation of the process before any
    /// data.
    public let scale: Double

    /// What is expected of the candidates for one objective.
    public init(objective: Objective, predictions: [Prediction], incumbent: Double?, scale: Double) {
      self.objective = objective
      self.predictions = predictions
      self.incumbent = incumbent
      self.scale = scale
    }
  }

  /// How many candidates there are.
  public let candidateCount: Int
  /// One for each objective; none where the choice needs no surrogate.
  public let outlooks: [Outlook]
  /// One for each property wanted, in the order in which the objectives name them first.
  let posteriors: [CandidatePosterior]

  /// Candidates of which nothing is known but their number.
  public init(candidateCount: Int) {
    self.candidateCount = candidateCount
    outlooks = []
    posteriors = []
  }

  /// Candidates with predictions, one for each candidate in every outlook, but without their covariances.
  public init(outlooks: [Outlook]) {
    candidateCount = outlooks.first?.predictions.count ?? 0
    self.outlooks = outlooks
    posteriors = []
  }

  /// Candidates with their joint posterior per property.
  ///
  /// - Parameters:
  ///   - objectives: what is wanted.
  ///   - posteriors: for each property named in the objectives, that of the same candidates in the same order.
  ///   - incumbents: for each objective the best value observed, or nil; of the molecules that meet the other
  ///     objectives
  ///     where there are several.
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

  /// For each candidate the sum, over the objectives, of a term.
  public func sum(_ term: (Outlook, Prediction) -> Double) -> [Double] {
    (0..<candidateCount).map { candidate in
      outlooks.reduce(0) { $0 + term($1, $1.predictions[candidate]) }
    }
  }
}
