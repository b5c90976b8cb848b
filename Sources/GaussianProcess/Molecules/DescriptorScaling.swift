internal import Numerics

/// How the real-valued features of molecules are brought to one scale: sign(x) log(1 + |x|), since descriptors range over
/// decades, then an average of 0 and a standard deviation of 1 over some molecules, cut off at ±8.
public struct DescriptorScaling: Sendable, Hashable, Codable {
  /// The average over the molecules, after the logarithm.
  public let averages: [Double]
  /// The standard deviation over the molecules, after the logarithm; 0 where all are equal.
  public let deviations: [Double]

  /// The scaling that these molecules' features ask for. Few molecules tell little of what is usual: where there are
  /// many others (a corpus, the molecules of a source task), they should be among them.
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

  /// The features on the common scale; 0 where the molecules that the scaling was made of were all equal.
  public func scaled(_ features: [Double]) -> [Double] {
    features.indices.map { index in
      let deviation = deviations[index]
      guard deviation > 0 else { return 0 }
      return min(max((signedLogarithm(features[index]) - averages[index]) / deviation, -8), 8)
    }
  }
}
