public import GaussianProcess
internal import Glibc
internal import Numerics

/// A target fitted with a transferred prior: an average over the candidates that the labels favour, and what each of them
/// was worth.
public struct TransferredFit: Sendable {
  /// What a candidate was worth.
  public struct Judgement: Sendable, Hashable, Codable {
    /// The names of its sources; none for the model without transfer.
    public let sources: [String]
    /// The kernels through which they serve.
    public let parts: [TransferCandidate.Part]
    /// Its posterior probability among the candidates.
    public let weight: Double
    /// The logarithm of the posterior density of its hyper-parameters, its prior probability included, in standardised
    /// units: weights are proportional to its exponential.
    public let logEvidence: Double
    /// The root mean square error of its leave-one-out predictions, in the property's unit.
    public let leaveOneOutRMSE: Double
    /// The mean log density that its leave-one-out predictions gave to the labels.
    public let leaveOneOutLogDensity: Double
  }

  /// The processes that predict, by their weights.
  public let mixture: ProcessMixture<TransferInput>
  /// The candidates, the most probable first.
  public let judgements: [Judgement]
  /// The fit of the most probable candidate.
  public let best: Fit<TransferInput>
  /// The leave-one-out predictions of the average, in the order of the labels.
  public let leaveOneOut: [Prediction]
  private let prior: TransferredPrior
  /// The sources that the mixture's members need.
  private let needed: [Int]

  init(prior: TransferredPrior, fitted: [FittedCandidate], settings: TransferSettings) {
    let logWeights = fitted.map { $0.fit.logPosterior + $0.candidate.logPrior }
    let total = logSumExp(logWeights)
    let weights = logWeights.map { exp($0 - total) }
    let order = weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    let kept = order.enumerated().filter { rank, index in
      rank == 0 || (rank < settings.membersAtMost && weights[index] >= settings.leastWeight)
    }.map(\.element)

    self.prior = prior
    mixture = ProcessMixture(kept.map { .init(weight: weights[$0], process: fitted[$0].fit.process) })
    best = fitted[order[0]].fit
    needed = Set(kept.flatMap { fitted[$0].candidate.sources }).sorted()
    leaveOneOut = mixture.average(kept.map { fitted[$0].fit.leaveOneOut })
    judgements = order.map { index in
      let (candidate, fit) = (fitted[index].candidate, fitted[index].fit)
      return Judgement(
        sources: candidate.sources.map { prior.sources[$0].name }, parts: candidate.parts, weight: weights[index],
        logEvidence: logWeights[index], leaveOneOutRMSE: fit.leaveOneOutRMSE,
        leaveOneOutLogDensity: fit.leaveOneOutLogDensity)
    }
  }

  /// The probability that anything is transferred.
  public var transferWeight: Double { judgements.reduce(0) { $0 + ($1.sources.isEmpty ? 0 : $1.weight) } }

  /// What the mixture sees of molecules: only the sources that it needs are asked.
  ///
  /// - Parameter features: as ``TransferredPrior/features(of:)`` gives them.
  public func inputs(_ features: [MolecularInput]) throws(TransferLearningError) -> [TransferInput] {
    try prior.asking(needed, about: features)
  }

  /// The prediction for each molecule.
  ///
  /// - Parameter includingNoise: whether to predict an observation rather than the process.
  public func predict(_ features: [MolecularInput], includingNoise: Bool = false) throws(TransferLearningError)
    -> [Prediction]
  {
    var predictions: [Prediction] = []
    // What a source says of a molecule takes a number for each molecule that the source was trained on.
    for start in stride(from: 0, to: features.count, by: 1024) {
      let part = Array(features[start..<min(start + 1024, features.count)])
      predictions += mixture.predict(try inputs(part), includingNoise: includingNoise)
    }
    return predictions
  }
}
