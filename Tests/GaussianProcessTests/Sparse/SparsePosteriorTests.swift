import GaussianProcess
import Numerics
import Testing

struct SparsePosteriorTests {
  private static let data = SparseProcessTests.data
  private static let values = SparseProcessTests.values
  private static let targets = SparseProcessTests.targets

  private func covariance(_ kernel: any Kernel<Double>, less columns: Matrix) -> Matrix {
    kernel.block(Self.targets, Self.targets) - Matrix.transposedProduct(columns, columns)
  }

  /// With every observed input among the inducing ones nothing is approximated, in no covariance.
  @Test func isTheExactProcessWhereEveryInputInduces() throws {
    let exact = try GaussianProcessTests.prior().conditioned(on: Reference.inputs, values: Reference.values)
    let sparse = try SparseProcessTests.prior([0, 0.4, 1.1, 2.3, 3])
      .conditioned(on: Reference.inputs, values: Reference.values)
    let (one, other) = (exact.projections(at: Self.targets), try sparse.posterior().projections(at: Self.targets))
    #expect(distance(one.means, other.means) < 1e-9)
    let difference = covariance(exact.kernel, less: one.columns) - covariance(sparse.kernel, less: other.columns)
    #expect(difference.storage.allSatisfy { abs($0) < 1e-9 })
  }

  /// The prior's covariance less the columns' inner products is what the process predicts, and a covariance.
  @Test func columnsExplainWhatTheProcessIsSureOf() throws {
    let process = try SparseProcessTests.prior([0.2, 3, 5, 9.5]).conditioned(on: Self.data, values: Self.values)
    let posterior = try process.posterior()
    let (means, columns) = posterior.projections(at: Self.targets)
    let predictions = process.predict(Self.targets)
    #expect(distance(means, predictions.map(\.mean)) < 1e-12)
    let covariance = covariance(process.kernel, less: columns)
    #expect(
      distance(covariance.diagonal.map { $0.squareRoot() }, predictions.map(\.standardDeviation)) < 1e-9)
    #expect(try SymmetricEigendecomposition(covariance).values.allSatisfy { $0 > -1e-12 })
    #expect(posterior.rootJitter == 0)
  }

  /// The covariance of different inputs, written out: Q is conditioned, and what it leaves unexplained is added.
  @Test func covariancesAreThoseOfTheApproximation() throws {
    let inducing = [0.2, 3, 5, 9.5]
    let process = try SparseProcessTests.prior(inducing).conditioned(on: Self.data, values: Self.values)
    let kernel = process.kernel
    let factor = try CholeskyFactor(kernel.block(inducing, inducing))
    let (u, t) = (
      factor.solveLower(kernel.block(inducing, Self.data)), factor.solveLower(kernel.block(inducing, Self.targets))
    )
    var observed = Matrix.transposedProduct(u, u)
    for index in Self.data.indices { observed[index, index] = 1.69 + 0.04 }
    let solved = try CholeskyFactor(observed).solveLower(Matrix.transposedProduct(u, t))
    let expected = Matrix.transposedProduct(solved, solved)
    let columns = try process.posterior().projections(at: Self.targets).columns
    #expect(distance(Matrix.transposedProduct(columns, columns).storage, expected.storage) < 1e-9)
  }

  /// Of what its parts are it is made again, to the last bit.
  @Test func isMadeAgainOfItsParts() throws {
    // Equal inducing inputs need jitter, which is a part.
    let process = try SparseProcessTests.prior([0, 1, 1, 2]).conditioned(on: Self.data, values: Self.values)
    let posterior = try process.posterior()
    let again = try SparsePosterior(
      mean: posterior.mean, kernel: posterior.kernel, inducingInputs: posterior.inducingInputs,
      jitter: posterior.jitter, information: posterior.information, projected: posterior.projected)
    #expect(posterior.jitter > 0)
    let (one, other) = (posterior.projections(at: Self.targets), again.projections(at: Self.targets))
    #expect(one.means == other.means && one.columns == other.columns)
  }

  @Test func withoutDataNothingIsExplained() throws {
    let (means, columns) = try SparseProcessTests.prior([0, 1]).posterior().projections(at: Self.targets)
    #expect(means.allSatisfy { $0 == 0.5 } && columns.storage.allSatisfy { $0 == 0 })
    #expect(columns.rows == 2 && columns.columns == Self.targets.count)
  }

  /// Fewer observations than inducing inputs leave directions of which nothing is known: the root needs jitter, which is
  /// recorded and small.
  @Test func fewObservationsAreEnough() throws {
    let process = try SparseProcessTests.prior([0, 2, 4, 6, 8]).conditioned(on: [1, 5], values: [1, 2])
    let posterior = try process.posterior()
    let columns = posterior.projections(at: Self.targets).columns
    let predicted = process.predict(Self.targets).map(\.standardDeviation)
    #expect(
      distance(covariance(process.kernel, less: columns).diagonal.map { $0.squareRoot() }, predicted) < 1e-6)
    #expect(posterior.rootJitter >= 0 && posterior.rootJitter < 1e-6)
  }

  @Test func noInputsHaveNoColumns() throws {
    let (means, columns) = try SparseProcessTests.prior([0, 1]).posterior().projections(at: [])
    #expect(means.isEmpty && columns.columns == 0)
  }

  @Test func partsThatDoNotBelongTogetherAreRefused() throws {
    func made(_ inducing: [Double], _ rows: Int, _ projected: Int, scale: Double = 1) throws {
      var information = Matrix(rows: rows, columns: rows)
      information.addToDiagonal(scale)
      _ = try SparsePosterior(
        mean: ConstantMean(0), kernel: SquaredExponential(), inducingInputs: inducing, jitter: 0,
        information: information, projected: Array(repeating: 0, count: projected))
    }
    try made([0, 1], 2, 2)
    for (inducing, rows, projected) in [([0, 1.0], 3, 2), ([0, 1], 2, 3), ([], 0, 0)] {
      #expect(throws: GaussianProcessError.self) { try made(inducing, rows, projected) }
    }
    // Less than the prior knew, or nothing that a covariance can be.
    for scale in [0.5, -1, .nan] {
      #expect(throws: GaussianProcessError.self) { try made([0, 1], 2, 2, scale: scale) }
    }
  }
}
