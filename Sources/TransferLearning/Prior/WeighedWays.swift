import GaussianProcess
internal import Glibc
internal import Numerics

/// The ways of transfer with one structural kernel, and their weights beside each other.
struct WeighedWays: Sendable {
  /// The name of the structural kernel if several are weighed; otherwise nil.
  let model: String?
  let fitted: [FittedTransferModel]
  let failed: [FailedTransferModel]
  /// The logarithms of the weights of the fitted ways, up to ``logTotal``.
  let logWeights: [Double]
  /// The logarithm of the sum of the weights before they are scaled to sum to 1.
  let logTotal: Double
  /// The weights of the fitted ways; they sum to 1.
  let weights: [Double]
  /// Each label, with its prediction from the others by the mixture of the ways that this kernel alone would have.
  let leaveOneOut: [(prediction: Prediction, value: Double)]

  /// Weighs the ways by posterior density.
  init(
    model: String?, fitted: [FittedTransferModel], failed: [FailedTransferModel], settings: TransferSettings
  ) {
    (self.model, self.fitted, self.failed) = (model, fitted, failed)
    logWeights = fitted.map { $0.fit.logPosterior + $0.candidate.logPrior }
    let total = logSumExp(logWeights)
    logTotal = total
    weights = logWeights.map { exp($0 - total) }
    guard !fitted.isEmpty else {
      leaveOneOut = []
      return
    }
    let kept = settings.kept(weights)
    let mixture = ProcessMixture(kept.map { [weights] in .init(weight: weights[$0], process: fitted[$0].fit.process) })
    leaveOneOut = Array(
      zip(mixture.average(kept.map { fitted[$0].fit.leaveOneOut }), fitted[0].fit.process.values)
    ).map { ($0, $1) }
  }
}

extension TransferSettings {
  /// The indices of the candidates in the average, in order of decreasing weight.
  func kept(_ weights: [Double]) -> [Int] {
    weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }.enumerated().filter { rank, index in
      rank == 0 || (rank < membersAtMost && weights[index] >= leastWeight)
    }.map(\.element)
  }
}
