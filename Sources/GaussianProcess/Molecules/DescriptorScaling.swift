internal import Numerics

/// The scaling of the real-valued features of molecules: sign(x) log(1 + |x|), since descriptors range over decades,
/// then standardisation over some molecules to an average of 0 and a standard deviation of 1, clipped at ±8.
public struct DescriptorScaling: Sendable, Hashable, Codable {
  /// The average over the molecules, after the logarithm.
  public let averages: [Double]
  /// The standard deviation over the molecules, after the logarithm; 0 if all are equal.
  public let deviations: [Double]

  /// Determines the scaling from the features of molecules. A few molecules do not determine it well: if there are many
  /// others (a corpus, the molecules of a source task), include them.
  public init(of features: [[Double]]) {
    let dimension = features.first?.count ?? 0
    let count = Double(max(1, features.count))
    var averages = [Double](repeating: 0, count: dimension)
    var squares = [Double](repeating: 0, count: dimension)
    for row in features {
      for (index, value) in row.enumerated() { averages[index] += signedLogarithm(value) / count }
    }
    for row in features {
      for (index, value) in row.enumerated() {
        let difference = signedLogarithm(value) - averages[index]
        squares[index] += difference * difference / count
      }
    }
    self.averages = averages
    deviations = squares.map { $0.squareRoot() > 1e-8 ? $0.squareRoot() : 0 }
  }

  /// The scaled features; 0 where all molecules that determined the scaling were equal.
  public func scaled(_ features: [Double]) -> [Double] {
    features.indices.map { scaled(features[$0], at: $0) }
  }

  /// The scaled feature at an index.
  package func scaled(_ feature: Double, at index: Int) -> Double {
    let deviation = deviations[index]
    guard deviation > 0 else { return 0 }
    return min(max((signedLogarithm(feature) - averages[index]) / deviation, -8), 8)
  }
}
