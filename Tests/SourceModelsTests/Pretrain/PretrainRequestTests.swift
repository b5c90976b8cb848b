import Chemistry
import Files
import Foundation
import GaussianProcess
import Prediction
import SourceModels
import Testing
import TransferLearning

struct PretrainRequestTests {
  /// A column of `count` molecules, without the molecules.
  private func column(_ count: Int) -> SourceTable.Column {
    SourceTable.Column(
      property: .init(name: "p", unit: "", summary: ""), values: (0..<count).map { Double($0) } + [nil], rows: count)
  }

  private func request(
    representations: [String] = [], kinds: [String] = [], seed: UInt64 = 1
  ) -> PretrainRequest {
    PretrainRequest(
      table: "a.csv", representations: representations, kinds: kinds, seed: seed)
  }

  private func kinds(_ request: PretrainRequest, _ count: Int) throws -> [SourceModelKind] {
    try request.methods(for: column(count)).map(\.kind)
  }

  @Test func aProcessAndANetworkAreTrainedUnasked() throws {
    #expect(try kinds(request(), PretrainRequest.exactMolecules) == [.gaussianProcess, .neuralNetwork])
    #expect(try kinds(request(), PretrainRequest.exactMolecules + 1) == [.sparseGaussianProcess, .neuralNetwork])
    #expect(PretrainRequest.exactMolecules >= 8000)
  }

  /// Who asks for an exact process gets it; who asks for a sparse one where all molecules could induce gets the exact one.
  @Test func whoAsksForAKindGetsIt() throws {
    #expect(try kinds(request(kinds: ["gaussian-process"]), 100_000) == [.gaussianProcess])
    let inducing = SparseSettings.ofSources.inducingInputs
    #expect(try kinds(request(kinds: ["sparse-gaussian-process"]), inducing) == [.gaussianProcess])
    #expect(try kinds(request(kinds: ["sparse-gaussian-process"]), inducing + 1) == [.sparseGaussianProcess])
    #expect(try kinds(request(kinds: ["sparse-gaussian-process", "gaussian-process"]), 50) == [.gaussianProcess])
    #expect(try kinds(request(kinds: ["neural-network", "neural-network"]), 50) == [.neuralNetwork])
  }

  @Test func modelsUseWhatTheyAreTold() throws {
    for method in try request().methods(for: column(50)) {
      #expect(method.representations.contains(.physicalDescriptors))
    }
    let told = try request(representations: ["maccs, fragment-counts"]).methods(for: column(50))
    #expect(told.allSatisfy { $0.representations == [.maccs, .fragmentCounts] } && told.count == 2)
  }

  @Test func theSeedIsThatOfAllThatIsDrawn() throws {
    let kinds = ["sparse-gaussian-process", "neural-network", "gaussian-process"]
    let one = try request(kinds: kinds, seed: 1).methods(for: column(5000))
    let two = try request(kinds: kinds, seed: 2).methods(for: column(5000))
    #expect(zip(one, two).map { $0 == $1 } == [false, false, true])
  }

  @Test(arguments: [
    ([], ["process"], "there are gaussian-process"), ([], ["shared-network"], "There is no kind of model"),
    (["maks"], [], "maks"),
    (["morgan-exact-r3"], ["neural-network"], "no fixed number of counts"),
  ])
  func namesThatThereAreNotAreRefused(representations: [String], kinds: [String], words: String) {
    let request = request(representations: representations, kinds: kinds)
    let error = #expect(throws: CampaignError.self) { try request.check() }
    #expect(error?.kind == .input && error?.description.contains(words) == true, "\(String(describing: error))")
  }
}
