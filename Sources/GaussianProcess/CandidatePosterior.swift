public import Numerics

/// The posterior over a list of candidates, for choosing several of them one by one.
///
/// For each process it stores V = L⁻¹ K(data, candidates), so that assuming one more candidate known costs one row of
/// the kernel and O(candidates · (data + candidates assumed known)), and the full covariance of the candidates is never
/// formed. For a mixture of processes, the covariance is that of the mixture: the average of their covariances plus the
/// covariance of their means.
public struct CandidatePosterior: Sendable {
  /// The prediction of the process at each candidate, from the data alone, without noise.
  public let predictions: [Prediction]
  /// The prediction of an observation of each candidate, from the data alone, each process with its own noise.
  public let observed: [Prediction]
  /// The same as ``ProcessMixture/predict(_:includingNoise:)`` gives it for up to 1024 candidates, which differs from
  /// ``observed`` in the last digit at most.
  package let observations: [Prediction]
  /// The prior standard deviation, averaged over the candidates, in the property's unit: the natural scale for
  /// differences of this property.
  public let scale: Double

  private let members: [Member]
  private var suppositions = Suppositions()
  private let initialVariances: [Double]
  private var variances: [Double]

  /// The stored parts of a process.
  private struct Member: Sendable {
    let weight: Double
    let solved: Matrix
    let priorRow: @Sendable (Int) -> [Double]
    let priorVariances: [Double]
    let priorBlocks: @Sendable ([Int]) -> InputBlocks
    /// The means of the transformed values.
    let means: [Double]
    /// The variance of the noise of a transformed value.
    let noiseVariance: Double
    let transformation: ValueTransformation
    /// The factor of each candidate's deviation from that of the transformed value to that of the property's; empty if
    /// nothing is transformed.
    let stretches: [Double]
    /// The differences of its means from those of the mixture; empty if it is the only process.
    var excess: [Double]

    /// The factor of the covariances of observations of some candidates. It is made panel by panel: of thousands of candidates, a
    /// whole matrix takes hundreds of megabytes.
    ///
    /// The noise is a part of the covariance, so that one that rounding has made indefinite seldom needs a jitter.
    func factor(of indices: [Int]) throws(GaussianProcessError) -> CholeskyFactor {
      let (blocks, solved, noise) = (priorBlocks(indices), solved.columns(indices), noiseVariance)
      let scale = indices.reduce(0) { $0 + priorVariances[$1] } / Double(max(1, indices.count))
      return try factorized(scale: scale) { (jitter) throws(NumericsError) in
        try CholeskyFactor(size: indices.count) { rows, elements in
          var block = blocks.block(rows, 0..<rows.upperBound)
          block.subtractProducts(of: solved, columns: rows, with: 0..<rows.upperBound)
          for index in block.storage.indices { elements[index] = block.storage[index] }
          for (index, row) in rows.enumerated() { elements[index + row * rows.count] += noise + jitter }
        }
      }.factor
    }
  }

  /// The number of candidates.
  public var count: Int { predictions.count }

  /// The posterior over a process's candidates.
  public init<Input>(of process: GaussianProcess<Input>, at candidates: [Input]) {
    self.init(of: ProcessMixture(process), at: candidates)
  }

  /// The posterior over the candidates of several processes.
  public init<Input>(of mixture: ProcessMixture<Input>, at candidates: [Input]) {
    var members: [Member] = []
    var lists: [[Prediction]] = []
    var observedLists: [[Prediction]] = []
    var observationLists: [[Prediction]] = []
    var priorVariance = 0.0
    for member in mixture.members {
      let (process, kernel) = (member.process, member.process.kernel)
      let cross = kernel.block(process.inputs, candidates)
      let priorVariances = kernel.variances(candidates)
      let solved = process.factor.solveLower(cross)
      let means = process.posteriorMeans(at: candidates, cross: cross)
      let variances = remainingVariances(priorVariances, solved: solved)
      let transformation = member.transformation
      let plain = zip(means, variances).map { Prediction(mean: $0, standardDeviation: $1.squareRoot()) }
      let list = plain.map(transformation.original)
      lists.append(list)
      observationLists.append(
        zip(means, variances).map {
          transformation.original(
            Prediction(mean: $0, standardDeviation: ($1 + process.noiseVariance).squareRoot()))
        })
      let noise = process.noiseVariance.squareRoot()
      observedLists.append(plain.map { transformation.original($0.observed(noise: noise)) })
      let stretches =
        transformation == .identity
        ? []
        : zip(plain, list).map { plain, own in
          plain.standardDeviation > 0
            ? own.standardDeviation / plain.standardDeviation : 1 / transformation.slope(own.mean)
        }
      if stretches.isEmpty {
        priorVariance += member.weight * priorVariances.reduce(0, +) / Double(max(1, candidates.count))
      } else if !candidates.isEmpty {
        // Not the mean, which one candidate with an extreme prediction would set.
        let own = zip(priorVariances, stretches).map { $0 * $1 * $1 }.sorted()
        priorVariance += member.weight * quantile(0.5, ofSorted: own)
      }
      members.append(
        Member(
          weight: member.weight, solved: solved,
          priorRow: { index in kernel.block(candidates, [candidates[index]]).storage },
          priorVariances: priorVariances,
          priorBlocks: { indices in kernel.blocks(over: indices.map { candidates[$0] }) },
          means: means, noiseVariance: process.noiseVariance, transformation: transformation, stretches: stretches,
          excess: []))
    }
    let predictions = mixture.average(lists)
    if members.count > 1 {
      for index in members.indices { members[index].excess = zip(lists[index], predictions).map { $0.mean - $1.mean } }
    }
    self.members = members
    self.predictions = predictions
    initialVariances = predictions.map { $0.standardDeviation * $0.standardDeviation }
    variances = initialVariances
    observed = mixture.average(observedLists)
    observations = mixture.average(observationLists)
    scale = priorVariance.squareRoot()
  }

