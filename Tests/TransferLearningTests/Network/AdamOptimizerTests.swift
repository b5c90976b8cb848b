import Numerics
import Testing
import TransferLearning

@Suite struct AdamOptimizerTests {
  private let shape = NetworkShape(inputs: 1, hidden: [1], outputs: 1, activation: .relu)

  @Test func theFirstStepIsTheLearningRateAgainstTheGradientsSign() {
    var optimizer = AdamOptimizer<Double>(shape: shape, weightDecay: 0)
    var parameters: [Double] = [1, 1, 1, 1]
    var gradient: [Double] = [100, -0.5, 0, 1e-3]
    optimizer.step(&parameters, gradient: &gradient, learningRate: 0.1)
    #expect(zip(parameters, [0.9, 1.1, 1, 0.9]).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(gradient == [0, 0, 0, 0])
  }

  @Test func weightsDecayAndBiasesDoNot() {
    var optimizer = AdamOptimizer<Double>(shape: shape, weightDecay: 0.5)
    var parameters: [Double] = [1, 1, 1, 1]
    var gradient: [Double] = [0, 0, 0, 0]
    optimizer.step(&parameters, gradient: &gradient, learningRate: 0.1)
    #expect(parameters == [0.95, 1, 0.95, 1])
  }

  @Test func aQuadraticIsMinimised() {
    var optimizer = AdamOptimizer<Double>(shape: shape, weightDecay: 0)
    var parameters: [Double] = [5, -3, 2, 0]
    for step in 0..<2000 {
      var gradient = zip(parameters, [1.0, 2, 3, 4]).map { $0 - $1 }
      optimizer.step(&parameters, gradient: &gradient, learningRate: 0.05 * (1 - Double(step) / 2000))
    }
    #expect(zip(parameters, [1.0, 2, 3, 4]).allSatisfy { abs($0 - $1) < 1e-3 })
  }
}
