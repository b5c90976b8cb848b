import BuildLibrary
import Chemistry
import Foundation
import Testing
import TransferLearning

@Suite struct LabelTableTrainingTests {
  /// Chains between two rings, each a frame of its own. Their gap falls with their length, and their ionisation potential
  /// is known of every other one.
  private func table() throws -> LabelTable {
    let lines = (1...40).map { length in
      let chain = String(repeating: "C", count: length)
      let potential = length.isMultiple(of: 2) ? "\(13 - 0.1 * Double(length))" : ""
      return "c1ccccc1\(chain)c1ccccc1,\(12 - 0.1 * Double(length)),\(potential)\n"
    }
    return try LabelTable(Data(("smiles,gap,ip\n" + lines.joined()).utf8))
  }

  /// So that a molecule and those that differ from it in side chains are in one fold.
  @Test func moleculesOfOneFrameHaveOneNumber() throws {
    let table = try LabelTable(Data("smiles,gap\nCCO,1\nCc1ccccc1,2\nCCCN,3\nOc1ccccc1Cl,4\nC1CCCCC1,5\n".utf8))
    #expect(try table.frameNumbers() == [0, 1, 0, 1, 2])
  }

  @Test func theSameTableGivesTheSameBytes() throws {
    let settings = NetworkSettings(hiddenLayers: [16, 8], activation: .silu, epochs: 40, batchSize: 8, heldOutShare: 0)
    let time = Date(timeIntervalSince1970: 0)
    let network = try table().trained(settings, file: "labels.csv", programVersion: "1", at: time)
    let again = try table().trained(settings, file: "labels.csv", programVersion: "1", at: time)
    #expect(try network.encoded() == again.encoded())
    #expect(network.heads.map(\.trainingSize) == [40, 20])
    #expect(network.heads.map(\.errors.count) == [40, 20] && network.heads.allSatisfy { $0.errors.folds == 5 })
    #expect((network.heads[0].errors.rSquared ?? 0) > 0.8)
    #expect(network.heads.map(\.method) == ["GFN2-xTB", "IPEA-xTB"])
  }
}
