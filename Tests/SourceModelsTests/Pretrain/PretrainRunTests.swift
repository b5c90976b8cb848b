import CachedCalculation
import CampaignTesting
import Files
import Foundation
import SourceModels
import Synchronization
import Testing
import TransferLearning

@Suite struct PretrainRunTests {
  private func train(
    _ table: AlkaneTable, jobs: Int = 2, properties: [String] = [], representations: [String] = [],
    kinds: [String] = [], seed: UInt64 = 1, tell: @Sendable (PretrainEvent) -> Void = { _ in }
  ) async throws -> PretrainReport {
    try await PretrainRun(
      PretrainRequest(
        table: table.table, properties: properties, representations: representations,
        kinds: kinds, seed: seed),
      library: table.library, on: ComputeResources(jobs: jobs)
    ).run(tell: tell)
  }

  @Test func everyPropertyHasAModelOfEachKind() async throws {
    let report = try await train(try AlkaneTable())
    #expect(report.models.map(\.property) == ["boiling", "boiling", "size_nm", "size_nm"])
    #expect(
      report.models.map(\.kind) == ["gaussian-process", "neural-network", "gaussian-process", "neural-network"])
    #expect(report.models[0].representation == "morgan-counts-r3-2048, fragment-counts, physical-descriptors")
    #expect(report.models[1].representation == "morgan-counts-r3-2048, physical-descriptors")
    #expect(report.failures.isEmpty && report.reused == 0)
    // The values are nearly a linear function of the atoms.
    for model in report.models where model.kind == "gaussian-process" {
      let rSquared = try #require(model.rSquared)
      #expect(rSquared > 0.95, "\(model)")
    }
  }

  @Test func whatIsThereIsNotTrainedAgain() async throws {
    let table = try AlkaneTable()
    let first = try await train(table, properties: ["boiling"])
    let second = try await train(table)
    #expect(second.reused == 2 && second.models.count == 4)
    #expect(second.models.prefix(2).elementsEqual(first.models))
    let other = try await train(table, properties: ["boiling"], kinds: ["neural-network"], seed: 2)
    #expect(other.reused == 0)
  }

  @Test func howManyAreTrainedAtOnceChangesNothing() async throws {
    let (one, four) = (try AlkaneTable(), try AlkaneTable())
    let reports = [try await train(one, jobs: 1), try await train(four, jobs: 4)]
    for (a, b) in zip(reports[0].models, reports[1].models) {
      #expect(a.meanAbsoluteError == b.meanAbsoluteError && a.rootMeanSquareError == b.rootMeanSquareError)
      #expect(a.property == b.property && a.kind == b.kind && a.bytes == b.bytes)
    }
    #expect(reports[0].models.count == 4)
  }

  @Test func representationsAndKindsAreCrossed() async throws {
    let report = try await train(
      try AlkaneTable(), properties: ["size_nm=nm"], representations: ["maccs", "maccs, fragment-counts"],
      kinds: ["neural-network", "gaussian-process"])
    #expect(
      report.models.map { "\($0.kind) \($0.representation) \($0.unit)" } == [
        "neural-network maccs nm", "neural-network maccs, fragment-counts nm", "gaussian-process maccs nm",
        "gaussian-process maccs, fragment-counts nm",
      ])
  }

  @Test func aProcessMaySeeExactCounts() async throws {
    let report = try await train(
      try AlkaneTable(), properties: ["boiling"], representations: ["morgan-exact-r3"], kinds: ["gaussian-process"])
    #expect(report.models.map(\.representation) == ["morgan-exact-r3"])
  }

  @Test(arguments: [
    (["mac"], [], "mac"), (["morgan-exact-r3"], [], "no fixed number of counts"),
    ([], ["neural-netwrok"], "Did you mean 'neural-network'?"),
  ])
  func namesThatThereAreNotAreRefused(representations: [String], kinds: [String], words: String) async throws {
    let table = try AlkaneTable()
    let error = await #expect(throws: CampaignError.self) {
      _ = try await train(table, representations: representations, kinds: kinds)
    }
    #expect(error?.kind == .input && error?.description.contains(words) == true, "\(String(describing: error))")
    #expect(!FileManager.default.fileExists(atPath: table.library))
  }

  @Test func aFileThatIsNoLibraryIsRefusedBeforeAnythingIsTrained() async throws {
    let table = try AlkaneTable()
    let isTold = Mutex(false)
    let error = await #expect(throws: CampaignError.self) {
      _ = try await PretrainRun(
        PretrainRequest(table: table.table), library: table.table,
        on: ComputeResources(jobs: 1, workdir: "/nonexistent")
      ).run { _ in isTold.withLock { $0 = true } }
    }
    #expect(error?.kind == .input)
    #expect(error?.description == "'\(table.table)' is not a library of source models.")
    #expect(!isTold.withLock { $0 })
  }

  @Test func progressCountsEveryModelOnce() async throws {
    let last = Mutex<[PretrainProgress]>([])
    _ = try await train(try AlkaneTable(), kinds: ["neural-network"]) { event in
      if case .training(let progress) = event { last.withLock { $0.append(progress) } }
    }
    let all = last.withLock { $0 }
    #expect(all.map(\.done) == [0, 1, 2])
    #expect(all.allSatisfy { $0.total == 2 && $0.failed == 0 })
    #expect(Set(all.compactMap { $0.ended?.property }) == ["boiling", "size_nm"])
  }

  @Test func aCancelledRunIsInterruptedAndGoesOn() async throws {
    let table = try AlkaneTable()
    let run = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return try await train(table)
    }
    let error = await #expect(throws: CampaignError.self) { _ = try await run.value }
    #expect(error?.kind == .interrupted)
    #expect(try await train(table).models.count == 4)
  }
}
