/// The targets of a network: for each output the value of each molecule, if known.
public struct NetworkTargets: Sendable, Hashable {
  /// The values, an array for each output with an element for each molecule; nil if unknown.
  public let outputs: [[Double?]]

  /// The number of molecules.
  public var rows: Int { outputs.first?.count ?? 0 }

  /// Creates targets of several outputs, all for the same number of molecules.
  public init(_ outputs: [[Double?]]) {
    precondition(
      outputs.allSatisfy { $0.count == outputs.first?.count }, "The outputs are not of the same number of molecules.")
    self.outputs = outputs
  }

  /// Creates targets of a single output, all known.
  public init(_ values: [Double]) { outputs = [values] }

  /// The targets of some molecules only, the others unknown.
  func restricted(to rows: [Int]) -> NetworkTargets {
    NetworkTargets(
      outputs.map { values in
        var chosen = [Double?](repeating: nil, count: values.count)
        for row in rows { chosen[row] = values[row] }
        return chosen
      })
  }
}

/// The mean and standard deviation of each output, which standardise targets and convert predictions back.
package struct TargetScaling: Sendable, Hashable {
  package let means: [Double]
  /// 0 if all values are equal, which are then predicted exactly.
  package let deviations: [Double]

  package init(means: [Double], deviations: [Double]) { (self.means, self.deviations) = (means, deviations) }

  /// Determines the scaling from some rows of targets.
  package init(_ targets: NetworkTargets, rows: [Int]) throws(TransferLearningError) {
    var means: [Double] = []
    var deviations: [Double] = []
    for (output, all) in targets.outputs.enumerated() {
      var values: [Double] = []
      for row in rows {
        guard let value = all[row] else { continue }
        guard value.isFinite else { throw .nonFiniteTarget(row: row, output: output) }
        values.append(value)
      }
      guard values.count >= 2 else { throw .tooFewValues(output: output, count: values.count, needed: 2) }
      // Relative to the first value, so that a small spread about a large mean is not lost.
      let mean = values[0] + values.reduce(0) { $0 + ($1 - values[0]) } / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      let deviation = variance.squareRoot()
      guard deviation.isFinite else {
        throw .invalidSetting("The values of output \(output) spread too far for their variance: use another unit.")
      }
      means.append(mean)
      // A spread within rounding of equal values is treated as zero.
      deviations.append(deviation > 1e-12 * abs(mean) && deviation > 0 ? deviation : 0)
    }
    self.init(means: means, deviations: deviations)
  }
}

/// Standardised targets in the layout of the training: row by row, with a mask that is 1 for known values.
package struct ScaledTargets<Scalar: BinaryFloatingPoint & Sendable>: Sendable {
  let outputs: Int
  let values: [Scalar]
  let isKnown: [Scalar]

  /// Standardises all targets.
  package init(_ targets: NetworkTargets, scaling: TargetScaling) {
    outputs = targets.outputs.count
    var values = [Scalar](repeating: 0, count: targets.rows * outputs)
    var isKnown = values
    for (output, all) in targets.outputs.enumerated() {
      for (row, value) in all.enumerated() {
        guard let value else { continue }
        let deviation = scaling.deviations[output]
        values[row * outputs + output] = deviation > 0 ? Scalar((value - scaling.means[output]) / deviation) : 0
        isKnown[row * outputs + output] = 1
      }
    }
    (self.values, self.isKnown) = (values, isKnown)
  }
}
