import Foundation
import GRDB
import Stores
import Testing

/// A cache as its first version left it: two molecules that xtb calculated by one protocol, the summary being part of the key.
@Suite struct CacheSchemaTests {
  let folder: TemporaryFolder
  let path: String
  static let json =
    #"{"name":"custom","steps":[{"name":"embed","settings":{"by":"ETKDGv3","conformers":"1","relaxed with":"MMFF94, or UFF"}},"#
    + #"{"name":"optimise","settings":{"level":"normal","method":"GFN2-xTB","of a single atom":"a single point","solvent":"none"}}],"#
    + #""version":1}"#
  static let summary = "GFN2-xTB, normal optimisation, 1 conformer, gas phase"

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("calculations.sqlite")
    let recorded = try #require(Bundle.module.url(forResource: "Fixtures/cache1", withExtension: "sql"))
    try change(try String(contentsOf: recorded, encoding: .utf8) + "PRAGMA application_id = \(0x436F_6843)")
  }

  private func change(_ sql: String) throws {
    let database = try DatabaseQueue(path: path)
    defer { try? database.close() }
    try database.writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  private func key(_ smiles: String) -> CacheKey {
    CacheKey(
      smiles: smiles, calculator: "xtb", protocol: Self.json, calculatorVersion: "6.5.1", rdkitVersion: "2022.09.3")
  }

  @Test func whatWasKeptIsStillFound() throws {
    let database = try DatabaseQueue(path: path)
    let before = try database.read {
      try Row.fetchAll($0, sql: "SELECT smiles, outcome FROM outcome").map {
        ($0["smiles"] as String, $0["outcome"] as String)
      }
    }
    try database.close()
    let store = try CalculationCacheStore(path: path)
    #expect(before.count == 2)
    for (smiles, outcome) in before { #expect(try store.outcome(for: key(smiles)) == outcome) }
    #expect(try store.holdings().map(\.protocolSummary) == [Self.summary])
    try store.keep("{}", failureClass: nil, for: key("C"), summary: "Better words.")
    #expect(try store.holdings().map(\.protocolSummary) == ["Better words."])
    #expect(try store.holdings().map(\.molecules) == [3])
  }

  @Test func ofTwoThatDifferedByTheSentenceOneStays() throws {
    try change(
      """
      INSERT INTO outcome (smiles, calculator, protocol, calculatorVersion, rdkitVersion, keptAt, outcome)
      SELECT smiles, calculator, json_set(protocol, '$.summary', 'Other words.'), calculatorVersion, rdkitVersion, keptAt, outcome
      FROM outcome
      """)
    let store = try CalculationCacheStore(path: path)
    #expect(try store.holdings().map(\.molecules) == [2])
  }

  @Test func twoMayOpenItAtOnce() throws {
    let stores = try (1...2).map { _ in try CalculationCacheStore(path: path) }
    #expect(try stores.map { try $0.holdings().count } == [1, 1])
  }
}
