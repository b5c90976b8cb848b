import CohobateTesting
import GaussianProcess
import Testing

struct PriorMeanTests {
  @Test func keepTheirPromises() throws {
    let inputs = [-1, 0.2, 2, 2]
    #expect(priorMeanViolations(ConstantMean(3.5), inputs: inputs) == [])
    #expect(ConstantMean<Double>.zero.values(at: inputs) == [0, 0, 0, 0])
    let process = try GaussianProcessTests.prior()
    #expect(priorMeanViolations(process, inputs: inputs) == [])
    let posterior = try process.conditioned(on: Reference.inputs, values: Reference.values)
    #expect(priorMeanViolations(posterior, inputs: inputs) == [])
  }

  /// The suite must see what it promises to see.
  @Test func theSuiteFindsWhatIsBroken() {
    struct Broken: PriorMean {
      let make: @Sendable ([Double]) -> [Double]
      func values(at inputs: [Double]) -> [Double] { make(inputs) }
    }
    func first(_ make: @escaping @Sendable ([Double]) -> [Double]) -> String {
      priorMeanViolations(Broken(make: make), inputs: [1, 2, 3]).first ?? "nothing"
    }
    #expect(first { _ in [1] } == "There are 1 values for 3 inputs.")
    #expect(first { $0.map { _ in .nan } }.contains("alone"))
    #expect(first { inputs in inputs.map { $0 - (inputs.max() ?? 0) } }.contains("alone"))
    #expect(first { $0.isEmpty ? [1] : $0 } == "There are values for no inputs.")
    #expect(first { inputs in inputs.enumerated().map { inputs.count == 1 ? $1 : Double($0 + 1) } }.contains("order"))
  }

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
