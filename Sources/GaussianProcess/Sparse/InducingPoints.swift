internal import Numerics

/// Which of some candidates tell most of all: each in turn that whose variance is greatest given those before it, to
/// within a tenth (a pivoted Cholesky factorisation; Foster and others, *Stable and efficient Gaussian process
/// calculations*, JMLR 10, 2009).
///
/// Pivots are found several at a time, in a pool of the most uncertain candidates: a variance only ever falls, so that
/// what was known of those outside the pool bounds them from above. Only then are all candidates told, by matrix
/// products.
///
/// - Returns: indices of candidates in the order of choice; fewer than asked for where these explain all the others to
///   rounding.
func inducingPoints<Input>(_ kernel: some Kernel<Input>, among candidates: [Input], count: Int) -> [Int] {
  var search = PivotSearch(kernel, candidates: candidates)
  while search.chosen.count < count, search.choose(atMost: min(batchSize, count - search.chosen.count)) {}
  return search.chosen
}

private struct PivotSearch<Base: Kernel> {
  let kernel: Base
  let candidates: [Base.Input]
  let negligible: Double
  var chosen: [Int] = []
  /// The rows of the factor, in the order of choice, some at a time: one column for each candidate.
  private var rows: [Matrix] = []
  /// What the chosen leave unexplained of each candidate's variance.
  private var variances: [Double]

  init(_ kernel: Base, candidates: [Base.Input]) {
    self.kernel = kernel
    self.candidates = candidates
    variances = kernel.variances(candidates)
    negligible = 1e-10 * (variances.max() ?? 0)
  }

  /// Chooses at least one more, unless nothing is left to explain.
  mutating func choose(atMost limit: Int) -> Bool {
    let left = candidates.indices.filter { variances[$0] > negligible }
      .sorted { variances[$0] == variances[$1] ? $0 < $1 : variances[$0] > variances[$1] }
    guard !left.isEmpty else { return false }
    let pool = Array(left.prefix(poolSize))
    let bound = left.count > poolSize ? variances[left[poolSize]] : 0
    let batch = pivots(in: pool, atMost: limit, bound: bound)

    // The new rows: L⁻¹ (K − what the rows before explain), with L of the new pivots' own corner of it.
    var added = kernel.block(batch.map { candidates[$0] }, candidates)
    for before in rows { added -= Matrix.transposedProduct(before.columns(batch), before) }
    // Pivots well above rounding have a factor; were it otherwise, there would be nothing left to explain.
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

  /// The pivots among a pool, as long as they are nearly as uncertain as any candidate outside it can be.
  private func pivots(in pool: [Int], atMost limit: Int, bound: Double) -> [Int] {
    let inputs = pool.map { candidates[$0] }
    var covariance = kernel.block(inputs, inputs)
    for before in rows { covariance -= Matrix.symmetricProduct(before.columns(pool), transposed: true) }
    var remaining = pool.map { variances[$0] }
    var factor: [[Double]] = []
    var found: [Int] = []
    while found.count < limit {
      guard let best = remaining.indices.max(by: { remaining[$0] < remaining[$1] }), remaining[best] > negligible else {
        break
      }
      if !found.isEmpty, remaining[best] < 0.9 * bound { break }
      let root = remaining[best].squareRoot()
      var row = covariance.column(best).map { $0 / root }
      for before in factor {
        let share = before[best] / root
        for index in row.indices { row[index] -= share * before[index] }
      }
      for index in remaining.indices { remaining[index] -= row[index] * row[index] }
      remaining[best] = 0
      factor.append(row)
      found.append(pool[best])
    }
    return found
  }
}

extension Matrix {
  /// Some columns, in this order.
  fileprivate func columns(_ indices: [Int]) -> Matrix {
    Matrix(rows: rows, columns: indices.count, storage: indices.flatMap { column($0) })
  }
}

private let poolSize = 128
private let batchSize = 48
