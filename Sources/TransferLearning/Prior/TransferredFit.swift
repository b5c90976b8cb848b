public import GaussianProcess
internal import Glibc
internal import Numerics

/// A target fitted with a transferred prior: a weighted average over the candidates that the labels favour, with the
/// weight of each.
public struct TransferredFit: Sendable {
  /// The evaluation of a candidate.
  public struct ModelWeight: Sendable, Hashable, Codable {
    /// The name of its structural kernel if several were weighed; otherwise nil.
    public let model: String?
    /// The names of its sources; empty for the model without transfer.
    public let sources: [String]
    /// The kernels on these sources.
    public let parts: [TransferModel.Part]
    /// Its weight in the average over the candidates, from 0 to 1; 0 if it could not be fitted.
    public let weight: Double
    /// The greatest log posterior density of its hyper-parameters plus its log prior weight, in standardised units:
    /// weights are proportional to its exponential. It is not the log evidence, because the hyper-parameters are not
    /// integrated out. If several structural kernels were weighed, it is the logarithm of the weight. Nil if it could
    /// not be fitted.
    public let logWeight: Double?
    /// The root mean square error of its leave-one-out predictions, in the property's unit; nil if it could not be
    /// fitted.
    public let leaveOneOutRMSE: Double?
    /// The mean log density of the labels under its leave-one-out predictions; nil if it could not be fitted.
    public let leaveOneOutLogDensity: Double?
    /// Why it could not be fitted, in a full sentence; nil if it was.
    public let failure: String?
    /// The coordinates of its hyper-parameters and, last, of its noise (``Fit/coordinates``), with which it can be fitted
    /// to further labels without a search; nil if it could not be fitted.
    public let coordinates: [Double]?
  }

  /// The mixture of processes that predicts, with their weights.
  public let mixture: ProcessMixture<TransferInput>
  /// The evaluated candidates in order of decreasing weight; those that could not be fitted are last.
  public let modelWeights: [ModelWeight]
  /// The fit of the candidate of greatest weight, which may be one to transformed values.
  public let best: Fit<TransferInput>
  /// The hyper-parameters of this candidate in the property's unit; of one that was fitted to transformed values, those
  /// near the prior mean.
  public let hyperparameters: Hyperparameters
  /// The labels, in the property's unit.
  public let values: [Double]
  /// The leave-one-out predictions of the mixture, in the order of the labels.
  public let leaveOneOut: [Prediction]
  private let prior: TransferredPrior
  /// The sources that the mixture's members need.
  private let needed: [Int]

  /// - Precondition: at least one candidate was fitted.
  init(prior: TransferredPrior, values: [Double], weighed: [WeighedWays], settings: TransferSettings) {
    let serving = weighed.filter { !$0.fitted.isEmpty }
    let shares =
      serving.count == 1
      ? [1] : stackingWeights(serving.map(\.leaveOneOutLogDensities))
    let ways = zip(serving, shares).flatMap { ways, share in
      ways.fitted.indices.map { index in
        let (candidate, fit) = (ways.fitted[index].candidate, ways.fitted[index].fit)
        let weight = share * ways.weights[index]
        let logWeight = ways.model == nil ? ways.logWeights[index] : log(share) + ways.logWeights[index] - ways.logTotal
        return (group: ways, index: index, candidate: candidate, fit: fit, weight: weight, logWeight: logWeight)
      }
    }
    let order = ways.indices.sorted { (-ways[$0].weight, $0) < (-ways[$1].weight, $1) }
    let kept = settings.kept(ways.map(\.weight))

    self.prior = prior
    mixture = ProcessMixture(
      kept.map {
        .init(
          weight: ways[$0].weight, process: ways[$0].fit.process, transformation: ways[$0].group.transformation)
      })
    best = ways[order[0]].fit
    hyperparameters = ways[order[0]].group.hyperparameters(ways[order[0]].index)
    self.values = values
    needed = Set(kept.flatMap { ways[$0].candidate.sources }).sorted()
    leaveOneOut = mixture.average(kept.map { ways[$0].group.leaveOneOut(ways[$0].index) })
    func names(_ candidate: TransferModel) -> [String] { candidate.sources.map { prior.sources[$0].name } }
    let judged = order.map { index in
      let (group, candidate) = (ways[index].group, ways[index].candidate)
      let errors = group.leaveOneOutErrors(ways[index].index)
      return ModelWeight(
        model: group.model, sources: names(candidate), parts: candidate.parts, weight: ways[index].weight,
        logWeight: ways[index].logWeight, leaveOneOutRMSE: errors.rmse, leaveOneOutLogDensity: errors.logDensity,
        failure: nil, coordinates: ways[index].fit.coordinates)
    }
    modelWeights =
      judged
      + weighed.flatMap { ways in
        ways.failed.map {
          ModelWeight(
            model: ways.model, sources: names($0.candidate), parts: $0.candidate.parts, weight: 0, logWeight: nil,
            leaveOneOutRMSE: nil, leaveOneOutLogDensity: nil, failure: $0.reason, coordinates: nil)
        }
      }
  }

  /// The total weight of each structural kernel by name, in order of decreasing weight; empty if only one was given.
  public var modelShares: [(model: String, weight: Double)] {
    var shares: [String: Double] = [:]
    for way in modelWeights { if let model = way.model { shares[model, default: 0] += way.weight } }
    return shares.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map { ($0.key, $0.value) }
  }

  /// The total weight of the candidates that use sources.
  public var transferWeight: Double { modelWeights.reduce(0) { $0 + ($1.sources.isEmpty ? 0 : $1.weight) } }

  /// The mixture's inputs for molecules; only the sources that it needs are evaluated.
  ///
  /// - Parameter features: the features from ``TransferredPrior/features(of:)``.
  public func inputs(_ features: [MolecularInput]) throws(TransferLearningError) -> [TransferInput] {
    try prior.asking(needed, about: features, beside: best.process.inputs)
  }

  /// The prediction for each molecule.
  ///
  /// - Parameter includingNoise: whether to predict an observation rather than the process.
  public func predict(_ features: [MolecularInput], includingNoise: Bool = false) throws(TransferLearningError)
    -> [Prediction]
  {
    var predictions: [Prediction] = []
    // In chunks, because the output of a source for a molecule has one number for each molecule that the source was
    // trained on.
    for start in stride(from: 0, to: features.count, by: 1024) {
      let part = Array(features[start..<min(start + 1024, features.count)])
      predictions += mixture.predict(try inputs(part), includingNoise: includingNoise)
    }
    return predictions
  }
}
