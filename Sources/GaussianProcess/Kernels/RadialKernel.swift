internal import Glibc
public import Numerics

/// A covariance that decreases with the distance of two points: squared exponential or Matérn, with one length scale or
/// one for each coordinate.
///
/// The squared distance is s = Σ ((aᵢ − bᵢ) / lᵢ)² / d for d coordinates: the *mean* square, so that a length scale has
/// the same meaning in 5 dimensions as in 200. Equations: Rasmussen and Williams (2006), section 4.2.1. Its variance is
/// 1.
public struct RadialKernel: Kernel {
  /// The covariance as a function of the distance r = √s.
  public enum Shape: String, Sendable, Hashable, Codable, CaseIterable {
    /// exp(−s / 2): infinitely smooth.
    case squaredExponential = "squared-exponential"
    /// exp(−r): continuous.
    case matern12 = "matern-1/2"
    /// (1 + √3 r) exp(−√3 r): once differentiable.
    case matern32 = "matern-3/2"
    /// (1 + √5 r + 5 s / 3) exp(−√5 r): twice differentiable.
    case matern52 = "matern-5/2"
  }

  /// The shape of the covariance.
  public let shape: Shape
  /// One length scale for all coordinates, or one for each.
  public let lengthScales: [Double]
  /// The prior of the length scales; nil if they are fixed.
  public let prior: LogNormalPrior?

  /// Creates a kernel with fixed length scales, or with free ones if there is a prior.
  ///
  /// - Parameter lengthScales: one for all coordinates, or one for each; all positive.
  public init(_ shape: Shape, lengthScales: [Double], prior: LogNormalPrior? = nil) {
    precondition(
      !lengthScales.isEmpty && lengthScales.allSatisfy { $0 > 0 }, "The length scales \(lengthScales) are not positive."
    )
    self.shape = shape
    self.lengthScales = lengthScales
    self.prior = prior
  }

  /// Creates a kernel with one free length scale, initially at the prior's median.
  public init(_ shape: Shape, prior: LogNormalPrior = .lengthScale) {
    self.init(shape, lengthScales: [prior.median], prior: prior)
  }

  /// The covariance, from 0 to 1.
  public func covariance(_ a: [Double], _ b: [Double]) -> Double {
    precondition(a.count == b.count, "Points of \(a.count) and \(b.count) coordinates were compared.")
    var sum = 0.0
    for index in a.indices {
      let difference = (a[index] - b[index]) / lengthScales[lengthScales.count == 1 ? 0 : index]
      sum += difference * difference
    }
    return shape.value(sum / Double(max(1, a.count)))
  }

  /// The covariances of all pairs, by one matrix product.
  public func block(_ a: [[Double]], _ b: [[Double]]) -> Matrix {
    // The dimension of an empty list of points is unknown.
    if a.isEmpty || b.isEmpty { return Matrix(rows: a.count, columns: b.count) }
    return shape.values(.squaredDistances(points(a), points(b)))
  }

  /// The blocks, by one matrix product each.
  public func blocks(over inputs: [[Double]]) -> InputBlocks {
    let set = PointSet(points(inputs))
    return InputBlocks { rows, columns in shape.values(set.squaredDistances(rows, columns)) }
  }

  /// 1 for every point.
  public func variances(_ a: [[Double]]) -> [Double] { Array(repeating: 1, count: a.count) }

  /// The length scales, if they are free.
  public var hyperparameters: [Hyperparameter] {
    guard let prior else { return [] }
    return lengthScales.enumerated().map { index, value in
      Hyperparameter(
        name: lengthScales.count == 1 ? "length scale" : "length scale \(index + 1)", value: value, prior: prior)
    }
  }

  /// The kernel with other length scales.
  public func with(coordinates: [Double]) -> RadialKernel {
    prior == nil ? self : RadialKernel(shape, lengthScales: coordinates.map { exp($0) }, prior: prior)
  }

  /// With one length scale the distances are computed once; with several, each time.
  public func over(_ inputs: [[Double]]) -> InputCovariance {
    guard prior != nil else { return .constant(block(inputs, inputs)) }
    if lengthScales.count == 1 {
      let points = RadialKernel(shape, lengthScales: [1]).points(inputs)
      return isotropic(distances: .squaredDistances(points))
    }
    return anisotropic(inputs)
  }

  private func isotropic(distances: Matrix) -> InputCovariance {
    InputCovariance { point in
      let (values, slopes) = shape.valuesAndSlopes(exp(-2 * point[0]) * distances)
      return InputCovariance.Evaluation(matrix: values) { [$0.innerProduct(slopes)] }
    }
  }

  /// With V = W ∘ ∂K/∂s the slope by log lᵢ is −2 Σ Vⱼₖ (xᵢⱼ − xᵢₖ)², where x are the coordinates divided by √d lᵢ. One
  /// product of V with the points gives it for all i.
  private func anisotropic(_ inputs: [[Double]]) -> InputCovariance {
    InputCovariance { point in
      let points = with(coordinates: point).points(inputs)
      let (values, derivatives) = shape.valuesAndDerivatives(.squaredDistances(points))
      return InputCovariance.Evaluation(matrix: values) { weights in
        let weighted = weights.elementwiseProduct(derivatives)
        let ones = Matrix(rows: weighted.rows, columns: 1, repeating: 1)
        let sums = (weighted * ones).storage
        let product = points * weighted
        return point.indices.map { coordinate in
          var sum = 0.0
          for point in 0..<points.columns {
            let x = points[coordinate, point]
            sum += x * (x * sums[point] - product[coordinate, point])
          }
          return -4 * sum
        }
      }
    }
  }

