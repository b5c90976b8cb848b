public import Numerics

/// The product of two kernels: inputs are similar if both kernels find them similar.
public struct ProductKernel<Left: Kernel, Right: Kernel>: Kernel where Left.Input == Right.Input {
  /// The first of the two.
  public let left: Left
  /// The second of the two.
  public let right: Right

  /// The product of the two covariances.
  public func covariance(_ a: Left.Input, _ b: Left.Input) -> Double { left.covariance(a, b) * right.covariance(a, b) }
  /// The element-wise product of the two blocks.
  public func block(_ a: [Left.Input], _ b: [Left.Input]) -> Matrix {
    var result = left.block(a, b)
    result.multiplyElements(by: right.block(a, b))
    return result
  }
  /// The element-wise products of the blocks.
  public func blocks(over inputs: [Left.Input]) -> InputBlocks {
    let (one, other) = (left.blocks(over: inputs), right.blocks(over: inputs))
    return InputBlocks { rows, columns in
      var result = one.block(rows, columns)
      result.multiplyElements(by: other.block(rows, columns))
      return result
    }
  }
  /// The products of the two variances.
  public func variances(_ a: [Left.Input]) -> [Double] { zip(left.variances(a), right.variances(a)).map { $0 * $1 } }
  /// The hyper-parameters of the left kernel, then those of the right one.
  public var hyperparameters: [Hyperparameter] { left.hyperparameters + right.hyperparameters }

  /// The product of the kernels with other values.
  public func with(coordinates: [Double]) -> ProductKernel {
    let parts = divided(coordinates, into: [left.hyperparameters.count, right.hyperparameters.count])
    return ProductKernel(left: left.with(coordinates: parts[0]), right: right.with(coordinates: parts[1]))
  }

  /// The element-wise product of the two matrices.
  public func over(_ inputs: [Left.Input]) -> InputCovariance {
    let (one, other) = (left.over(inputs), right.over(inputs))
    let (leftCount, rightCount) = (left.hyperparameters.count, right.hyperparameters.count)
    return InputCovariance { point in
      let parts = divided(point, into: [leftCount, rightCount])
      let (a, b) = (one.evaluate(parts[0]), other.evaluate(parts[1]))
      let (left, right) = (a.matrix, b.matrix)
      return InputCovariance.Evaluation(matrix: left.elementwiseProduct(right)) { weights in
        (leftCount == 0 ? [] : a.slopes(weights.elementwiseProduct(right)))
          + (rightCount == 0 ? [] : b.slopes(weights.elementwiseProduct(left)))
      }
    }
  }

  /// Products of the features of both.
  public func features(draws: Int, like example: Left.Input, from stream: inout RandomStream)
    throws(GaussianProcessError) -> FeatureMap<Left.Input>
  {
    let one = try left.features(draws: draws, like: example, from: &stream)
    let other = try right.features(draws: draws, like: example, from: &stream)
    return FeatureMap.product(one, other, draws: draws, from: &stream)
  }
}

/// The product of two kernels.
public func * <Left: Kernel, Right: Kernel>(left: Left, right: Right) -> ProductKernel<Left, Right> {
  ProductKernel(left: left, right: right)
}
