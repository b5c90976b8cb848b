internal import GaussianProcess
internal import Glibc
package import Numerics

/// Finds the sources that, alone or in pairs, explain a target best through a linear dependence, in closed form.
///
/// The structural part and the noise are fixed at their fit together with all sources. With B their covariance, Z the
/// sources' values at the labelled molecules, G = Zᵀ B⁻¹ Z and h = Zᵀ B⁻¹ y, adding a linear dependence of variance a²
/// on the r sources of a set S changes the log evidence by
///
///     −½ log |I + a²/r G_SS| + ½ a²/r h_Sᵀ (I + a²/r G_SS)⁻¹ h_S
///
/// (Woodbury's identity). One factorisation serves thousands of sets. The uncertainty of the sources is ignored here.
package struct SourceScreen {
  private let gram: Matrix
  private let products: [Double]
  private let slopeVariance: Double

  /// - Parameters:
  ///   - covariance: B, over the labelled molecules, in standardised units.
  ///   - values: the standardised values.
  ///   - sources: the sources' scaled values, one column per source.
  ///   - slopeVariance: a².
  package init(covariance: Matrix, values: [Double], sources: Matrix, slopeVariance: Double) throws(NumericsError) {
    let factor = try CholeskyFactor(covariance)
    let solved = factor.solveLower(sources)
    gram = Matrix.transposedProduct(solved, solved)
    let right = Matrix(rows: values.count, columns: 1, storage: factor.solveLower(values))
    products = Matrix.transposedProduct(solved, right).storage
    self.slopeVariance = slopeVariance
  }

  /// The sets of one and of two sources with the greatest product of evidence and prior probability, the best first.
  package func best(_ count: Int) throws(NumericsError) -> [(sources: [Int], logPrior: Double)] {
    let all = Array(products.indices)
    let singles = all.map { [$0] }
    let pairs = all.flatMap { first in all.dropFirst(first + 1).map { [first, $0] } }
    var scored: [(sources: [Int], logPrior: Double, score: Double)] = []
    for sets in [singles, pairs] where !sets.isEmpty {
      // Half of the prior probability for each size, shared equally by the sets of that size.
      let logPrior = -log(2 * Double(sets.count))
      for set in sets { scored.append((set, logPrior, try logEvidence(of: set) + logPrior)) }
    }
    // Ties are broken by the order of the list, not by the sort.
    let order = scored.indices.sorted { (-scored[$0].score, $0) < (-scored[$1].score, $1) }
    return order.prefix(count).map { (scored[$0].sources, scored[$0].logPrior) }
  }

  private func logEvidence(of set: [Int]) throws(NumericsError) -> Double {
    let factor = slopeVariance / Double(set.count)
    var matrix = Matrix(rows: set.count, columns: set.count)
    for (row, first) in set.enumerated() {
      for (column, second) in set.enumerated() {
        matrix[row, column] = factor * gram[first, second] + (row == column ? 1 : 0)
      }
    }
    let cholesky = try CholeskyFactor(matrix)
    let right = set.map { products[$0] }
    let quadratic = zip(right, cholesky.solve(right)).reduce(0) { $0 + $1.0 * $1.1 }
    return -0.5 * cholesky.logDeterminant + 0.5 * factor * quadratic
  }
}