  /// The points as the columns of a matrix, each coordinate divided by √d and its length scale.
  func points(_ inputs: [[Double]]) -> Matrix {
    let dimension = inputs.first?.count ?? 0
    precondition(
      lengthScales.count == 1 || inputs.isEmpty || lengthScales.count == dimension,
      "\(lengthScales.count) length scales do not fit points of \(dimension) coordinates.")
    let root = Double(max(1, dimension)).squareRoot()
    var storage: [Double] = []
    storage.reserveCapacity(dimension * inputs.count)
    for input in inputs {
      precondition(input.count == dimension, "Points of \(dimension) and \(input.count) coordinates were compared.")
      for (index, value) in input.enumerated() {
        storage.append(value / (root * lengthScales[lengthScales.count == 1 ? 0 : index]))
      }
    }
    return Matrix(rows: dimension, columns: inputs.count, storage: storage)
  }
}

extension RadialKernel.Shape {
  /// The covariance at a squared distance.
  func value(_ s: Double) -> Double {
    let r = s.squareRoot()
    switch self {
    case .squaredExponential: return exp(-0.5 * s)
    case .matern12: return exp(-r)
    case .matern32: return (1 + root3 * r) * exp(-root3 * r)
    case .matern52: return (1 + root5 * r + 5 / 3 * s) * exp(-root5 * r)
    }
  }

  /// The covariances at squared distances.
  func values(_ distances: consuming Matrix) -> Matrix {
    distances.replaceSquaredDistances(by: function)
    return distances
  }

  private var function: Matrix.RadialFunction {
    switch self {
    case .squaredExponential: .squaredExponential
    case .matern12: .matern12
    case .matern32: .matern32
    case .matern52: .matern52
    }
  }

  /// The covariances at squared distances, and their derivatives by the logarithm of a common length scale, −2 s ∂K/∂s.
  func valuesAndSlopes(_ distances: Matrix) -> (values: Matrix, slopes: Matrix) {
    let (roots, decay) = decay(distances)
    var (values, slopes) = (decay, decay)
    values.update(with: distances, roots) { covariance, s, r in covariance *= value(s, r) }
    slopes.update(with: distances, roots) { slope, s, r in slope *= self.slope(s, r) }
    return (values, slopes)
  }

  /// The covariances at squared distances, and their derivatives by these, ∂K/∂s.
  func valuesAndDerivatives(_ distances: Matrix) -> (values: Matrix, derivatives: Matrix) {
    let (roots, decay) = decay(distances)
    var (values, derivatives) = (decay, decay)
    values.update(with: distances, roots) { covariance, s, r in covariance *= value(s, r) }
    derivatives.update(with: distances, roots) { slope, s, r in slope *= derivative(s, r) }
    return (values, derivatives)
  }

  /// The distances, and the exponential factor of the covariance.
  private func decay(_ distances: Matrix) -> (roots: Matrix, decay: Matrix) {
    var roots = distances
    roots.update(with: distances, distances) { root, s, _ in root = s.squareRoot() }
    var decay = self == .squaredExponential ? distances : roots
    decay.exponentiateElements(times: -rate)
    return (roots, decay)
  }

  /// The factor of the distance (of its square for the squared exponential) in the exponent.
  private var rate: Double {
    switch self {
    case .squaredExponential: 0.5
    case .matern12: 1
    case .matern32: root3
    case .matern52: root5
    }
  }

  /// The covariance divided by the exponential.
  private func value(_ s: Double, _ r: Double) -> Double {
    switch self {
    case .squaredExponential, .matern12: 1
    case .matern32: 1 + root3 * r
    case .matern52: 1 + root5 * r + 5 / 3 * s
    }
  }

  /// −2 s ∂K/∂s divided by the exponential.
  private func slope(_ s: Double, _ r: Double) -> Double {
    switch self {
    case .squaredExponential: s
    case .matern12: r
    case .matern32: 3 * s
    case .matern52: 5 / 3 * s * (1 + root5 * r)
    }
  }

  /// ∂K/∂s divided by the exponential. For Matérn 1/2 it is infinite at 0, where it is only multiplied by 0.
  private func derivative(_ s: Double, _ r: Double) -> Double {
    switch self {
    case .squaredExponential: -0.5
    case .matern12: r > 0 ? -0.5 / r : 0
    case .matern32: -1.5
    case .matern52: -5 / 6 * (1 + root5 * r)
    }
  }
}

extension Matrix {
  /// Updates each element from the elements of two other matrices at the same position.
  fileprivate mutating func update(
    with first: Matrix, _ second: Matrix, _ body: (inout Double, Double, Double) -> Void
  ) {
    unsafe first.storage.withUnsafeBufferPointer { first in
      unsafe second.storage.withUnsafeBufferPointer { second in
        unsafe storage.withUnsafeMutableBufferPointer { own in
          for index in 0..<first.count { unsafe body(&own[index], first[index], second[index]) }
        }
      }
    }
  }
}

private let root3 = 3.0.squareRoot()
private let root5 = 5.0.squareRoot()
