import CohobateTesting
import GaussianProcess
import Numerics
import Testing
import TransferLearning

struct SourceKernelsTests {
  private let chains: ChainSources
  private let sources: [ScaledSource]
  private let inputs: [TransferInput]

  init() throws {
    chains = try ChainSources(lengths: 1...2)
    let sparse = try chains.sparse(inducing: 6)
    (sources, inputs) = try chains.scaled([
      chains.process(), sparse.sourceModel(name: "s", property: "p", features: chains.features(of: sparse)),
      chains.network(),
    ])
  }

  private func kernel(_ part: TransferModel.Part, of indices: [Int]) throws -> any Kernel<TransferInput> {
    let candidate = TransferModel(sources: indices, parts: [part], logPrior: 0)
    return try #require(candidate.kernels(sources, fragments: 1).first)
  }

  /// Symmetric, positive semi-definite, with the derivatives that a fit uses; also of equal molecules.
  @Test(arguments: TransferModel.Part.allCases, [[0], [1], [2], [0, 1, 2]])
  func keepTheirPromises(part: TransferModel.Part, indices: [Int]) throws {
    guard part != .hidden || indices.contains(2) else { return }
    let kernel = try kernel(part, of: indices)
    func violations(_ kernel: some Kernel<TransferInput>) -> [String] {
      kernelViolations(kernel, inputs: Array(inputs.prefix(7)) + [inputs[0]])
    }
    #expect(violations(kernel) == [])
  }

  /// The smooth kernel is 1 for a molecule with itself, and less the more the sources' words differ.
  @Test func theSmoothOneComparesWords() throws {
    let kernel = try kernel(.radial, of: [2])
    let scale = try #require(kernel.hyperparameters.first).value
    let values = sources[2].values(inputs)
    let block = (1 / (scale * scale)) * kernel.block(inputs, inputs)
    #expect(block.diagonal.allSatisfy { abs($0 - 1) < 1e-12 })
    let order = inputs.indices.sorted { abs(values[$0] - values[0]) < abs(values[$1] - values[0]) }
    #expect(zip(order.dropFirst(), order).allSatisfy { block[0, $0] <= block[0, $1] + 1e-12 })
  }

  /// What a source is unsure of adds to the variance of the linear kernel and takes from the likeness of the smooth one.
  @Test func doubtCounts() throws {
    for (index, source) in sources.prefix(2).enumerated() {
      let linear = try kernel(.linear, of: [index])
      let scale = try #require(linear.hyperparameters.first).value
      let (values, variances) = (source.values(inputs), source.variances(inputs))
      for (row, variance) in linear.variances(inputs).enumerated() {
        let expected = values[row] * values[row] + variances[row]
        #expect(abs(variance / (scale * scale) - expected) < 1e-9 * (1 + expected))
      }
    }
  }

  /// Two sources share one variance: saying the same twice is no more than once.
  @Test func theSameSourceTwiceIsThatSource() throws {
    for part in [TransferModel.Part.linear, .hidden] {
      let (once, twice) = (try kernel(part, of: [2]), try kernel(part, of: [2, 2]))
      let (one, two) = (once.block(inputs, inputs), twice.block(inputs, inputs))
      #expect(zip(one.storage, two.storage).allSatisfy { abs($0 - $1) < 1e-10 * (1 + abs($0)) })
    }
  }
}
