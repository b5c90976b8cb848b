import Foundation
import GRDB
import Stores
import Testing

@Suite struct CampaignStoreDumpTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  @Test func everyRowOfEveryTableIsALine() throws {
    let lines = try store.dumpRows()
    let perTable = Dictionary(grouping: lines) { $0.prefix { $0 != " " } }.mapValues(\.count)
    #expect(
      perTable == [
        "attempt": 3, "calculation": 3, "campaign": 1, "candidate": 6, "designStep": 2, "expectedGain": 1, "fit": 2,
        "iteration": 2, "leaveOneOut": 1, "listing": 2, "molecule": 5, "observation": 2, "prediction": 4,
        "preselection": 1,
        "property": 2, "protocol": 1,
        "referencePoint": 2, "refusal": 3, "specification": 1, "success": 1, "version": 2,
      ])
  }

  @Test func linesAreReadableAndExact() throws {
    let lines = try store.dumpRows()
    #expect(lines.contains("observation calculation=1 property='gap' value=4.75 uncertainty=0.125"))
    #expect(lines.contains("observation calculation=1 property='dipole' value=0.0 uncertainty=NULL"))
    #expect(lines.contains { $0.hasPrefix("candidate iteration=1 molecule=4 rank=2 acquisition=-Inf ") })
    #expect(
      lines.contains(
        "iteration number=0 policy='initial' proposalCount=10 invalidCount=2 widenings=0 pending='[]'"))
  }

  @Test func tablesAndRowsAreInOrderHoweverTheyWereWritten() throws {
    let lines = try store.dumpRows()
    let tables = lines.map { String($0.prefix { $0 != " " }) }
    #expect(tables == tables.sorted())
    let observed = lines.filter { $0.hasPrefix("observation ") }
    // Written in the other order.
    #expect(observed.map { $0.contains("'dipole'") } == [true, false])
  }

  @Test func timesAreLeftOutUnlessAskedFor() throws {
    let other = try Sample.run(at: folder.file("other.sqlite"))
    try other.database.write { try $0.execute(sql: "UPDATE iteration SET designedAt = '2027-01-01T00:00:00.000Z'") }
    #expect(try store.dumpRows() == other.dumpRows())
    #expect(try store.dumpRows(ignoringTimes: false) != other.dumpRows(ignoringTimes: false))
    #expect(
      try !store.dumpRows().contains { $0.contains("At=") || $0.contains("Seconds=") || $0.contains("machine=") })
    #expect(
      try store.dumpRows(ignoringTimes: false).contains { $0.contains("endedAt='") && $0.contains("wallSeconds=62.5") })
  }

  @Test func whereAProgramRanIsNoPartOfARow() throws {
    let other = try Sample.run(at: folder.file("other.sqlite"))
    try other.database.write { try $0.execute(sql: "UPDATE attempt SET machine = 'local'") }
    #expect(try store.dumpRows() == other.dumpRows())
    #expect(try store.dumpRows(ignoringTimes: false) != other.dumpRows(ignoringTimes: false))
  }

  @Test func theSmallestDifferenceShows() throws {
    let other = try Sample.run(at: folder.file("other.sqlite"))
    try other.database.write { database in
      try database.execute(sql: "UPDATE prediction SET mean = ? WHERE mean = 3.5", arguments: [(3.5).nextUp])
    }
    #expect(try store.dumpRows() != other.dumpRows())
  }
}
