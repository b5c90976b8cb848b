import Foundation
import GRDB
import Stores
import Testing

@Suite struct CampaignStoreExtrasTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  static let cheap = ProtocolEntry(
    name: "cheap", version: 1, json: #"{"name":"cheap"}"#, summary: "Single points", programVersion: "1.0")
  static let better = ProtocolEntry(
    name: "better", version: 1, json: #"{"name":"better"}"#, summary: "Many conformers", programVersion: "2.0")

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  private func recordScreen(_ store: CampaignStore) throws {
    try store.recordScreen(
      iteration: 2, calculator: "libxtb", protocol: Self.cheap, moleculeLimit: 4, weight: 0.75,
      molecules: [
        MoleculeEntry(smiles: "CO", formula: "CH4O", charge: 0, heavyAtomCount: 2, molecularWeight: 32.042),
        Sample.phenol, Sample.ethanol,
      ])
  }

  private static func attempt(_ calculation: Int) -> CalculationAttemptRecord {
    CalculationAttemptRecord(
      calculation: calculation, number: 1, commandLine: ["worker"], exitStatus: 0, termination: .exited,
      startedAt: Sample.start, wallSeconds: 1.5)
  }

  private static func result(_ gap: Double) -> OutcomeEntry {
    .succeeded(
      ResultEntry(
        observations: [ObservationEntry(property: "gap", value: gap), ObservationEntry(property: "energy", value: -1)],
        geometry: "1\n\nC 0 0 0\n", isomer: "CO", notes: ["A note."]))
  }

  private func endScreen(_ store: CampaignStore) throws {
    try store.recordExtraOutcome(
      of: 1, Self.result(3.5), attempts: [Self.attempt(1)], endedAt: Sample.start, wallSeconds: 2)
    try store.recordExtraOutcome(
      of: 2, .failed(Sample.failure), attempts: [], isReused: true, endedAt: Sample.start, wallSeconds: 2)
  }

  @Test func aScreenAndItsOutcomesAreReadBack() throws {
    try recordScreen(store)
    try endScreen(store)
    let screen = try #require(try store.screens().first)
    let number = try #require(try store.recordedNumber(of: Self.cheap))
    #expect(
      screen
        == ScreenRecord(iteration: 2, calculator: "libxtb", protocol: number, moleculeLimit: 4, weight: 0.75))
    let calculations = try store.extraCalculations(.screen)
    #expect(calculations.map(\.molecule.smiles) == ["CO", "Oc1ccccc1", "CCO"])
    #expect(calculations.map(\.calculation.state) == [.succeeded, .failed, .pending])
    // Values of other properties than the campaign's, and geometries, are not kept.
    #expect(calculations.map(\.values) == [["gap": 3.5], [:], [:]])
    #expect(calculations[0].calculation.geometry == nil && calculations[0].calculation.isomer == "CO")
    #expect(calculations[1].calculation.failure == Sample.failure && calculations[1].calculation.isReused)
    #expect(
      try store.extraCost(.screen, iteration: 2)
        == ExtraCost(ended: 2, failed: 1, reused: 1, programSeconds: 1.5))
    #expect(try store.extraCost(.confirm) == ExtraCost(ended: 0, failed: 0, reused: 0, programSeconds: 0))
    // The calculator's own are untouched.
    #expect(try store.calculations().count == 3 && store.observations().count == 2)
  }

  @Test func anOutcomeIsRecordedOnce() throws {
    try recordScreen(store)
    try endScreen(store)
    #expect(throws: StoreError.outcomeAlreadyRecorded(path: store.path, calculation: 1)) {
      try endScreen(store)
    }
    #expect(throws: StoreError.self) {
      try store.recordExtraOutcome(of: 9, Self.result(1), attempts: [], wallSeconds: 0)
    }
  }

  @Test func anAbandonedMoleculeMayBeCalculatedLater() throws {
    try recordScreen(store)
    try store.recordExtraOutcome(of: 1, Self.result(3.5), attempts: [], wallSeconds: 1)
    try store.abandonScreen(iteration: 2, because: "It is broken.")
    #expect(try store.screens().map(\.programFailure) == ["It is broken."])
    #expect(try store.extraCalculations(.screen).map(\.calculation.state) == [.succeeded, .abandoned, .abandoned])
    try store.recordScreen(
      iteration: 3, calculator: "libxtb", protocol: Self.cheap, moleculeLimit: 4, molecules: [Sample.ethanol])
    #expect(throws: StoreError.self, "A molecule is calculated once under a protocol.") {
      try store.recordScreen(
        iteration: 4, calculator: "libxtb", protocol: Self.cheap, moleculeLimit: 4, molecules: [Sample.ethanol])
    }
    #expect(try store.screens().map(\.iteration) == [2, 3])
  }

  @Test func anotherScreenReplacesTheFirstBeforeTheDesign() throws {
    try recordScreen(store)
    try store.recordExtraOutcome(of: 1, Self.result(3.5), attempts: [], wallSeconds: 1)
    #expect(try store.abandonOthers(.screen, than: "libxtb", protocol: Self.better) == 2)
    try store.recordScreen(
      iteration: 2, calculator: "libxtb", protocol: Self.better, moleculeLimit: 4, molecules: [Sample.ethanol])
    let better = try #require(try store.recordedNumber(of: Self.better))
    #expect(try store.screens().map(\.protocol) == [better])
    // The first one is asked for again: what it has calculated is known.
    #expect(try store.abandonOthers(.screen, than: "libxtb", protocol: Self.cheap) == 1)
    try recordScreen(store)
    #expect(
      try store.extraCalculations(.screen).map(\.calculation.state)
        == [.succeeded, .abandoned, .abandoned, .abandoned, .pending, .pending])
    #expect(throws: StoreError.self, "An iteration has a screen once.") { try recordScreen(store) }
  }

  @Test func pendingOnesThatAreToBeMadeInAnotherWayAreAbandoned() throws {
    try recordScreen(store)
    try store.abandonOthers(.screen, than: "libxtb", protocol: Self.cheap)
    try store.abandonOthers(.confirm, than: nil, protocol: nil)
    #expect(try store.extraCalculations(.screen).allSatisfy { $0.calculation.state == .pending })
    try store.abandonOthers(.screen, than: "libxtb", protocol: Self.better)
    #expect(try store.extraCalculations(.screen).allSatisfy { $0.calculation.state == .abandoned })
  }

  @Test func confirmationsThatAreNoLongerAskedForAreAbandoned() throws {
    try recordScreen(store)
    let molecules = try store.calculations().map(\.molecule.id)
    try store.recordConfirmations(
      iteration: 1, molecules: Array(molecules.prefix(2)), calculator: "xtb", protocol: Self.better)
    try store.abandonConfirmations(except: [molecules[1]])
    #expect(try store.extraCalculations(.confirm).map(\.calculation.state) == [.abandoned, .pending])
    #expect(try store.extraCalculations(.screen).allSatisfy { $0.calculation.state == .pending })
    // It may be asked for again.
    try store.recordConfirmations(
      iteration: 1, molecules: [molecules[0]], calculator: "xtb", protocol: Self.better)
    #expect(try store.extraCalculations(.confirm).map(\.calculation.state) == [.abandoned, .pending, .pending])
  }

  @Test func anIterationEndsAfterItsHitsAreConfirmed() throws {
    try store.recordOutcome(of: 3, Self.result(1.25).withoutEnergy, attempts: [], wallSeconds: 1)
    let phenol = try #require(try store.calculations().last?.molecule.id)
    try store.recordConfirmations(iteration: 1, molecules: [phenol], calculator: "xtb", protocol: Self.better)
    #expect(throws: StoreError.self) { try store.endIteration(1) }
    try store.recordExtraOutcome(of: 1, Self.result(1.5), attempts: [Self.attempt(1)], wallSeconds: 9)
    try store.endIteration(1)
    let confirmed = try #require(try store.extraCalculations(.confirm, iteration: 1).first)
    #expect(confirmed.values == ["gap": 1.5] && confirmed.calculation.geometry != nil)
  }

  @Test(arguments: [
    ("UPDATE screen SET isDropped = 1, weight = NULL", "NOT isDropped"),
    ("UPDATE screen SET weight = 2", "weight BETWEEN 0 AND 1"),
    ("UPDATE screen SET moleculeLimit = 0", "moleculeLimit >= 1"),
    ("UPDATE screen SET programFailure = ''", "programFailure <> ''"),
    ("UPDATE extraCalculation SET isReused = 0", "never changed"),
    ("UPDATE extraCalculation SET role = 'guess' WHERE id = 3", "role IN"),
    ("UPDATE extraCalculation SET state = 'failed', endedAt = '2026-11-23T03:10:00.000Z' WHERE id = 3", "wallSeconds"),
    ("UPDATE extraCalculation SET geometry = 'x' WHERE id = 3", "geometry"),
    ("UPDATE extraCalculation SET molecule = 99 WHERE id = 3", "FOREIGN KEY"),
    ("UPDATE extraObservation SET value = 1", "never changed"),
    ("INSERT INTO extraObservation VALUES (2, 'gap', 1, NULL)", "Only an extra calculation that succeeded"),
    ("INSERT INTO extraObservation VALUES (1, 'energy', 1, NULL)", "FOREIGN KEY"),
    ("UPDATE extraAttempt SET termination = 'bored'", "termination IN"),
    ("UPDATE extraAttempt SET wallSeconds = -1", "wallSeconds >= 0"),
  ])
  func theRulesHold(_ statement: String, _ rule: String) throws {
    try recordScreen(store)
    try endScreen(store)
    let before = try store.dumpRows(ignoringTimes: false)
    let error = #expect(throws: DatabaseError.self) {
      try store.database.write { try $0.execute(sql: statement) }
    }
    #expect(error?.message?.contains(rule) == true, "\(error?.message ?? "")")
    #expect(try store.dumpRows(ignoringTimes: false) == before)
  }

  @Test func everyCaseOfEveryEnumerationIsKnownToTheSchema() throws {
    try recordScreen(store)
    for (index, role) in ExtraRole.allCases.enumerated() {
      try store.database.write {
        try $0.execute(
          sql:
            "INSERT INTO extraCalculation SELECT ?, ?, iteration, molecule, 'other', protocol, state, NULL, NULL, NULL, "
            + "NULL, NULL, NULL, NULL, 0, NULL, NULL FROM extraCalculation WHERE id = 3",
          arguments: [90 + index, role.rawValue])
      }
    }
    try endScreen(store)
    try store.abandonScreen(iteration: 2, because: "Why.")
    let states = ExtraRole.allCases.flatMap { (try? store.extraCalculations($0)) ?? [] }.map(\.calculation.state)
    #expect(Set(states) == Set(ExtraState.allCases))
  }
}

extension OutcomeEntry {
  /// Without a property that the sample campaign does not have.
  fileprivate var withoutEnergy: OutcomeEntry {
    guard case .succeeded(var result) = self else { return self }
    result.observations.removeAll { $0.property == "energy" }
    return .succeeded(result)
  }
}
