import Chemistry
import GaussianProcess
import Numerics
import Testing

/// Conditioning in parts is conditioning at once, for every kind of kernel, with noise known for each value, for some, or
/// for none.
struct SequentialConditioningTests {
  private func check<Input>(_ kernel: some Kernel<Input>, inputs: [Input], targets: [Input]) throws {
    var stream = RandomStream(seed: 17)
    let values = inputs.map { _ in stream.normal() }
    let deviations = inputs.indices.map { 0.3 * Double($0 % 3) }
    let prior = try GaussianProcess(mean: ConstantMean(0.3), kernel: kernel, noiseVariance: 0.05)
    for split in [0, 1, inputs.count / 2, inputs.count - 1] {
      for (isFirstKnown, isSecondKnown) in [(true, true), (true, false), (false, true), (false, false)] {
        let first = isFirstKnown ? Array(deviations[..<split]) : []
        let second = isSecondKnown ? Array(deviations[split...]) : []
        func filled(_ part: [Double], _ count: Int) -> [Double] {
          part.isEmpty ? Array(repeating: 0, count: count) : part
        }
        let once = try prior.conditioned(
          on: inputs, values: values, noiseDeviations: filled(first, split) + filled(second, inputs.count - split))
        let twice =
          try prior
          .conditioned(on: Array(inputs[..<split]), values: Array(values[..<split]), noiseDeviations: first)
          .conditioned(on: Array(inputs[split...]), values: Array(values[split...]), noiseDeviations: second)
        let (a, b) = (once.predict(targets), twice.predict(targets))
        #expect(distance(a.map(\.mean), b.map(\.mean)) < 1e-9)
        #expect(distance(a.map(\.standardDeviation), b.map(\.standardDeviation)) < 1e-9)
        #expect(distance(once.leaveOneOut.map(\.mean), twice.leaveOneOut.map(\.mean)) < 1e-9)
        #expect(abs(once.logMarginalLikelihood - twice.logMarginalLikelihood) < 1e-9)
      }
    }
  }

  @Test(arguments: RadialKernel.Shape.allCases)
  func radial(_ shape: RadialKernel.Shape) throws {
    let points = RadialKernelTests.points
    try check(RadialKernel(shape, lengthScales: [0.7, 1, 2]), inputs: points, targets: [[0, 0, 0], points[1]])
  }

  @Test func built() throws {
    let points = RadialKernelTests.points
    let kernel = (RadialKernel(.matern52) + ConstantKernel()) * (LinearKernel() + ConstantKernel()).scaled()
    try check(kernel, inputs: points, targets: [[0, 0, 0], points[1]])
  }

  @Test func molecules() throws {
    let fingerprints = try ["C", "CC", "CCO", "OCC", "c1ccccc1", "c1ccncc1", "CC(=O)Nc1ccc(O)cc1"].map {
      try Molecule(smiles: $0).fingerprint(radius: 2)
    }
    try check(MinMaxKernel().scaled(), inputs: fingerprints, targets: Array(fingerprints.prefix(2)))
  }

  @Test func severalOutputs() throws {
    let kernel = CoregionalKernel(outputs: 3, rank: 2, base: RadialKernel(.matern32)) + OutputConstantKernel()
    try check(kernel, inputs: CoregionalKernelTests.inputs, targets: Array(CoregionalKernelTests.inputs.prefix(3)))
  }
}
