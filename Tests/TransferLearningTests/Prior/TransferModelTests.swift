import Foundation
import GaussianProcess
import Testing
import TransferLearning

struct TransferModelTests {
  private let sources: [ScaledSource]

  init() throws {
    let chains = try ChainSources(lengths: 1...2)
    sources = try chains.scaled([chains.process(), chains.network()]).sources
  }

  @Test func withoutTransferThereIsNoKernel() {
    #expect(TransferModel.none.kernels(sources, fragments: 0).isEmpty)
    #expect(TransferModel.none.logPrior == 0 && TransferModel.none.sources.isEmpty)
  }

  /// Each part is one kernel with one output scale of its own name, which a fit may change.
  @Test func everyPartIsAKernel() {
    let candidate = TransferModel(sources: [0, 1], parts: TransferModel.Part.allCases, logPrior: -1)
    let kernels = candidate.kernels(sources, fragments: 1)
    #expect(kernels.count == 4 && kernels.allSatisfy { $0.hyperparameters.count == 1 })
    #expect(Set(kernels.flatMap { $0.hyperparameters.map(\.name) }).count == 4)
  }

  @Test func withoutFragmentsNothingDependsOnThem() {
    let candidate = TransferModel(sources: [0], parts: [.linear, .fragmentwise], logPrior: 0)
    #expect(candidate.kernels(sources, fragments: nil).count == 1)
    #expect(candidate.kernels(sources, fragments: 1).count == 2)
  }

  /// Records have the parts by name.
  @Test func isReadAsItWasWritten() throws {
    let candidate = TransferModel(sources: [3, 1], parts: [.linear, .hidden], logPrior: -2.5)
    #expect(try JSONDecoder().decode(TransferModel.self, from: JSONEncoder().encode(candidate)) == candidate)
    #expect(TransferModel.Part.allCases.map(\.rawValue) == ["linear", "radial", "fragmentwise", "hidden"])
  }
}
