import GaussianProcess
import Testing

struct PriorMeanTests {
  @Test func constant() { #expect(ConstantMean<String>(3.5).values(at: ["a", "b"]) == [3.5, 3.5]) }

  @Test func posteriorMeanOfOneProcessIsThePriorMeanOfAnother() throws {
    let source = try GaussianProcess(mean: ConstantMean(0), kernel: SquaredExponential(), noiseVariance: 0.01)
      .conditioned(on: Reference.inputs, values: Reference.values)
    let target = try GaussianProcess(mean: source, kernel: SquaredExponential(), noiseVariance: 0.01)
    let inputs = [-1, 0.2, 2]
    #expect(distance(target.predict(inputs).map(\.mean), source.predict(inputs).map(\.mean)) < 1e-14)
    let one = try target.conditioned(on: [0.2], values: [9])
    #expect(one.predict([0.2])[0].mean > 8.5)
  }
}
