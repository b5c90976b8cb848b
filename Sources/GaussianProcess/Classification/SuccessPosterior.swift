internal import Numerics

/// The probabilities of success of a list of candidates, for choosing several of them one by one.
///
///     var successes = SuccessPosterior(of: classifier, at: candidates)
///     successes.suppose(failed: 3)
///     successes.logProbabilities
///
/// The first failure that is supposed costs as much as the predictions of all candidates, each further one a row of the
/// kernel and O(candidates · (data + failures supposed)).
public struct SuccessPosterior: Sendable {
  /// The log-probability of success of each candidate, with the failures that were supposed.
  public private(set) var logProbabilities: [Double]

  /// Made when the first failure is supposed, since most batches need none.
  private var latent: Latent?
  private let makeLatent: (@Sendable () -> Latent)?

  /// The normal posterior of the process f, of which Φ(f) is the probability of success.
  private struct Latent: Sendable {
    var means: [Double]
    var variances: [Double]
    let explained: Matrix
    let priorRow: @Sendable (Int) -> [Double]
    var suppositions = Suppositions()

    func covariances(with index: Int) -> [Double] {
      let column = Matrix(rows: explained.rows, columns: 1, storage: Array(explained.column(index)))
      var row = zip(priorRow(index), Matrix.transposedProduct(explained, column).storage).map { $0 - $1 }
      suppositions.reduce(&row, of: index)
      return row
    }

    /// The mean and the variance of f at the candidate, given a failure of probability Φ(−f), are those of Rasmussen and
    /// Williams 2006, section 3.9. The covariances carry both over to the others. Then f is taken for normal again.
    mutating func suppose(failed index: Int) {
      let width = (1 + variances[index]).squareRoot()
      let likelihood = ProbitLikelihood(latent: means[index] / width, isSuccess: false)
      let row = covariances(with: index).map { $0 / width }
      let shrinkage = likelihood.precision.squareRoot()
      for other in row.indices {
        means[other] += row[other] * likelihood.slope
        let change = row[other] * shrinkage
        variances[other] = max(0, variances[other] - change * change)
      }
      suppositions.append(row.map { $0 * shrinkage })
    }

    var logProbabilities: [Double] { zip(means, variances).map { logSuccess(mean: $0, variance: $1) } }
  }

  /// The candidates of a classifier.
  public init<Input>(of classifier: ProcessClassifier<Input>, at candidates: [Input]) {
    logProbabilities = classifier.logProbabilities(candidates)
    makeLatent = {
      let kernel = classifier.kernel
      let (means, variances, explained) = classifier.posterior(at: candidates)
      return Latent(
        means: means, variances: variances, explained: explained,
        priorRow: { index in kernel.block(candidates, [candidates[index]]).storage })
    }
  }

  /// Candidates whose outcomes say nothing of each other.
  public init(logProbabilities: [Double]) {
    self.logProbabilities = logProbabilities
    makeLatent = nil
  }

  /// The number of candidates.
  public var count: Int { logProbabilities.count }

  /// Assumes that the calculation of a candidate failed: those that are like it will probably fail too.
  public mutating func suppose(failed index: Int) {
    guard let makeLatent else { return }
    var supposed = latent ?? makeLatent()
    latent = nil
    supposed.suppose(failed: index)
    logProbabilities = supposed.logProbabilities
    latent = supposed
  }
}
