public import Numerics

/// A covariance function: how alike the values at two inputs are expected to be.
///
/// An author writes ``covariance(_:_:)``, and ``block(_:_:)`` where many can be had faster at once. It must be
/// symmetric and positive semi-definite; `CohobateTesting.kernelViolations` checks that. A kernel with numbers that a
/// fit may change lists them as ``hyperparameters`` and takes others by ``with(coordinates:)``; `+`, `*`,
/// ``scaled(by:named:)`` and ``on(_:)`` build larger kernels.
public protocol Kernel<Input>: Sendable {
  /// What the kernel compares, for instance a molecule's fingerprint.
  associatedtype Input: Sendable
  /// The covariance of the values at two inputs.
  func covariance(_ a: Input, _ b: Input) -> Double
  /// The covariances of all pairs: row i, column j is that of `a[i]` and `b[j]`.
  func block(_ a: [Input], _ b: [Input]) -> Matrix
  /// The covariance of each input with itself: the diagonal of `block(a, a)`.
  func variances(_ a: [Input]) -> [Double]
  /// The numbers that a fit may change, in an order of the kernel's own; none unless told.
  var hyperparameters: [Hyperparameter] { get }
  /// The same kernel with other values of its hyper-parameters, given by their coordinates in their order: the natural
  /// logarithms of positive ones.
  func with(coordinates: [Double]) -> Self
  /// The covariances over inputs that stay, as a function of the hyper-parameters: what a fit evaluates many times.
  func over(_ inputs: [Input]) -> InputCovariance
  /// Features whose inner products are the covariances: exactly, or on average over the stream.
  ///
  /// - Parameters:
  ///   - draws: how many independent features of a random kind to draw; the error of the inner products falls with the
  ///     root of it.
  ///   - example: an input, where the number of features depends on the number of coordinates.
  /// - Throws: ``GaussianProcessError/noRandomFeatures(kernel:)`` unless the kernel says otherwise.
  func features(draws: Int, like example: Input, from stream: inout RandomStream) throws(GaussianProcessError)
    -> FeatureMap<Input>
}

/// A kernel over inputs that stay: its covariance matrix as a function of the coordinates of its hyper-parameters.
public struct InputCovariance: Sendable {
  /// The matrix at some hyper-parameters, and how it changes with them.
  public struct Evaluation {
    /// The covariances of all pairs of the inputs.
    public let matrix: Matrix
    /// For a symmetric matrix W the derivative of Σ Wᵢⱼ Kᵢⱼ by the coordinate of each hyper-parameter.
    ///
    /// So the n × n derivatives by each of them need never be formed.
    public let slopes: (_ weights: Matrix) -> [Double]

    /// A covariance matrix with its derivatives.
    public init(matrix: Matrix, slopes: @escaping (_ weights: Matrix) -> [Double]) {
      self.matrix = matrix
      self.slopes = slopes
    }
  }

  /// Evaluates at coordinates of the hyper-parameters.
  public let evaluate: @Sendable (_ coordinates: [Double]) -> Evaluation

  /// A covariance matrix as a function of coordinates of hyper-parameters.
  public init(_ evaluate: @escaping @Sendable (_ coordinates: [Double]) -> Evaluation) {
    self.evaluate = evaluate
  }

  /// A matrix that depends on nothing.
  public static func constant(_ matrix: Matrix) -> InputCovariance {
    InputCovariance { _ in Evaluation(matrix: matrix) { _ in [] } }
  }
}

extension Kernel {
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

  /// The kernel itself, which has no hyper-parameters.
  public func with(coordinates: [Double]) -> Self {
    precondition(
      coordinates.isEmpty && hyperparameters.isEmpty,
      "A kernel with hyper-parameters must say how it takes other values: write with(coordinates:).")
    return self
  }

  /// The block of the inputs with themselves; its derivatives, if there are hyper-parameters, by central differences.
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

  /// There are none.
  public func features(draws: Int, like example: Input, from stream: inout RandomStream) throws(GaussianProcessError)
    -> FeatureMap<Input>
  {
    throw .noRandomFeatures(kernel: "\(Self.self)")
  }

  /// The coordinates of the hyper-parameters.
  public var coordinates: [Double] { hyperparameters.map(\.coordinate) }
}
