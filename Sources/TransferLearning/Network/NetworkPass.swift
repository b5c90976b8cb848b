package import Numerics

/// The forward and backward pass of one batch through a network. All its arrays are allocated once and reused.
package struct NetworkPass<Scalar: BLASScalar> {
  let shape: NetworkShape
  let capacity: Int
  /// The values of each layer's units, stored molecule by molecule.
  private(set) var values: [[Scalar]]
  /// The derivatives of the hidden units' values by their sums.
  private var slopes: [[Scalar]]
  /// The derivatives of the loss by each layer's sums.
  private var differences: [[Scalar]]
  /// The inputs with all their zeros, if there are too many nonzero ones for a product element by element.
  private var spread: [Scalar]
  private let isDense: Bool

  /// - Parameter density: the fraction of nonzero inputs. A sum of scaled vectors reaches about an eighth of the speed
  ///   of a matrix product.
  package init(shape: NetworkShape, capacity: Int, density: Double) {
    (self.shape, self.capacity) = (shape, capacity)
    values = shape.layers.map { Array(repeating: 0, count: $0.units * capacity) }
    differences = values
    slopes = Array(values.dropLast())
    isDense = density > 0.12
    spread = Array(repeating: 0, count: isDense ? shape.inputs * capacity : 0)
  }

  /// Computes all layers' values for some rows of inputs, at most `capacity`.
  package mutating func forward(_ parameters: [Scalar], _ inputs: SparseRows<Scalar>, rows: ArraySlice<Int>) {
    for (index, layer) in shape.layers.enumerated() {
      let block = MatrixBlock(rows: layer.units, columns: rows.count)
      fill(&values[index], with: parameters, layer.biases, count: rows.count)
      if index > 0 {
        let below = MatrixBlock(rows: layer.inputs, columns: rows.count)
        Scalar.multiply(parameters, layer.weights, values[index - 1], below, keeping: 1, in: &values[index], block)
      } else if isDense {
        inputs.spread(rows: rows, into: &spread)
        let below = MatrixBlock(rows: layer.inputs, columns: rows.count)
        Scalar.multiply(parameters, layer.weights, spread, below, keeping: 1, in: &values[0], block)
      } else {
        inputs.addProduct(rows: rows, weights: parameters, layer.weights, to: &values[0])
      }
      if index < slopes.count {
        shape.activation.apply(to: &values[index], slopes: &slopes[index], count: layer.units * rows.count)
      }
    }
  }

  /// The sum of squared errors of the known targets after `forward`, and the number of known targets. The derivatives
  /// of half their mean are stored for `backward`.
  package mutating func loss(_ targets: ScaledTargets<Scalar>, rows: ArraySlice<Int>) -> (squares: Double, count: Int) {
    let last = shape.layers.count - 1
    let outputs = shape.outputs
    var known: Scalar = 0
    for row in rows { for output in 0..<outputs { known += targets.isKnown[row * outputs + output] } }
    let weight = known > 0 ? 1 / known : 0
    var squares = 0.0
    for (position, row) in rows.enumerated() {
      for output in 0..<outputs {
        let place = row * outputs + output
        let error = (values[last][position * outputs + output] - targets.values[place]) * targets.isKnown[place]
        squares += Double(error) * Double(error)
        differences[last][position * outputs + output] = error * weight
      }
    }
    return (squares, Int(known))
  }

  /// Adds the gradient of half the mean squared error to that of the first layer's weights, which must be zero
  /// initially, and replaces the gradient of the other layers.
  package mutating func backward(
    _ parameters: [Scalar], _ inputs: SparseRows<Scalar>, rows: ArraySlice<Int>, gradient: inout [Scalar]
  ) {
    for index in stride(from: shape.layers.count - 1, through: 0, by: -1) {
      let layer = shape.layers[index]
      let block = MatrixBlock(rows: layer.units, columns: rows.count)
      sum(differences[index], count: rows.count, into: &gradient, layer.biases)
      let below = MatrixBlock(rows: layer.inputs, columns: rows.count)
      guard index > 0 else {
        if isDense {
          Scalar.multiply(
            differences[0], block, spread, below.transposed, keeping: 1, in: &gradient, layer.weights)
        } else {
          inputs.addOuterProduct(rows: rows, differences: differences[0], to: &gradient, layer.weights)
        }
        return
      }
      Scalar.multiply(
        differences[index], block, values[index - 1], below.transposed, keeping: 0, in: &gradient, layer.weights)
      Scalar.multiply(
        parameters, layer.weights.transposed, differences[index], block, keeping: 0, in: &differences[index - 1], below)
      scale(&differences[index - 1], by: slopes[index - 1], count: layer.inputs * rows.count)
    }
  }

  /// The value of an output or a hidden unit for a molecule of the batch.
  package func value(layer: Int, unit: Int, position: Int) -> Double {
    Double(values[layer][position * shape.layers[layer].units + unit])
  }
}

// A loop over many elements without bounds checks inside.

private func fill<Scalar: BLASScalar>(
  _ values: inout [Scalar], with parameters: [Scalar], _ biases: Range<Int>, count: Int
) {
  let units = biases.count
  precondition(units * count <= values.count && biases.upperBound <= parameters.count, "The biases do not fit.")
  unsafe values.withUnsafeMutableBufferPointer { values in
    unsafe parameters.withUnsafeBufferPointer { parameters in
      for position in 0..<count {
        for unit in 0..<units {
          unsafe values[position * units + unit] = parameters[biases.lowerBound + unit]
        }
      }
    }
  }
}

private func sum<Scalar: BLASScalar>(
  _ differences: [Scalar], count: Int, into gradient: inout [Scalar], _ biases: Range<Int>
) {
  let units = biases.count
  precondition(units * count <= differences.count && biases.upperBound <= gradient.count, "The biases do not fit.")
  unsafe differences.withUnsafeBufferPointer { differences in
    unsafe gradient.withUnsafeMutableBufferPointer { gradient in
      for place in biases { unsafe gradient[place] = 0 }
      for position in 0..<count {
        for unit in 0..<units {
          unsafe gradient[biases.lowerBound + unit] += differences[position * units + unit]
        }
      }
    }
  }
}

private func scale<Scalar: BLASScalar>(_ values: inout [Scalar], by factors: [Scalar], count: Int) {
  precondition(count <= values.count && count <= factors.count, "There are fewer than \(count) units.")
  unsafe values.withUnsafeMutableBufferPointer { values in
    unsafe factors.withUnsafeBufferPointer { factors in
      for index in 0..<count { unsafe values[index] *= factors[index] }
    }
  }
}
