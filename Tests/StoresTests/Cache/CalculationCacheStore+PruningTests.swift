import Foundation
import GRDB
import Stores
import Testing

@Suite struct CalculationCacheStorePruningTests {
  let folder: TemporaryFolder
  let store: CalculationCacheStore
  static let custom = #"{"name":"custom"}"#
  static let first = Date(timeIntervalSince1970: 1_790_000_000)

  /// Four molecules: three of xtb, one of them by another protocol and one a failure; one of mopac. A day between each.
  init() throws {
    folder = try TemporaryFolder()
    store = try CalculationCacheStore(path: folder.file("calculations.sqlite"))
    let kept: [(CacheKey, String?)] = [
      (.sample(smiles: "C"), nil), (.sample(smiles: "CC"), "input"), (.sample(smiles: "C", protocol: Self.custom), nil),
      (.sample(smiles: "C", calculator: "mopac"), nil),
    ]
    for (day, (key, failureClass)) in kept.enumerated() {
      try store.keep(
        #"{"é":1}"#, failureClass: failureClass, for: key,
        summary: key.protocol == Self.custom ? "GFN1-xTB" : "GFN2-xTB", at: Self.first + Double(day) * 86_400)
    }
  }

  @Test func holdingsAreCountedByCalculatorProtocolAndVersions() throws {
    let holdings = try store.holdings()
    #expect(holdings.map(\.calculator) == ["mopac", "xtb", "xtb"])
    #expect(holdings.map(\.protocol) == ["standard", "custom", "standard"])
    let standard = try #require(holdings.last)
    #expect(standard.protocolSummary == "GFN2-xTB")
    #expect(standard.calculatorVersion == "6.5.1" && standard.rdkitVersion == "2022.09.3")
    #expect(standard.molecules == 2 && standard.failures == 1)
    // Bytes, not characters.
    #expect(standard.bytes == 2 * 8)
    #expect(standard.oldest == Self.first && standard.newest == Self.first + 86_400)
  }

  @Test(arguments: [
    (CacheSelection(), ["C", "CC", "C custom", "C mopac"]),
    (CacheSelection(keptBefore: first + 86_400), ["C"]),
    (CacheSelection(calculator: "xtb"), ["C", "CC", "C custom"]),
    (CacheSelection(protocol: "standard"), ["C", "CC", "C mopac"]),
    (CacheSelection(keptBefore: first + 90_000, calculator: "xtb", protocol: "standard"), ["C", "CC"]),
    (CacheSelection(calculator: "XTB"), []),
  ])
  func whatMeetsAllConditionsIsRemovedAndNothingElse(selection: CacheSelection, gone: [String]) throws {
    let keys: [String: CacheKey] = [
      "C": .sample(smiles: "C"), "CC": .sample(smiles: "CC"), "C custom": .sample(smiles: "C", protocol: Self.custom),
      "C mopac": .sample(smiles: "C", calculator: "mopac"),
    ]
    let removal = try store.remove(selection)
    #expect(removal.molecules == gone.count)
    #expect(removal.failures == gone.count { $0 == "CC" })
    #expect(removal.bytes == 8 * gone.count)
    for (name, key) in keys {
      let outcome = try store.outcome(for: key)
      #expect((outcome == nil) == gone.contains(name), "\(name)")
    }
  }

  @Test func theRoomGoesBackToTheFileSystem() throws {
    let long = #"{"evidence":"\#(String(repeating: "x", count: 1_000_000))"}"#
    try store.keep(long, failureClass: nil, for: .sample(smiles: "CCC"))
    #expect(try size() > 1_000_000)
    _ = try store.remove(CacheSelection())
    #expect(try size() < 100_000)
  }

  @Test func aFileThatCannotDoThatInStepsIsWrittenAnewOnceForAll() throws {
    func isIncremental() throws -> Bool {
      try store.database.read { try Int.fetchOne($0, sql: "PRAGMA auto_vacuum") == 2 }
    }
    #expect(try isIncremental())
    try store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA auto_vacuum = NONE; VACUUM") }
    #expect(try !isIncremental())
    try theRoomGoesBackToTheFileSystem()
    #expect(try isIncremental())
    try theRoomGoesBackToTheFileSystem()
  }

  @Test func campaignsGoOnWhileOthersPrune() async throws {
    let path = store.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<3 {
        group.addTask {
          let store = try CalculationCacheStore(path: path)
          for number in 0..<30 {
            try store.keep("{}", failureClass: nil, for: .sample(smiles: "\(writer) \(number)"))
            _ = try store.outcome(for: .sample(smiles: "\(writer) \(number)"))
          }
        }
      }
      group.addTask {
        let store = try CalculationCacheStore(path: path)
        for _ in 0..<10 { _ = try store.remove(CacheSelection()) }
      }
      try await group.waitForAll()
    }
    _ = try store.remove(CacheSelection())
    #expect(try store.holdings().isEmpty)
  }

  /// The bytes of the file and its log.
  private func size() throws -> Int {
    try ["", "-wal"].reduce(0) { sum, ending in
      let path = store.path + ending
      guard FileManager.default.fileExists(atPath: path) else { return sum }
      return sum + (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0)
    }
  }
}
