public import Numerics

/// A covariance function: the prior covariance of the values at two inputs.
///
/// A new kernel implements ``covariance(_:_:)``, and also ``block(_:_:)`` if many covariances can be computed faster
/// together. It must be symmetric and positive semi-definite; `CohobateTesting.kernelViolations` checks that. A kernel
/// with parameters that a fit may change lists them as ``hyperparameters`` and accepts other values in
/// ``with(coordinates:)``; `+`, `*`, ``scaled(by:named:)`` and ``on(_:)`` build larger kernels.
public protocol Kernel<Input>: Sendable {
  /// The inputs that the kernel compares, such as molecular fingerprints.
  associatedtype Input: Sendable
  /// The covariance of the values at two inputs.
  func covariance(_ a: Input, _ b: Input) -> Double
  /// The covariances of all pairs: row i, column j is that of `a[i]` and `b[j]`.
  func block(_ a: [Input], _ b: [Input]) -> Matrix
  /// The covariances between ranges of fixed inputs; what depends on one input is computed once for all ranges.
  func blocks(over inputs: [Input]) -> InputBlocks
  /// The covariance of each input with itself: the diagonal of `block(a, a)`.
  func variances(_ a: [Input]) -> [Double]
  /// The parameters that a fit may change, in the kernel's own order; none by default.
  var hyperparameters: [Hyperparameter] { get }
  /// The same kernel with other values of its hyper-parameters, given by their coordinates in their order: the natural
  /// logarithms of positive ones.
  func with(coordinates: [Double]) -> Self
  /// The covariances over fixed inputs, as a function of the hyper-parameters, which a fit evaluates many times.
  func over(_ inputs: [Input]) -> InputCovariance
  /// Features whose inner products equal the covariances, exactly or on average over the stream.
  ///
  /// - Parameters:
  ///   - draws: the number of independent draws of random features; the error of the inner products falls with its
  ///     square root.
  ///   - example: an input, which gives the number of coordinates if the features depend on it.
  /// - Throws: ``GaussianProcessError/noRandomFeatures(kernel:)`` unless the kernel implements it.
  func features(draws: Int, like example: Input, from stream: inout RandomStream) throws(GaussianProcessError)
    -> FeatureMap<Input>
}

/// A kernel over fixed inputs: its covariance matrix as a function of the coordinates of its hyper-parameters.
public struct InputCovariance: Sendable {
  /// The matrix at some hyper-parameters, and its derivatives.
  public struct Evaluation {
    /// The covariances of all pairs of the inputs.
    public var matrix: Matrix { factor == 1 ? base : factor * base }
    /// The covariances divided by ``factor``.
    let base: Matrix
    /// What the covariances have in common, so that a sum of scaled kernels needs no copy of each.
    let factor: Double
    /// For a symmetric matrix W, the derivative of Σ Wᵢⱼ Kᵢⱼ by the coordinate of each hyper-parameter.
    ///
    /// So the n × n derivative matrices are never formed.
    public let slopes: (_ weights: Matrix) -> [Double]

    /// A covariance matrix with its derivatives.
    public init(matrix: Matrix, slopes: @escaping (_ weights: Matrix) -> [Double]) {
      self.init(matrix, times: 1, slopes: slopes)
    }

    init(_ base: Matrix, times factor: Double, slopes: @escaping (_ weights: Matrix) -> [Double]) {
      (self.base, self.factor, self.slopes) = (base, factor, slopes)
    }
  }

  /// Evaluates at coordinates of the hyper-parameters.
  public let evaluate: @Sendable (_ coordinates: [Double]) -> Evaluation

  /// Creates a covariance matrix as a function of coordinates of hyper-parameters.
  public init(_ evaluate: @escaping @Sendable (_ coordinates: [Double]) -> Evaluation) {
    self.evaluate = evaluate
  }

  /// A constant matrix.
  public static func constant(_ matrix: Matrix) -> InputCovariance {
    InputCovariance { _ in Evaluation(matrix: matrix) { _ in [] } }
  }
}

/// A kernel over fixed inputs: its covariances between ranges of them.
public struct InputBlocks: Sendable {
  /// The covariances of a range of the inputs (rows) with another (columns).
  public let block: @Sendable (_ rows: Range<Int>, _ columns: Range<Int>) -> Matrix

  /// Creates the covariances as a function of two ranges.
  public init(_ block: @escaping @Sendable (_ rows: Range<Int>, _ columns: Range<Int>) -> Matrix) {
    self.block = block
  }
}

extension Kernel {
  /// The blocks of parts of the list.
  public func blocks(over inputs: [Input]) -> InputBlocks {
    InputBlocks { rows, columns in block(Array(inputs[rows]), Array(inputs[columns])) }
  }

  /// The covariances of all pairs, one by one.
  public func block(_ a: [Input], _ b: [Input]) -> Matrix {
    var result = Matrix(rows: a.count, columns: b.count)
    for (column, right) in b.enumerated() {
      for (row, left) in a.enumerated() { result[row, column] = covariance(left, right) }
    }
    return result
  }

  /// The covariance of each input with itself, one by one.
  public func variances(_ a: [Input]) -> [Double] { a.map { covariance($0, $0) } }

  /// None.
  public var hyperparameters: [Hyperparameter] { [] }

  /// The kernel itself: it has no hyper-parameters.
  public func with(coordinates: [Double]) -> Self {
    precondition(
      coordinates.isEmpty && hyperparameters.isEmpty,
      "A kernel with hyper-parameters must say how it takes other values: write with(coordinates:).")
    return self
  }

  /// The block of the inputs with themselves; its derivatives by hyper-parameters are central differences.
  public func over(_ inputs: [Input]) -> InputCovariance {
    if hyperparameters.isEmpty { return .constant(block(inputs, inputs)) }
    return InputCovariance { point in
      InputCovariance.Evaluation(matrix: with(coordinates: point).block(inputs, inputs)) { weights in
        point.indices.map { index in
          let step = 1e-5
          func moved(_ change: Double) -> Double {
            var moved = point
            moved[index] += change
            return weights.innerProduct(with(coordinates: moved).block(inputs, inputs))
          }
          return (moved(step) - moved(-step)) / (2 * step)
        }
      }
    }
  }

  /// Throws, because there are none.
  public func features(draws: Int, like example: Input, from stream: inout RandomStream) throws(GaussianProcessError)
    -> FeatureMap<Input>
  {
    throw .noRandomFeatures(kernel: "\(Self.self)")
  }

  /// The coordinates of the hyper-parameters.
  public var coordinates: [Double] { hyperparameters.map(\.coordinate) }
}
