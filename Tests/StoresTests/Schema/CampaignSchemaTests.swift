import Foundation
import GRDB
import Stores
import Testing

/// The schema itself, asked in SQL: it holds whoever writes.
@Suite struct CampaignSchemaTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  /// Runs a statement that must break the rule whose text contains `rule`, and change nothing.
  private func expectRefusal(_ statement: String, _ rule: String) throws {
    let before = try store.dumpRows(ignoringTimes: false)
    let error = #expect(throws: DatabaseError.self) {
      try store.database.write { try $0.execute(sql: statement) }
    }
    #expect(error?.resultCode == .SQLITE_CONSTRAINT)
    #expect(error?.message?.contains(rule) == true, "\(error?.message ?? "") does not contain \(rule)")
    #expect(try store.dumpRows(ignoringTimes: false) == before)
  }

  @Test(arguments: ["hits", "improvement", "hypervolume"])
  func everyQuantityOfAGainIsStored(_ kind: String) throws {
    try store.database.write {
      try $0.execute(sql: "UPDATE expectedGain SET kind = ?", arguments: [kind])
    }
    #expect(try store.expectedGains().map(\.kind) == [kind])
  }

  @Test(arguments: [
    ("UPDATE campaign SET name = ''", "name <> ''"),
    ("UPDATE specification SET text = 'name: other'", "never changed"),
    ("INSERT INTO specification VALUES (2, -1, '', NULL, '2026-11-23T03:10:00.000Z')", "iteration >= 0"),
    ("INSERT INTO specification VALUES (2, 1, '', '[]', '2026-11-23T03:10:00.000Z')", "json_type(settings)"),
    ("UPDATE campaign SET seed = '-1'", "seed"),
    ("UPDATE campaign SET seed = ''", "seed"),
    ("UPDATE campaign SET seed = '18446744073709551616'", "seed"),
    ("UPDATE campaign SET createdAt = '2026-11-23 03:10:00'", "createdAt"),
    ("UPDATE campaign SET createdAt = '2026-13-23T03:10:00.000Z'", "createdAt"),
    ("UPDATE campaign SET endedAt = createdAt", "endedAt IS NULL"),
    ("UPDATE campaign SET endedAt = createdAt, endReason = 'hits'", "endMessage IS NULL"),
    ("UPDATE campaign SET endedAt = createdAt, endMessage = '', endReason = 'boredom'", "endReason IN"),
    (
      "INSERT INTO campaign SELECT 2, name, seed, createdAt, NULL, NULL, NULL FROM campaign",
      "onlyRow = 1"
    ),
    ("UPDATE version SET component = '' WHERE component = 'xtb'", "component <> ''"),
    ("UPDATE version SET version = ''", "version <> ''"),
    ("UPDATE version SET iteration = -1", "iteration >= 0"),
    ("UPDATE property SET name = '' WHERE name = 'gap'", "name <> ''"),
    ("UPDATE property SET unit = NULL", "property.unit"),
  ])
  func campaignRulesHold(_ statement: String, _ rule: String) throws {
    try expectRefusal(statement, rule)
  }

  @Test(arguments: [
    ("UPDATE molecule SET id = 0 WHERE id = 1", "id >= 1"),
    ("UPDATE molecule SET smiles = '' WHERE id = 1", "smiles <> ''"),
    ("UPDATE molecule SET smiles = 'CCO' WHERE id = 1", "molecule.smiles"),
    ("UPDATE molecule SET formula = ''", "formula <> ''"),
    ("UPDATE molecule SET heavyAtomCount = -1", "heavyAtomCount >= 0"),
    ("UPDATE molecule SET molecularWeight = -1", "molecularWeight >= 0"),
    ("UPDATE molecule SET molecularWeight = 9e999", "molecularWeight < 9e999"),
    ("UPDATE molecule SET charge = 'one'", "cannot store TEXT value in INTEGER column"),
    ("UPDATE iteration SET number = -1 WHERE number = 1", "number >= 0"),
    ("UPDATE iteration SET policy = 'guess'", "policy IN"),
    ("UPDATE iteration SET proposalCount = -1, invalidCount = 0", "proposalCount"),
    ("UPDATE iteration SET invalidCount = proposalCount + 1", "invalidCount"),
    ("UPDATE iteration SET widenings = -1", "widenings >= 0"),
    ("UPDATE iteration SET pending = '{}'", "json_type(pending)"),
    ("UPDATE iteration SET designedAt = 'yesterday'", "designedAt"),
    ("UPDATE iteration SET endedAt = '2026-11-23T03:10:00Z' WHERE number = 0", "endedAt"),
    ("UPDATE designStep SET number = -1 WHERE number = 0", "number >= 0"),
    ("UPDATE designStep SET temperature = -0.5", "temperature >= 0"),
    ("UPDATE designStep SET effectiveSampleSize = 9e999", "effectiveSampleSize < 9e999"),
    ("UPDATE designStep SET acceptance = 1.5", "acceptance BETWEEN 0 AND 1"),
    ("UPDATE designStep SET distinctCount = -1", "distinctCount >= 0"),
    ("UPDATE designStep SET iteration = 7", "FOREIGN KEY"),
    ("UPDATE fit SET observationCount = 0", "observationCount >= 1"),
    ("UPDATE fit SET priorMean = -9e999", "priorMean > -9e999"),
    ("UPDATE fit SET outputScale = -1", "outputScale >= 0"),
    ("UPDATE fit SET noise = -1", "noise >= 0"),
    ("UPDATE fit SET logPosterior = 9e999", "logPosterior < 9e999"),
    ("UPDATE fit SET leaveOneOutRMSE = -1", "leaveOneOutRMSE >= 0"),
    ("UPDATE fit SET leaveOneOutLogDensity = -9e999", "leaveOneOutLogDensity > -9e999"),
    ("UPDATE fit SET leaveOneOutCoverage = 1.5", "leaveOneOutCoverage BETWEEN 0 AND 1"),
    ("UPDATE fit SET property = 'energy' WHERE property = 'gap'", "FOREIGN KEY"),
    ("UPDATE success SET successCount = -1", "successCount >= 0"),
    ("UPDATE success SET failureCount = -1", "failureCount >= 0"),
    ("UPDATE success SET baseRate = 1.5", "baseRate BETWEEN 0 AND 1"),
    ("UPDATE success SET outputScale = -1", "outputScale >= 0"),
    (
      "UPDATE success SET outputScale = NULL, explanation = NULL",
      "(outputScale IS NULL) = (logMarginalLikelihood IS NULL)"
    ),
    ("UPDATE success SET logMarginalLikelihood = 9e999", "logMarginalLikelihood < 9e999"),
    ("UPDATE success SET explanation = ''", "explanation <> ''"),
    ("UPDATE success SET outputScale = NULL, logMarginalLikelihood = NULL", "outputScale IS NOT NULL"),
    ("UPDATE success SET iteration = 7", "FOREIGN KEY"),
    ("UPDATE listing SET molecule = 99 WHERE molecule = 4", "FOREIGN KEY"),
    ("UPDATE listing SET line = 0", "line >= 1"),
    ("UPDATE listing SET name = ''", "name <> ''"),
    ("UPDATE preselection SET iteration = 7", "FOREIGN KEY"),
    ("UPDATE preselection SET examinedCount = rankedCount", "examinedCount < rankedCount"),
    ("UPDATE preselection SET examinedCount = 0", "examinedCount >= 1"),
    ("UPDATE expectedGain SET iteration = 7", "FOREIGN KEY"),
    ("UPDATE expectedGain SET kind = 'joy'", "kind IN"),
    ("UPDATE expectedGain SET mean = -1", "mean >= 0"),
    ("UPDATE expectedGain SET mean = 9e999", "mean < 9e999"),
    ("UPDATE expectedGain SET mean = NULL", "expectedGain.mean"),
    ("UPDATE expectedGain SET lower = -1", "lower >= 0"),
    ("UPDATE expectedGain SET upper = 9e999", "upper < 9e999"),
    ("UPDATE expectedGain SET lower = 2", "lower <= upper"),
    ("UPDATE referencePoint SET objective = '' WHERE objective = 'gap'", "objective <> ''"),
    ("UPDATE referencePoint SET isMinimum = 2", "isMinimum IN (0, 1)"),
    ("UPDATE referencePoint SET value = 9e999", "value < 9e999"),
    ("UPDATE referencePoint SET isStated = 2", "isStated IN (0, 1)"),
    ("UPDATE referencePoint SET iteration = 7", "FOREIGN KEY"),
    ("UPDATE refusal SET reason = '' WHERE iteration = 0", "reason <> ''"),
    ("UPDATE refusal SET count = 0", "count >= 1"),
    ("UPDATE refusal SET iteration = 7 WHERE iteration = 0", "FOREIGN KEY"),
  ])
  func designRulesHold(_ statement: String, _ rule: String) throws {
    try expectRefusal(statement, rule)
  }

  @Test(arguments: [
    ("UPDATE candidate SET rank = 0 WHERE iteration = 1 AND rank = 2", "rank >= 1"),
    ("UPDATE candidate SET rank = 1 WHERE iteration = 1 AND rank = 2", "candidate.iteration, candidate.rank"),
    ("UPDATE candidate SET rank = NULL WHERE iteration = 1 AND rank = 2", "(decision = 'refused') = (rank IS NULL)"),
    ("UPDATE candidate SET rank = 9 WHERE decision = 'refused'", "(decision = 'refused') = (rank IS NULL)"),
    ("UPDATE candidate SET acquisition = 9e999 WHERE iteration = 1", "acquisition < 9e999"),
    ("UPDATE candidate SET acquisition = 1 WHERE decision = 'refused'", "acquisition IS NULL"),
    ("UPDATE candidate SET acquisitionWhenChosen = 9e999 WHERE decision = 'chosen'", "acquisitionWhenChosen < 9e999"),
    ("UPDATE candidate SET acquisitionWhenChosen = 1 WHERE decision = 'passedOver'", "acquisitionWhenChosen IS NULL"),
    ("UPDATE candidate SET decision = 'forgotten'", "decision IN"),
    ("UPDATE candidate SET reason = ''", "reason <> ''"),
    ("UPDATE candidate SET successProbability = 1.5 WHERE decision = 'chosen'", "successProbability BETWEEN 0 AND 1"),
    ("UPDATE candidate SET successProbability = 0.5 WHERE decision = 'refused'", "decision <> 'refused'"),
    ("UPDATE candidate SET parent = ''", "parent <> ''"),
    ("UPDATE candidate SET move = ''", "move <> ''"),
    ("UPDATE candidate SET position = 0 WHERE iteration = 1 AND rank = 2", "position >= 1"),
    (
      "UPDATE candidate SET position = 9 WHERE iteration = 1 AND rank = 2",
      "(decision = 'chosen') = (position IS NOT NULL)"
    ),
    (
      "UPDATE candidate SET position = NULL WHERE iteration = 1 AND rank = 1",
      "(decision = 'chosen') = (position IS NOT NULL)"
    ),
    ("UPDATE candidate SET position = 1, decision = 'chosen' WHERE iteration = 1 AND rank = 2", "candidate.position"),
    ("UPDATE candidate SET molecule = 99 WHERE iteration = 0 AND decision = 'refused'", "FOREIGN KEY"),
    ("UPDATE prediction SET mean = 9e999", "mean < 9e999"),
    ("UPDATE prediction SET standardDeviation = -1", "standardDeviation >= 0"),
    ("UPDATE prediction SET molecule = 1 WHERE molecule = 4", "FOREIGN KEY"),
    ("UPDATE prediction SET property = 'energy' WHERE property = 'gap'", "FOREIGN KEY"),
    ("DELETE FROM molecule WHERE id = 1", "FOREIGN KEY"),
    ("DELETE FROM iteration WHERE number = 1", "FOREIGN KEY"),
  ])
  func candidateRulesHold(_ statement: String, _ rule: String) throws {
    try expectRefusal(statement, rule)
  }

  @Test(arguments: [
    ("UPDATE calculation SET id = 0 WHERE id = 3", "id >= 1"),
    ("UPDATE calculation SET state = 'lost' WHERE id = 3", "state IN"),
    ("UPDATE calculation SET calculator = '' WHERE id = 3", "calculator <> ''"),
    (
      "UPDATE calculation SET endedAt = '2026-11-23T03:10:00.000Z' WHERE id = 3",
      "(state = 'pending') = (endedAt IS NULL)"
    ),
    ("UPDATE calculation SET wallSeconds = 1 WHERE id = 3", "(state = 'pending') = (wallSeconds IS NULL)"),
    ("UPDATE calculation SET failureClass = 'random' WHERE id = 3", "(state = 'failed') = (failureClass IS NOT NULL)"),
    (
      "UPDATE calculation SET failureMessage = 'Why.' WHERE id = 3", "(state = 'failed') = (failureMessage IS NOT NULL)"
    ),
    ("UPDATE calculation SET evidence = '' WHERE id = 3", "(state = 'failed') = (evidence IS NOT NULL)"),
    (
      "UPDATE calculation SET geometry = '1' WHERE id = 3",
      "state IN ('succeeded', 'withdrawn') OR geometry IS NULL"
    ),
    (
      "UPDATE calculation SET state = 'succeeded', endedAt = '2026-11-23T03:10:00.000Z', wallSeconds = -1 WHERE id = 3",
      "wallSeconds >= 0"
    ),
    (
      """
      UPDATE calculation SET state = 'failed', endedAt = '2026-11-23T03:10:00.000Z', wallSeconds = 1,
        failureClass = '', failureMessage = 'Why.', evidence = '' WHERE id = 3
      """, "failureClass <> ''"
    ),
    ("UPDATE calculation SET protocol = 9 WHERE id = 3", "FOREIGN KEY"),
    ("UPDATE calculation SET isReused = 2 WHERE id = 3", "isReused IN (0, 1)"),
    ("UPDATE calculation SET isReused = 1 WHERE id = 3", "state NOT IN ('pending', 'declined') OR NOT isReused"),
    (
      "UPDATE calculation SET changes = 'Cooler.' WHERE id = 3",
      "state IN ('succeeded', 'withdrawn') OR changes IS NULL"
    ),
    ("UPDATE calculation SET notes = 'Odd.' WHERE id = 3", "OR notes IS NULL"),
    ("UPDATE calculation SET isomer = 'C' WHERE id = 3", "OR isomer IS NULL"),
    (
      "UPDATE calculation SET atomicValues = '{}' WHERE id = 3",
      "state IN ('succeeded', 'withdrawn') OR atomicValues IS NULL"
    ),
    (
      "UPDATE calculation SET state = 'withdrawn' WHERE id = 1", "The outcome of a calculation is never changed."
    ),
    (
      """
      INSERT INTO candidate VALUES (1, 2, 3, NULL, NULL, 'chosen', 'It was calculated.', NULL, 'corpus', 2, NULL);
      INSERT INTO calculation (id, iteration, position, state, calculator, protocol) VALUES (4, 1, 2, 'pending', 'xtb', 1)
      """, "A molecule is calculated once under a protocol."
    ),
    (
      "INSERT INTO decline VALUES (1, '2026-11-23T03:10:00.000Z', NULL, NULL)", "Only a pending calculation"
    ),
    ("UPDATE calculation SET atomicValues = '[]' WHERE id = 3", "json_type(atomicValues)"),
    ("UPDATE protocol SET version = -1", "version >= 0"),
    ("UPDATE protocol SET json = '[]'", "json_type(json)"),
    (
      "INSERT INTO protocol SELECT 9, name, version, json, summary, programVersion, rdkitVersion FROM protocol",
      "protocol.json"
    ),
    ("UPDATE attempt SET step = ''", "step <> ''"),
    ("UPDATE attempt SET conformer = 0", "conformer >= 1"),
    ("UPDATE attempt SET changes = ''", "changes <> ''"),
    ("UPDATE calculation SET position = 2 WHERE id = 3", "FOREIGN KEY"),
    ("UPDATE calculation SET iteration = 0 WHERE id = 3", "calculation.iteration, calculation.position"),
    ("UPDATE calculation SET wallSeconds = 1 WHERE id = 1", "The outcome of a calculation is never changed."),
    ("UPDATE calculation SET state = 'pending' WHERE id = 2", "The outcome of a calculation is never changed."),
    ("UPDATE iteration SET endedAt = designedAt WHERE number = 1", "calculations of it are pending"),
    ("UPDATE attempt SET number = -1 WHERE number = 1", "number >= 0"),
    ("UPDATE attempt SET commandLine = 'xtb --opt'", "json_valid"),
    ("UPDATE attempt SET commandLine = '{}'", "json_type"),
    ("UPDATE attempt SET termination = 'bored'", "termination IN"),
    ("UPDATE attempt SET exitStatus = NULL WHERE termination = 'exited'", "(termination = 'exited')"),
    ("UPDATE attempt SET exitStatus = 0 WHERE termination = 'timedOut'", "(termination = 'exited')"),
    ("UPDATE attempt SET signal = NULL WHERE termination = 'signalled'", "(termination = 'signalled')"),
    ("UPDATE attempt SET startedAt = 'now'", "startedAt"),
    ("UPDATE attempt SET wallSeconds = -1", "wallSeconds >= 0"),
    ("UPDATE attempt SET failureClass = 'random' WHERE termination = 'exited'", "failureClass IS NULL"),
    ("UPDATE attempt SET evidence = NULL WHERE termination = 'timedOut'", "evidence IS NULL"),
    ("UPDATE attempt SET calculation = 9 WHERE calculation = 2", "FOREIGN KEY"),
    ("UPDATE observation SET value = 0", "A value that was observed is never changed."),
    ("INSERT INTO observation VALUES (2, 'gap', 1, NULL)", "Only a calculation that succeeded has values."),
    ("INSERT INTO observation VALUES (3, 'gap', 1, NULL)", "Only a calculation that succeeded has values."),
    ("INSERT INTO observation VALUES (9, 'gap', 1, NULL)", "Only a calculation that succeeded has values."),
    ("INSERT INTO observation VALUES (1, 'energy', 1, NULL)", "FOREIGN KEY"),
    ("INSERT INTO observation VALUES (1, 'gap', 1, NULL)", "observation.calculation, observation.property"),
    ("INSERT INTO observation VALUES (1, 'gap', 9e999, NULL)", "value < 9e999"),
    ("INSERT INTO observation VALUES (1, 'gap', -9e999, NULL)", "value > -9e999"),
    ("INSERT INTO observation VALUES (1, 'gap', NULL, NULL)", "observation.value"),
    ("INSERT INTO observation VALUES (1, 'gap', 1, -1)", "uncertainty >= 0"),
  ])
  func calculationRulesHold(_ statement: String, _ rule: String) throws {
    try expectRefusal(statement, rule)
  }

  @Test func everyCaseOfEveryEnumerationIsKnownToTheSchema() throws {
    let time = "'2026-11-23T03:10:00.000Z'"
    let statements =
      EndReason.allCases.map {
        "UPDATE campaign SET endedAt = \(time), endMessage = 'Why.', endReason = '\($0.rawValue)'"
      }
      + IterationPolicy.allCases.map { "UPDATE iteration SET policy = '\($0.rawValue)'" }
      + CandidateDecision.allCases.enumerated().map { number, decision in
        """
        INSERT INTO molecule VALUES (\(90 + number), 'C\(number)', 'C', 0, 1, 1);
        INSERT INTO candidate VALUES (
          1, \(90 + number), \(decision == .refused ? "NULL" : "\(90 + number)"), NULL, NULL,
          '\(decision.rawValue)', 'Why.', NULL, 'corpus', \(decision == .chosen ? "90" : "NULL"), NULL)
        """
      }
      + AttemptTermination.allCases.enumerated().map { number, termination in
        """
        INSERT INTO attempt VALUES (3, \(number), '[]', \(termination == .exited ? "0" : "NULL"),
          \(termination == .signalled ? "9" : "NULL"), '\(termination.rawValue)', \(time), 0, NULL, NULL, NULL, NULL, NULL, 'calculate', NULL, NULL,
          'local')
        """
      }
    for statement in statements {
      try store.database.write { try $0.execute(sql: statement) }
    }
    // The sample has a calculation in each of three states.
    for state in [CalculationState.pending, .succeeded, .failed] {
      #expect(try store.calculations(state: state).count == 1)
    }
    try store.withdraw(["gap", "dipole"], of: 1)
    try store.decline(3)
    for state in [CalculationState.withdrawn, .declined] {
      #expect(try store.calculations(state: state).count == 1)
    }
  }

  @Test func everyTableIsStrictAndTheDatabaseIsSound() throws {
    try store.database.read { database in
      let loose = try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict")
      #expect(Set(loose) == ["sqlite_schema", "grdb_migrations"])
      #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
      try database.checkForeignKeys()
      #expect(try Int.fetchOne(database, sql: "PRAGMA foreign_keys") == 1)
      #expect(try Int.fetchOne(database, sql: "PRAGMA synchronous") == 2)
      #expect(try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal")
    }
  }
}
