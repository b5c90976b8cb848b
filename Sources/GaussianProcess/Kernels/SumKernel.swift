public import Numerics

/// The sum of kernels: the value is the sum of independent processes.
public struct SumKernel<Input: Sendable>: Kernel {
  /// The kernels that are added.
  public let terms: [any Kernel<Input>]

  /// Creates the sum of kernels; an empty sum is the kernel of the zero function.
  public init(_ terms: [any Kernel<Input>]) {
    self.terms = terms
  }

  /// The sum of the covariances.
  public func covariance(_ a: Input, _ b: Input) -> Double { terms.reduce(0) { $0 + $1.covariance(a, b) } }

  /// The sum of the blocks.
  public func block(_ a: [Input], _ b: [Input]) -> Matrix {
    var result = terms.first?.block(a, b) ?? Matrix(rows: a.count, columns: b.count)
    for term in terms.dropFirst() { result += term.block(a, b) }
    return result
  }

  /// The sums of the blocks.
  public func blocks(over inputs: [Input]) -> InputBlocks {
    let blocks = terms.map { $0.blocks(over: inputs) }
    return InputBlocks { rows, columns in
      var result = blocks.first?.block(rows, columns) ?? Matrix(rows: rows.count, columns: columns.count)
      for block in blocks.dropFirst() { result += block.block(rows, columns) }
      return result
    }
  }

  /// The sums of the variances.
  public func variances(_ a: [Input]) -> [Double] {
    terms.reduce(Array(repeating: 0, count: a.count)) { sums, term in zip(sums, term.variances(a)).map { $0 + $1 } }
  }

  /// The hyper-parameters of the terms, one after the other.
  public var hyperparameters: [Hyperparameter] { terms.flatMap { $0.hyperparameters } }

  /// The sum of the kernels with other values.
  public func with(coordinates: [Double]) -> SumKernel {
    let parts = divided(coordinates, into: terms.map { $0.hyperparameters.count })
    return SumKernel(zip(terms, parts).map { $0.with(coordinates: $1) })
  }

  /// The sum of the matrices.
  public func over(_ inputs: [Input]) -> InputCovariance {
    let covariances = terms.map { $0.over(inputs) }
    let counts = terms.map { $0.hyperparameters.count }
    return InputCovariance { point in
      let evaluations = zip(covariances, divided(point, into: counts)).map { $0.evaluate($1) }
      var sum = evaluations.first?.matrix ?? Matrix(rows: inputs.count, columns: inputs.count)
      for evaluation in evaluations.dropFirst() { sum.addScaled(evaluation.base, by: evaluation.factor) }
      return InputCovariance.Evaluation(matrix: sum) { weights in evaluations.flatMap { $0.slopes(weights) } }
    }
  }

  /// The features of all terms, one after the other.
  public func features(draws: Int, like example: Input, from stream: inout RandomStream) throws(GaussianProcessError)
    -> FeatureMap<Input>
  {
    var parts: [FeatureMap<Input>] = []
    for term in terms { parts.append(try term.features(draws: draws, like: example, from: &stream)) }
    return FeatureMap.concatenation(parts)
  }
}

/// The sum of two kernels.
public func + <Input>(left: some Kernel<Input>, right: some Kernel<Input>) -> SumKernel<Input> {
  SumKernel(termsOf(left) + termsOf(right))
}

private func termsOf<Input>(_ kernel: some Kernel<Input>) -> [any Kernel<Input>] {
  (kernel as? SumKernel<Input>)?.terms ?? [kernel]
}

/// Values divided into consecutive parts of these lengths.
func divided(_ values: [Double], into counts: [Int]) -> [[Double]] {
  var start = 0
  return counts.map { count in
    defer { start += count }
    return Array(values[start..<start + count])
  }
}
