import Foundation
import GRDB
import Stores
import Testing

@Suite struct StoredRecordTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  /// Every record's coding keys are its table's columns, no more and no fewer.
  @Test func everyTableHasItsRecordAndEveryColumnItsProperty() throws {
    func keys(_ record: some StoredRecord) throws -> Set<String> {
      let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(record))
      return Set((try #require(object as? [String: Any])).keys)
    }
    var campaign = Sample.campaign
    campaign.end = CampaignEnd(at: Sample.start, reason: .hits, message: "Done.")
    let time = Sample.start
    let records: [any StoredRecord] = [
      campaign, SpecificationRecord(number: 1, iteration: 0, text: "", settings: "{}", recordedAt: time),
      VersionChange(component: "xtb", iteration: 0, version: "6.5.1"), Sample.properties[0],
      MoleculeRecord(id: 1, smiles: "C", formula: "CH4", charge: 0, heavyAtomCount: 1, molecularWeight: 16),
      IterationRecord(
        number: 0, policy: .initial, proposalCount: 0, invalidCount: 0, designedAt: time, endedAt: time),
      DesignStepRecord(
        iteration: 0, number: 0, temperature: 1, effectiveSampleSize: 1, acceptance: 1, distinctCount: 1),
      FitRecord(
        iteration: 0, property: "gap", observationCount: 1, priorMean: 1, outputScale: 1, noise: 1,
        logPosterior: 1, leaveOneOutRMSE: 1, leaveOneOutLogDensity: 1, leaveOneOutCoverage: 1),
      try LeaveOneOutRecord(
        iteration: 0, property: "gap", [.init(molecule: 1, mean: 1, standardDeviation: 1)]),
      TransferRecord(
        iteration: 0, property: "gap", rank: 1, model: "standard", sources: ["a"], parts: ["linear"], weight: 0,
        logWeight: 1,
        leaveOneOutRMSE: 1, leaveOneOutLogDensity: 1, failure: "Why.", coordinates: [1]),
      ProtocolRecord(id: 1, Sample.gfn2),
      SuccessRecord(
        iteration: 0, successCount: 1, failureCount: 1, baseRate: 1, outputScale: 1, logMarginalLikelihood: 1,
        explanation: "element S"),
      ExpectedGainRecord(iteration: 0, kind: "hits", mean: 1, lower: 1, upper: 1),
      ReferencePointRecord(iteration: 0, objective: "gap", isMinimum: true, value: 1, isStated: true),
      ListingRecord(molecule: 1, line: 1, name: "a"),
      PreselectionRecord(iteration: 0, rankedCount: 2, examinedCount: 1),
      RejectionRecord(iteration: 0, reason: "is charged", count: 1),
      CandidateRecord(
        iteration: 0, molecule: 1, rank: 1, acquisition: 1, acquisitionWhenChosen: 1, decision: .chosen,
        reason: "Why.", parent: "C", move: "corpus", position: 1, successProbability: 1),
      PredictionRecord(iteration: 0, molecule: 1, property: "gap", mean: 1, standardDeviation: 1),
      CalculationRecord(
        id: 1, iteration: 0, position: 1, calculator: "xtb", protocol: 1, isomer: "C", failureClass: "",
        failureMessage: "",
        evidence: "", geometry: "", atomicValues: "{}", changes: "", notes: "", endedAt: time, wallSeconds: 1),
      CalculationAttemptRecord(
        calculation: 1, number: 1, conformer: 1, changes: "", commandLine: [], exitStatus: 1, signal: 1,
        termination: .exited, startedAt: time,
        wallSeconds: 1, energy: 1, notes: "", machine: "local", failure: Sample.failure),
      ObservationRecord(calculation: 1, property: "gap", value: 1, uncertainty: 1),
      WithdrawalRecord(
        id: 1, calculation: 1, property: "gap", value: 1, uncertainty: 1, reason: "Why.", withdrawnAt: time),
      DeclineRecord(calculation: 1, declinedAt: time, reason: "Why.", revokedAt: time),
      WithdrawnFailureRecord(calculation: 1, Sample.failure, toldAt: time, reason: "Why.", withdrawnAt: time),
      ScreenRecord(
        iteration: 1, calculator: "libxtb", protocol: 1, moleculeLimit: 1, weight: 1, programFailure: "Why."),
      ExtraCalculationRecord(
        id: 1, role: .screen, iteration: 1, molecule: 1, calculator: "libxtb", protocol: 1, isomer: "C",
        failure: Sample.failure, geometry: "", changes: "", notes: "", endedAt: time, wallSeconds: 1),
      ExtraAttemptRecord(
        CalculationAttemptRecord(
          calculation: 1, number: 1, conformer: 1, changes: "", commandLine: [], exitStatus: 1, signal: 1,
          termination: .exited, startedAt: time, wallSeconds: 1, energy: 1, notes: "", machine: "local",
          failure: Sample.failure)),
      ExtraObservationRecord(ObservationRecord(calculation: 1, property: "gap", value: 1, uncertainty: 1)),
    ]
    let tables = try store.database.read { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'grdb_migrations'")
    }
    #expect(Set(records.map { type(of: $0).tableName }) == Set(tables))
    for record in records {
      let table = type(of: record).tableName
      let columns = try store.database.read { try $0.columns(in: table).map(\.name) }
      #expect(try keys(record) == Set(columns).subtracting(["onlyRow"]), "\(table)")
    }
  }

  @Test func aCommandLineIsReadableJSON() throws {
    let text = try store.database.read { database in
      try String.fetchOne(database, sql: "SELECT commandLine FROM attempt ORDER BY calculation, number")
    }
    #expect(text == #"["xtb","a \"b\"/ü.xyz","--opt"]"#)
  }

  @Test func timesAreTextInUTC() throws {
    let text = try store.database.read { try String.fetchOne($0, sql: "SELECT createdAt FROM campaign") }
    #expect(text == "2026-11-23T03:10:00.125Z")
  }

  /// What another hand has put past the schema's rules is named, and does not end the process.
  @Test(arguments: [
    ("iteration", "policy = 'guess'"), ("iteration", "designedAt = 'yesterday'"), ("campaign", "seed = '-1'"),
    ("campaign", "endReason = 'boredom'"),
  ])
  func aRowThatCannotBeReadIsNamed(_ table: String, _ change: String) throws {
    try store.database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = ON; UPDATE \(table) SET \(change)")
    }
    let error = #expect(throws: StoreError.self) {
      _ = try store.iterations()
      _ = try store.campaign()
    }
    guard case .damaged(store.path, let reason) = error else {
      Issue.record("\(String(describing: error)) is not .damaged")
      return
    }
    #expect(!reason.contains("\n"), "\(reason)")
  }
}
