import CampaignTesting
import Chemistry
import Foundation
import GaussianProcess
import Prediction
import SourceModels
import Stores
import Testing
import TransferLearning

struct SourceTaskTests {
  private func tasks(_ text: String = AlkaneTable.text, kinds: [String] = [], seed: UInt64 = 1) throws -> [SourceTask] {
    let table = try AlkaneTable(text)
    let request = PretrainRequest(
      table: table.table, representations: ["maccs"], kinds: kinds, seed: seed)
    return try SourceTask.tasks(of: SourceTable(file: table.table, .init()), for: request)
  }

  @Test func thereIsOneForEachColumnAndMethodInTheirOrder() throws {
    let tasks = try tasks(kinds: ["neural-network", "gaussian-process"])
    #expect(tasks.map(\.column.property.name) == ["boiling", "boiling", "size_nm", "size_nm"])
    #expect(tasks.map(\.method.kind) == [.neuralNetwork, .gaussianProcess, .neuralNetwork, .gaussianProcess])
    #expect(Set(tasks.map(\.key)).count == 4)
  }

  /// Wherever the file lies, the same table is the same work; another value, and the seed of a network, is other work.
  @Test func theSameTableIsTheSameWork() throws {
    let keys = try tasks().map(\.key)
    #expect(try tasks().map(\.key) == keys)
    let other = AlkaneTable.text.replacing("CCCO,", with: "CCCO,7")
    #expect(other != AlkaneTable.text)
    #expect(try zip(tasks(other), keys).map { $0.key == $1 } == [false, false, true, true])
    #expect(try zip(tasks(seed: 2), keys).map { $0.key == $1 } == [true, false, true, false])
  }

  /// The document is filed under the task's key, and is of the molecules that have a value.
  @Test func theDocumentIsWhatWasAskedFor() throws {
    let alkanes = try AlkaneTable()
    let table = try withExtendedLifetime(alkanes) { try SourceTable(file: alkanes.table, .init()) }
    for task in try tasks(kinds: ["gaussian-process"]) {
      let features = try FeatureTable(table.molecules, [[.maccs]])
      let (document, note) = try task.train(on: features)
      #expect(document.kind.rawValue == task.key.kind && "\(document.settingsDigest)" == task.key.settingsDigest)
      #expect(document.provenance.digest == task.key.dataDigest && document.property == task.column.property)
      #expect(document.trainingSize == task.column.values.compactMap(\.self).count)
      #expect(note == nil)
    }
  }
}
