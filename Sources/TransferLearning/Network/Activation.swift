package import Numerics

/// The activation function of a hidden unit, applied to the sum of its inputs.
public enum Activation: String, Sendable, Hashable, Codable, CaseIterable {
  /// The positive part, max(z, 0).
  case relu
  /// z / (1 + e⁻ᶻ): smooth, and about the same for large |z| (arXiv:1702.03118).
  case silu

  /// Replaces sums by values, and writes the derivatives to `slopes`.
  package func apply<Scalar: BLASScalar>(to values: inout [Scalar], slopes: inout [Scalar], count: Int) {
    precondition(count <= values.count && count <= slopes.count, "There are fewer than \(count) units.")
    unsafe values.withUnsafeMutableBufferPointer { values in
      unsafe slopes.withUnsafeMutableBufferPointer { slopes in
        switch self {
        case .relu:
          for index in 0..<count {
            let isOn = unsafe values[index] > 0
            unsafe slopes[index] = isOn ? 1 : 0
            unsafe values[index] = isOn ? values[index] : 0
          }
        case .silu:
          for index in 0..<count {
            let sum = unsafe values[index]
            let share = 1 / (1 + Scalar.exponential(-sum))
            unsafe slopes[index] = share * (1 + sum * (1 - share))
            unsafe values[index] = sum * share
          }
        }
      }
    }
  }
}