  /// The covariances of one candidate with all, given the data and the candidates assumed known.
  public func covariances(with index: Int) -> [Double] {
    var row = [Double](repeating: 0, count: count)
    for member in members {
      let solved = member.solved
      let column = Matrix(rows: solved.rows, columns: 1, storage: Array(solved.column(index)))
      let explained = Matrix.transposedProduct(solved, column).storage
      for (other, prior) in member.priorRow(index).enumerated() {
        let stretch = member.stretches.isEmpty ? 1 : member.stretches[index] * member.stretches[other]
        row[other] += member.weight * stretch * (prior - explained[other])
        if !member.excess.isEmpty { row[other] += member.weight * member.excess[index] * member.excess[other] }
      }
    }
    suppositions.reduce(&row, of: index)
    return row
  }

  /// Joint samples of observations of some candidates, from the data alone: a row for each sample, and a column for each
  /// candidate in the order of `indices`, in the property's unit.
  ///
  /// They are exact for a mixture: each sample comes from one process, drawn by its weight. Its normal values are drawn
  /// jointly with their independent noise, and are then transformed to the property's.
  ///
  /// - Throws: ``GaussianProcessError/numerics(_:)`` if a covariance matrix has no factor.
  public func samples(
    of indices: [Int], count: Int, stream: inout RandomStream
  ) throws(GaussianProcessError) -> Matrix {
    var drawn = [[Int]](repeating: [], count: members.count)
    for sample in 0..<count { drawn[Self.member(of: members.map(\.weight), at: stream.uniform())].append(sample) }
    var samples = Matrix(rows: count, columns: indices.count)
    for (member, rows) in zip(members, drawn) where !rows.isEmpty && !indices.isEmpty {
      let factor = try member.factor(of: indices)
      let normals = (0..<indices.count * rows.count).map { _ in stream.normal() }
      let deviations = factor.multiplyLower(Matrix(rows: indices.count, columns: rows.count, storage: normals))
      for (column, index) in indices.enumerated() {
        for (place, row) in rows.enumerated() {
          samples[row, column] = member.transformation.original(member.means[index] + deviations[column, place])
        }
      }
    }
    return samples
  }

  /// The member that a place in [0, 1) belongs to, where each has a part as long as its weight.
  private static func member(of weights: [Double], at place: Double) -> Int {
    var sum = 0.0
    for (index, weight) in weights.enumerated() {
      sum += weight
      if place < sum { return index }
    }
    return weights.count - 1
  }

  /// Assumes the process known at a candidate: the variances of similar candidates shrink. (The means do not change,
  /// because the assumed value is the predicted mean.)
  public mutating func suppose(known index: Int) {
    // Already known up to rounding: it gives no further information.
    guard variances[index] > 1e-10 * initialVariances[index] else { return variances[index] = 0 }
    let deviation = variances[index].squareRoot()
    let row = covariances(with: index).map { $0 / deviation }
    for other in variances.indices { variances[other] = max(0, variances[other] - row[other] * row[other]) }
    variances[index] = 0
    suppositions.append(row)
  }

  /// The fraction of each candidate's posterior variance that the candidates assumed known leave unexplained: 1 − R²,
  /// with their multiple correlation R. 1 if none was assumed known; 0 at those assumed known and their duplicates.
  public var unexplainedShares: [Double] {
    zip(variances, initialVariances).map { variance, before in
      let share = before > 0 ? variance / before : 1
      return share > 1e-10 ? min(1, share) : 0
    }
  }
}

/// Outcomes that are supposed of candidates, each as a row r: the covariances of the candidates are less by r rᵀ.
struct Suppositions: Sendable {
  private var rows: [[Double]] = []

  mutating func append(_ row: [Double]) { rows.append(row) }

  /// Reduces the covariances of a candidate with all.
  func reduce(_ covariances: inout [Double], of index: Int) {
    for row in rows {
      let factor = row[index]
      for other in covariances.indices { covariances[other] -= factor * row[other] }
    }
  }
}

extension Matrix {
  /// The matrix of some of the columns, in their order.
  fileprivate func columns(_ indices: [Int]) -> Matrix {
    if indices.elementsEqual(0..<columns) { return self }
    var storage: [Double] = []
    storage.reserveCapacity(rows * indices.count)
    for index in indices { storage += column(index) }
    return Matrix(rows: rows, columns: indices.count, storage: storage)
  }
}
