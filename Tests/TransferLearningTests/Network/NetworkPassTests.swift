import Glibc
import Numerics
import Testing
import TransferLearning

/// The analytic gradient against central differences, in double precision: the very code that trains in single.
@Suite struct NetworkPassTests {
  /// Inputs of which a share is not zero; two outputs, of which some are unknown.
  private static func problem(density: Double) throws -> (SparseRows<Double>, ScaledTargets<Double>) {
    var stream = RandomStream(seed: 11)
    var inputs = SparseRows<Double>(columns: 9)
    for _ in 0..<7 {
      inputs.append((0..<9).map { ($0, stream.uniform() < density ? stream.normal() : 0) })
    }
    let outputs = (0..<2).map { output in
      (0..<7).map { row -> Double? in (row + output).isMultiple(of: 3) ? nil : stream.normal() }
    }
    let targets = NetworkTargets(outputs)
    return (inputs, ScaledTargets(targets, scaling: try TargetScaling(targets, rows: Array(0..<7))))
  }

  @Test(arguments: Activation.allCases, [0.1, 1])
  func theGradientIsThatOfFiniteDifferences(activation: Activation, density: Double) throws {
    let (inputs, targets) = try Self.problem(density: density)
    let shape = NetworkShape(inputs: 9, hidden: [6, 5], outputs: 2, activation: activation)
    var stream = RandomStream(seed: 3)
    var parameters: [Double] = shape.initialParameters(stream: &stream)
    // Biases away from zero, where the positive part has its kink.
    for layer in shape.layers { for place in layer.biases { parameters[place] = 0.1 + 0.2 * stream.uniform() } }
    let rows = [6, 0, 3, 2, 5][...]
    var pass = NetworkPass<Double>(shape: shape, capacity: 6, density: inputs.density)
    func loss(_ parameters: [Double]) -> Double {
      pass.forward(parameters, inputs, rows: rows)
      let (squares, count) = pass.loss(targets, rows: rows)
      return 0.5 * squares / Double(count)
    }
    var gradient = [Double](repeating: 0, count: shape.parameterCount)
    _ = loss(parameters)
    pass.backward(parameters, inputs, rows: rows, gradient: &gradient)
    #expect(gradient.contains { abs($0) > 0.01 })
    for place in parameters.indices {
      let step = 1e-6
      var (up, down) = (parameters, parameters)
      up[place] += step
      down[place] -= step
      let difference = (loss(up) - loss(down)) / (2 * step)
      #expect(abs(difference - gradient[place]) < 1e-8, "parameter \(place)")
    }
  }

  @Test func sparseAndDenseInputsGiveTheSame() throws {
    let (inputs, targets) = try Self.problem(density: 0.5)
    let shape = NetworkShape(inputs: 9, hidden: [4], outputs: 2, activation: .relu)
    var stream = RandomStream(seed: 5)
    let parameters: [Double] = shape.initialParameters(stream: &stream)
    let rows = Array(0..<7)[...]
    let gradients = [0.01, 1].map { density in
      var pass = NetworkPass<Double>(shape: shape, capacity: 7, density: density)
      var gradient = [Double](repeating: 0, count: shape.parameterCount)
      pass.forward(parameters, inputs, rows: rows)
      _ = pass.loss(targets, rows: rows)
      pass.backward(parameters, inputs, rows: rows, gradient: &gradient)
      return gradient
    }
    #expect(zip(gradients[0], gradients[1]).allSatisfy { abs($0 - $1) < 1e-14 })
  }

  @Test func anUnknownTargetPullsAtNothing() throws {
    let targets = NetworkTargets([[1, 2, nil], [nil, 5, 7]])
    let scaled = ScaledTargets<Double>(targets, scaling: TargetScaling(means: [0, 0], deviations: [1, 1]))
    let shape = NetworkShape(inputs: 1, hidden: [1], outputs: 2, activation: .relu)
    var pass = NetworkPass<Double>(shape: shape, capacity: 3, density: 1)
    var inputs = SparseRows<Double>(columns: 1)
    for value in [1.0, 2, 3] { inputs.append([(0, value)]) }
    // h = x; the outputs are x and 2 x.
    pass.forward([1, 0, 1, 2, 0, 0], inputs, rows: [0, 1, 2][...])
    let (squares, count) = pass.loss(scaled, rows: [0, 1, 2][...])
    #expect(count == 4)
    #expect(squares == 0 + 0 + 1 + 1)
  }
}
