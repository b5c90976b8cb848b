package import Numerics

/// The layers of a fully connected network, and the positions of their weights and biases in one array of parameters.
///
/// The values of a layer form a matrix with one column for each molecule of a batch; so a layer's weights have one row
/// for each of its units and one column for each of its inputs.
package struct NetworkShape: Sendable, Hashable {
  /// One layer: its weights, units × inputs, and its biases, as positions among the parameters.
  package struct Layer: Sendable, Hashable {
    package let weights: MatrixBlock
    package let biases: Range<Int>

    var inputs: Int { weights.columns }
    var units: Int { weights.rows }
    var weightRange: Range<Int> { weights.offset..<(weights.offset + weights.rows * weights.columns) }
  }

  let inputs: Int
  let hidden: [Int]
  let outputs: Int
  let activation: Activation
  package let layers: [Layer]
  package let parameterCount: Int

  /// Creates a network's layers from the numbers of inputs, hidden units and outputs.
  package init(inputs: Int, hidden: [Int], outputs: Int, activation: Activation) {
    (self.inputs, self.hidden, self.outputs, self.activation) = (inputs, hidden, outputs, activation)
    var layers: [Layer] = []
    var offset = 0
    var width = inputs
    for units in hidden + [outputs] {
      let weights = MatrixBlock(offset: offset, rows: units, columns: width)
      let biases = (offset + units * width)..<(offset + units * width + units)
      layers.append(Layer(weights: weights, biases: biases))
      offset = biases.upperBound
      width = units
    }
    (self.layers, parameterCount) = (layers, offset)
  }

  /// The initial parameters: weights of variance 2 / inputs (arXiv:1502.01852), halved for the outputs; biases of zero.
  package func initialParameters<Scalar: BLASScalar>(stream: inout RandomStream) -> [Scalar] {
    var parameters = [Scalar](repeating: 0, count: parameterCount)
    for (index, layer) in layers.enumerated() where layer.inputs > 0 {
      let gain = index == layers.count - 1 ? 1.0 : 2.0
      let deviation = (gain / Double(layer.inputs)).squareRoot()
      for place in layer.weightRange { parameters[place] = Scalar(deviation * stream.normal()) }
    }
    return parameters
  }
}
