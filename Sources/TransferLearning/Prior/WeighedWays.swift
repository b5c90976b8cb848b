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
  /// The transformation of the labels to the values of the processes.
  let transformation: ValueTransformation
  /// The log density of each label given the others, by the mixture of the ways that this kernel alone would have.
  let leaveOneOutLogDensities: [Double]
  private let values: [Double]

  /// Weighs the ways by posterior density.
  init(
    model: String?, fitted: [FittedTransferModel], failed: [FailedTransferModel], transformation: ValueTransformation,
    values: [Double], settings: TransferSettings
  ) {
    (self.transformation, self.values) = (transformation, values)
    (self.model, self.fitted, self.failed) = (model, fitted, failed)
    logWeights = fitted.map { $0.fit.logPosterior + $0.candidate.logPrior }
    let total = logSumExp(logWeights)
    logTotal = total
    weights = logWeights.map { exp($0 - total) }
    guard !fitted.isEmpty else {
      leaveOneOutLogDensities = []
      return
    }
    let kept = settings.kept(weights)
    let mixture = ProcessMixture(kept.map { [weights] in .init(weight: weights[$0], process: fitted[$0].fit.process) })
    leaveOneOutLogDensities = Self.logDensities(
      mixture.average(kept.map { fitted[$0].fit.leaveOneOut }), of: values, transformation)
  }

  /// The log density of each label under its prediction, which is one of the transformed value: that of the
  /// transformed value times the slope.
  private static func logDensities(
    _ predictions: [Prediction], of values: [Double], _ transformation: ValueTransformation
  ) -> [Double] {
    zip(predictions, values).map { prediction, value in
      prediction.logDensity(of: transformation.transformed(value)) + log(transformation.slope(value))
    }
  }

  /// The predictions of the labels from the others by one of the ways, in the property's unit.
  func leaveOneOut(_ index: Int) -> [Prediction] { fitted[index].fit.leaveOneOut.map(transformation.original) }

  /// The root mean square error of these predictions, and their mean log density.
  func leaveOneOutErrors(_ index: Int) -> (rmse: Double, logDensity: Double) {
    let fit = fitted[index].fit
    guard transformation != .identity else { return (fit.leaveOneOutRMSE, fit.leaveOneOutLogDensity) }
    let count = Double(values.count)
    let squares = zip(leaveOneOut(index), values).reduce(0) { $0 + ($1.1 - $1.0.mean) * ($1.1 - $1.0.mean) }
    let sum = Self.logDensities(fit.leaveOneOut, of: values, transformation).reduce(0, +)
    return ((squares / count).squareRoot(), sum / count)
  }

  /// The hyper-parameters of one of the ways, in the property's unit: where a transformation bends, at the prior mean.
  func hyperparameters(_ index: Int) -> Hyperparameters {
    let own = fitted[index].fit.hyperparameters
    guard transformation != .identity else { return own }
    let mean = transformation.original(own.mean)
    let slope = transformation.slope(mean)
    return Hyperparameters(
      mean: mean, outputScale: own.outputScale / slope, noise: own.noise / slope, kernel: own.kernel)
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
