internal import GaussianProcess
internal import Glibc
internal import Numerics

/// The target as a linear function of the source properties, with coefficients integrated out and the uncertainty of
/// the sources averaged over:
///
///     k(x, x′) = 1/q Σⱼ [ zⱼ(x) zⱼ(x′) + Cⱼ(x, x′) ]
///
/// with the posterior mean z and covariance C of source j: the second moment of fⱼ(x) fⱼ(x′). A process that is ρ times
/// a source's function, with ρ standard normal, has this covariance exactly. In a process with this kernel only, on one
/// source, it is the Bayesian form of taking the source's posterior mean as the prior mean.
struct LinearSourceKernel: Kernel {
  let sources: [ScaledSource]

  func covariance(_ a: TransferInput, _ b: TransferInput) -> Double { block([a], [b])[0, 0] }

  func block(_ a: [TransferInput], _ b: [TransferInput]) -> Matrix {
    let share = 1 / Double(sources.count)
    var result = Matrix(rows: a.count, columns: b.count)
    for source in sources {
      let (left, right) = (source.values(a), source.values(b))
      result.addScaled(
        Matrix(rows: a.count, columns: 1, storage: left) * Matrix(rows: 1, columns: b.count, storage: right), by: share)
      if let covariances = source.covariances(a, b) { result.addScaled(covariances, by: share) }
    }
    return result
  }

  func variances(_ a: [TransferInput]) -> [Double] {
    var result = [Double](repeating: 0, count: a.count)
    for source in sources {
      for (index, (value, variance)) in zip(source.values(a), source.variances(a)).enumerated() {
        result[index] += (value * value + variance) / Double(sources.count)
      }
    }
    return result
  }
}

/// The target as a smooth function of the source properties: the squared exponential kernel of length 1 on their
/// values, averaged over their uncertainty,
///
///     k(x, x′) = Πⱼ (1 + uⱼ/q)^(−½) exp(−(zⱼ − zⱼ′)² / (2 (q + uⱼ))),  uⱼ = Cⱼ(x, x) + Cⱼ(x′, x′) − 2 Cⱼ(x, x′)
///
/// and 1 for a molecule with itself. An average of kernels is a kernel.
struct RadialSourceKernel: Kernel {
  let sources: [ScaledSource]

  func covariance(_ a: TransferInput, _ b: TransferInput) -> Double { block([a], [b])[0, 0] }

  func block(_ a: [TransferInput], _ b: [TransferInput]) -> Matrix {
    let count = Double(sources.count)
    var exponents = Matrix(rows: a.count, columns: b.count)
    for source in sources {
      let (left, right) = (source.values(a), source.values(b))
      let covariances = source.covariances(a, b)
      let (leftVariances, rightVariances) = (source.variances(a), source.variances(b))
      for column in b.indices {
        for row in a.indices {
          let difference = left[row] - right[column]
          var unsure = 0.0
          if let covariances {
            unsure = max(0, leftVariances[row] + rightVariances[column] - 2 * covariances[row, column])
          }
          exponents[row, column] -=
            0.5 * (log1p(unsure / count) + difference * difference / (count + unsure))
        }
      }
    }
    exponents.exponentiateElements()
    return exponents
  }

  func variances(_ a: [TransferInput]) -> [Double] { Array(repeating: 1, count: a.count) }
}

/// A linear kernel on frozen features, the networks' last hidden layers: the inner product of their standardised units,
/// averaged over the units and the networks (shotgun transfer learning, doi:10.1021/acscentsci.9b00804).
struct HiddenLayerKernel: Kernel {
  /// The indices of the networks among the sources of the inputs.
  let indices: [Int]

  func covariance(_ a: TransferInput, _ b: TransferInput) -> Double { block([a], [b])[0, 0] }

  func block(_ a: [TransferInput], _ b: [TransferInput]) -> Matrix {
    guard !a.isEmpty, !b.isEmpty else { return Matrix(rows: a.count, columns: b.count) }
    return Matrix.transposedProduct(columns(a), columns(b))
  }

  func variances(_ a: [TransferInput]) -> [Double] { columns(a).squaredColumnNorms }

  private func columns(_ inputs: [TransferInput]) -> Matrix {
    let rows = inputs.map { input in
      indices.flatMap { index in
        let hidden = input.sources[index]?.hidden ?? []
        let factor = 1 / (Double(max(1, hidden.count)) * Double(indices.count)).squareRoot()
        return hidden.map { factor * $0 }
      }
    }
    return Matrix(rows: rows.first?.count ?? 0, columns: inputs.count, storage: rows.flatMap(\.self))
  }
}
