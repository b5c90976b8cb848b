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
    /// Its weight in the average over the candidates, from 0 to 1; 0 where it could not be fitted.
    public let weight: Double
    /// The greatest log posterior density of its hyper-parameters plus the logarithm of its prior share, in standardised units:
    /// weights are proportional to its exponential. It is no evidence: nothing is integrated over the hyper-parameters.
    /// Nil where it could not be fitted.
    public let logWeight: Double?
    /// The root mean square error of its leave-one-out predictions, in the property's unit; nil where it could not be fitted.
    public let leaveOneOutRMSE: Double?
    /// The mean log density that its leave-one-out predictions gave to the labels; nil where it could not be fitted.
    public let leaveOneOutLogDensity: Double?
    /// Why it could not be fitted, in a full sentence; nil where it was.
    public let failure: String?
  }

  /// The processes that predict, by their weights.
  public let mixture: ProcessMixture<TransferInput>
  /// The candidates, the one of greatest weight first; those that could not be fitted come last.
  public let judgements: [Judgement]
  /// The fit of the candidate of greatest weight.
  public let best: Fit<TransferInput>
  /// The leave-one-out predictions of the average, in the order of the labels.
  public let leaveOneOut: [Prediction]
  private let prior: TransferredPrior
  /// The sources that the mixture's members need.
  private let needed: [Int]

  /// - Precondition: at least one candidate was fitted.
  init(
    prior: TransferredPrior, fitted: [FittedCandidate], failed: [FailedCandidate], settings: TransferSettings
  ) {
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
    let judged = order.map { index in
      let (candidate, fit) = (fitted[index].candidate, fitted[index].fit)
      return Judgement(
        sources: candidate.sources.map { prior.sources[$0].name }, parts: candidate.parts, weight: weights[index],
        logWeight: logWeights[index], leaveOneOutRMSE: fit.leaveOneOutRMSE,
        leaveOneOutLogDensity: fit.leaveOneOutLogDensity, failure: nil)
    }
    judgements =
      judged
      + failed.map {
        Judgement(
          sources: $0.candidate.sources.map { prior.sources[$0].name }, parts: $0.candidate.parts, weight: 0,
          logWeight: nil, leaveOneOutRMSE: nil, leaveOneOutLogDensity: nil, failure: $0.reason)
      }
  }

  /// The weight on the candidates that transfer anything.
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
