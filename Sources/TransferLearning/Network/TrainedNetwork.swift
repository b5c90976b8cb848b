public import Numerics

/// A trained, fully connected network: predictions in the targets' units, and its hidden layers as features.
///
///     let trained = try TrainedNetwork.train(inputs, targets, NetworkSettings(), stream: &stream)
///     let gaps = try trained.network.predictions(others).column(0)
///
/// Its parameters are in single precision. Predictions use OpenBLAS on one thread: the same machine gives the same
/// numbers for the same batch; in another batch the last bits may differ.
public struct TrainedNetwork: Sendable, Hashable {
  let shape: NetworkShape
  let parameters: [Float]
  let inputScaling: InputScaling
  let targetScaling: TargetScaling
  /// The mean of each hidden unit over the training molecules, by layer; a deviation of 0 means that the unit is
  /// constant.
  let hiddenMeans: [[Double]]
  let hiddenDeviations: [[Double]]

  /// The number of inputs.
  public var inputCount: Int { shape.inputs }
  /// The number of outputs.
  public var outputCount: Int { shape.outputs }
  /// The numbers of units of the hidden layers, starting next to the inputs.
  public var hiddenLayers: [Int] { shape.hidden }

  /// The predictions in the targets' units: one row per molecule, one column per output.
  ///
  /// - Throws: `TransferLearningError` if the number of columns differs from the training, or an input is not finite.
  public func predictions(_ inputs: NetworkInputs) throws(TransferLearningError) -> Matrix {
    try units(of: shape.layers.count - 1, inputs) { value, output in
      targetScaling.means[output] + targetScaling.deviations[output] * value
    }
  }

  /// The values of a hidden layer's units, standardised over the molecules trained on: frozen features for another
  /// model. One row per molecule, one column per unit; the column of a constant unit is zero.
  ///
  /// - Parameter layer: 0 is the layer next to the inputs, the last one `hiddenLayers.count - 1`.
  public func hiddenFeatures(_ inputs: NetworkInputs, layer: Int) throws(TransferLearningError) -> Matrix {
    guard shape.hidden.indices.contains(layer) else { throw .noSuchLayer(layer: layer, count: shape.hidden.count) }
    let (means, deviations) = (hiddenMeans[layer], hiddenDeviations[layer])
    return try units(of: layer, inputs) { value, unit in
      deviations[unit] > 0 ? (value - means[unit]) / deviations[unit] : 0
    }
  }

  /// The predictions and the standardised units of the last hidden layer, as ``predictions(_:)`` and
  /// ``hiddenFeatures(_:layer:)`` give them, in one pass.
  func outputsAndFeatures(
    _ inputs: NetworkInputs
  ) throws(TransferLearningError) -> (outputs: Matrix, hidden: Matrix) {
    let scaled: SparseRows<Float> = try inputScaling(inputs)
    let last = shape.hidden.count - 1
    let (means, deviations) = (hiddenMeans[last], hiddenDeviations[last])
    var outputs = Matrix(rows: inputs.rows, columns: shape.outputs)
    var hidden = Matrix(rows: inputs.rows, columns: shape.hidden[last])
    shape.forEachBatch(parameters, scaled, rows: Array(0..<inputs.rows)) { pass, rows in
      for (position, row) in rows.enumerated() {
        for unit in 0..<hidden.columns {
          let value = pass.value(layer: last, unit: unit, position: position)
          hidden[row, unit] = deviations[unit] > 0 ? (value - means[unit]) / deviations[unit] : 0
        }
        for output in 0..<outputs.columns {
          let value = pass.value(layer: last + 1, unit: output, position: position)
          outputs[row, output] = targetScaling.means[output] + targetScaling.deviations[output] * value
        }
      }
    }
    return (outputs, hidden)
  }

  private func units(
    of layer: Int, _ inputs: NetworkInputs, _ rescale: (Double, Int) -> Double
  ) throws(TransferLearningError) -> Matrix {
    let scaled: SparseRows<Float> = try inputScaling(inputs)
    var result = Matrix(rows: inputs.rows, columns: shape.layers[layer].units)
    shape.forEachBatch(parameters, scaled, rows: Array(0..<inputs.rows)) { pass, rows in
      for (position, row) in rows.enumerated() {
        for unit in 0..<result.columns {
          result[row, unit] = rescale(pass.value(layer: layer, unit: unit, position: position), unit)
        }
      }
    }
    return result
  }
}

extension NetworkShape {
  /// The number of rows in a batch outside training.
  static let batchLength = 256

  /// Passes rows through a network, batch by batch.
  func forEachBatch<Scalar: BLASScalar>(
    _ parameters: [Scalar], _ inputs: SparseRows<Scalar>, rows: [Int],
    _ body: (inout NetworkPass<Scalar>, ArraySlice<Int>) -> Void
  ) {
    var pass = NetworkPass<Scalar>(shape: self, capacity: min(Self.batchLength, rows.count), density: inputs.density)
    for start in stride(from: 0, to: rows.count, by: Self.batchLength) {
      let batch = rows[start..<min(start + Self.batchLength, rows.count)]
      pass.forward(parameters, inputs, rows: batch)
      body(&pass, batch)
    }
  }
}
