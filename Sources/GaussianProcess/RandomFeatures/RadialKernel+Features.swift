internal import Glibc
public import Numerics

extension RadialKernel {
  /// A cosine and a sine for each draw of a frequency, so that the inner product depends only on the difference and the
  /// variance is exactly 1 (Rahimi and Recht, 2007).
  ///
  /// The frequencies follow the spectral density: normal for the squared exponential, a multivariate t distribution of
  /// 2 ν degrees of freedom for Matérn ν (Rasmussen and Williams, 2006, section 4.2.1).
  public func features(draws: Int, like example: [Double], from stream: inout RandomStream) -> FeatureMap<[Double]> {
    let dimension = example.count
    var frequencies: [Double] = []
    frequencies.reserveCapacity(dimension * draws)
    for _ in 0..<draws {
      let direction = (0..<dimension).map { _ in stream.normal() }
      let length = shape.frequencyScale(from: &stream)
      frequencies += direction.map { length * $0 }
    }
    let matrix = Matrix(rows: dimension, columns: draws, storage: frequencies)
    let size = 1 / Double(draws).squareRoot()
    return FeatureMap(count: 2 * draws, draws: draws) { inputs in
      let phases = Matrix.transposedProduct(matrix, points(inputs))
      var storage: [Double] = []
      storage.reserveCapacity(2 * draws * inputs.count)
      for column in inputs.indices {
        for phase in phases.column(column) { storage.append(size * cos(phase)) }
        for phase in phases.column(column) { storage.append(size * sin(phase)) }
      }
      return Matrix(rows: 2 * draws, columns: inputs.count, storage: storage)
    }
  }
}

extension RadialKernel.Shape {
  /// The factor of a normal direction: 1, or √(f / χ²) for χ² with f = 2 ν degrees of freedom.
  fileprivate func frequencyScale(from stream: inout RandomStream) -> Double {
    let freedom: Int
    switch self {
    case .squaredExponential: return 1
    case .matern12: freedom = 1
    case .matern32: freedom = 3
    case .matern52: freedom = 5
    }
    var square = 0.0
    for _ in 0..<freedom {
      let normal = stream.normal()
      square += normal * normal
    }
    return (Double(freedom) / square).squareRoot()
  }
}
