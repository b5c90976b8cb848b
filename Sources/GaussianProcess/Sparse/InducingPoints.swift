internal import Numerics

/// Selects inducing inputs among candidates: each is drawn with probability proportional to the variance that the
/// previous ones leave unexplained (randomly pivoted Cholesky: Chen, Epperly, Tropp and Webber, arXiv:2207.06503).
///
/// This explains nearly as much as the best selection of the same size. Always taking the most uncertain candidate
/// explains less: it selects outliers, which give information only about themselves. Several candidates are proposed at
/// a time, and each is accepted with the probability that accounts for the variance explained by those before it, so
/// that the draws have the same distribution as one by one (Epperly, Tropp and Webber, arXiv:2410.03969), and the work
/// is in matrix products.
///
/// - Returns: indices of candidates in the order of choice; fewer than requested if these explain all others up to
///   rounding.
func inducingPoints<Input>(
  _ kernel: some Kernel<Input>, among candidates: [Input], count: Int, from stream: inout RandomStream
) -> [Int] {
  var search = PivotSearch(kernel, candidates: candidates)
  while search.chosen.count < count, search.choose(atMost: min(batchSize, count - search.chosen.count), &stream) {}
  return search.chosen
}

private struct PivotSearch<Base: Kernel> {
  let kernel: Base
  let candidates: [Base.Input]
  let negligible: Double
  var chosen: [Int] = []
  /// The rows of the factor, in the order of selection, several at a time: one column for each candidate.
  private var rows: [Matrix] = []
  /// The variance of each candidate that the selected ones leave unexplained.
  private var variances: [Double]

  init(_ kernel: Base, candidates: [Base.Input]) {
    self.kernel = kernel
    self.candidates = candidates
    variances = kernel.variances(candidates)
    negligible = 1e-10 * (variances.max() ?? 0)
  }

  /// Selects at least one more, unless nothing is left to explain.
  mutating func choose(atMost limit: Int, _ stream: inout RandomStream) -> Bool {
    var sums: [Double] = []
    var total = 0.0
    for variance in variances {
      total += variance > negligible ? variance : 0
      sums.append(total)
    }
    guard total > 0 else { return false }
    let proposals = (0..<limit).map { _ in
      let target = total * stream.uniform()
      // The first candidate whose cumulative sum exceeds the target, which has unexplained variance.
      var (low, high) = (0, sums.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] > target { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let batch = pivots(among: proposals, &stream)

    // The new rows: L⁻¹ (K − the part that earlier rows explain), where L is the factor of that matrix at the new
    // pivots.
    var added = kernel.block(batch.map { candidates[$0] }, candidates)
    for before in rows { added -= Matrix.transposedProduct(before.columns(batch), before) }
    // Pivots well above rounding always have a factor; otherwise nothing would be left to explain.
    guard let corner = try? CholeskyFactor(added.columns(batch)) else { return false }
    corner.solveLower(inPlace: &added)
    for (index, explained) in added.squaredColumnNorms.enumerated() {
      variances[index] = max(0, variances[index] - explained)
    }
    for index in batch { variances[index] = 0 }
    rows.append(added)
    chosen += batch
    return true
  }

  /// The accepted proposals, always including the first.
  private func pivots(among proposals: [Int], _ stream: inout RandomStream) -> [Int] {
    let inputs = proposals.map { candidates[$0] }
    var covariance = kernel.block(inputs, inputs)
    for before in rows { covariance -= Matrix.symmetricProduct(before.columns(proposals), transposed: true) }
    var remaining = proposals.map { variances[$0] }
    var factor: [[Double]] = []
    var kept: [Int] = []
    for (position, proposal) in proposals.enumerated() {
      let isKept = stream.uniform() * variances[proposal] < remaining[position]
      guard kept.isEmpty || (isKept && remaining[position] > negligible) else { continue }
      let root = remaining[position].squareRoot()
      var row = covariance.column(position).map { $0 / root }
      for before in factor {
        let share = before[position] / root
        for index in row.indices { row[index] -= share * before[index] }
      }
      for index in remaining.indices { remaining[index] = max(0, remaining[index] - row[index] * row[index]) }
      factor.append(row)
      kept.append(proposal)
    }
    return kept
  }
}

extension Matrix {
  /// Some columns, in this order.
  fileprivate func columns(_ indices: [Int]) -> Matrix {
    Matrix(rows: rows, columns: indices.count, storage: indices.flatMap { column($0) })
  }
}

private let batchSize = 48
