internal import Glibc
package import Numerics

/// The optimiser AdamW (arXiv:1711.05101): steps against a gradient, of about the learning rate for each parameter,
/// with weight decay.
package struct AdamOptimizer<Scalar: BLASScalar> {
  private var means: [Scalar]
  private var squares: [Scalar]
  private var steps = 0
  private let weightDecay: Double
  private let layers: [NetworkShape.Layer]

  /// - Parameter weightDecay: the fraction of each weight lost in a step, per learning rate.
  package init(shape: NetworkShape, weightDecay: Double) {
    means = Array(repeating: 0, count: shape.parameterCount)
    squares = means
    self.weightDecay = weightDecay
    layers = shape.layers
  }

  /// Changes the parameters by one step, and sets the gradient to zero. Biases have no decay.
  package mutating func step(_ parameters: inout [Scalar], gradient: inout [Scalar], learningRate: Double) {
    steps += 1
    // The averages begin at zero; these factors correct the bias.
    let meanCorrection = 1 - pow(0.9, Double(steps))
    let squareCorrection = (1 - pow(0.999, Double(steps))).squareRoot()
    let rate = Scalar(learningRate * squareCorrection / meanCorrection)
    let least = Scalar(1e-8 * squareCorrection)
    for layer in layers {
      Scalar.adamStep(
        &parameters, gradient: &gradient, means: &means, squares: &squares, range: layer.weightRange, rate: rate,
        least: least, kept: Scalar(1 - learningRate * weightDecay))
      Scalar.adamStep(
        &parameters, gradient: &gradient, means: &means, squares: &squares, range: layer.biases, rate: rate,
        least: least, kept: 1)
    }
  }
}
