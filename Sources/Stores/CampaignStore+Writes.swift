public import Foundation
internal import GRDB

/// The events of a campaign. Each is one transaction: when the call returns, all of it is on the disk, or none.
extension CampaignStore {
  /// Records the design of an iteration: its sampling and fits, every candidate with its decision, and a pending
  /// calculation for each chosen one, in the batch's order.
  ///
  /// New molecules get the next numbers in the order of `candidates`.
  ///
  /// - Parameters:
  ///   - leaveOneOut: The leave-one-out predictions of the fits, by property, in the calculations' order.
  ///   - end: The reason why the campaign ends with it, as a kind and a sentence, if nothing was chosen; then the iteration
  ///     has ended too.
  /// - Returns: The batch's pending calculations, in order.
  /// - Throws: `StoreError.campaignEnded`; `.refused` if the rows contradict each other or the stored ones.
  @discardableResult
  public func recordDesign(
    _ iteration: IterationRecord, fits: [FitRecord] = [], leaveOneOut: [String: [LeaveOneOutEntry]] = [:],
    transfers: [TransferRecord] = [],
    success: SuccessRecord? = nil, expectedGain: ExpectedGainRecord? = nil, references: [ReferencePointRecord] = [],
    steps: [DesignStepRecord] = [], refusals: [RejectionRecord] = [], preselection: PreselectionRecord? = nil,
    candidates: [CandidateEntry], listings: [ListingEntry] = [], calculator: String, protocol: ProtocolEntry,
    end: (reason: EndReason, message: String)? = nil
  ) throws(StoreError) -> [CalculationDetails] {
    try write { database in
      try requireRunning(database)
      var iteration = iteration
      if let end {
        iteration.endedAt = iteration.designedAt
        try endCampaign(end.reason, message: end.message, at: iteration.designedAt, in: database)
      }
      try iteration.insert(into: database)
      for fit in fits { try fit.insert(into: database) }
      for (property, entries) in leaveOneOut.sorted(by: { $0.key < $1.key }) where !entries.isEmpty {
        try insert(entries, of: property, iteration: iteration.number, into: database)
      }
      for transfer in transfers { try transfer.insert(into: database) }
      try success?.insert(into: database)
      try expectedGain?.insert(into: database)
      for reference in references { try reference.insert(into: database) }
      for step in steps { try step.insert(into: database) }
      for refusal in refusals { try refusal.insert(into: database) }
      try preselection?.insert(into: database)
      for entry in candidates { try insert(entry, iteration: iteration.number, into: database) }
      for entry in listings { try insert(entry, into: database) }
      try insertCalculations(of: iteration.number, calculator: calculator, protocol: `protocol`, into: database)
      return try CalculationDetails.fetchAll(database, iteration: iteration.number)
    }
  }

  /// Records the outcome of a pending calculation, with all its attempts.
  ///
  /// - Parameters:
  ///   - calculation: The calculation's number.
  ///   - protocol: The protocol that was used, if it may differ from the one intended when the calculation was chosen,
  ///     as when a later version of the program has resumed the campaign.
  ///   - isReused: Whether the outcome was found in the cache.
  ///   - wallSeconds: The wall time in seconds.
  /// - Throws: `StoreError.outcomeAlreadyRecorded` if the calculation is no longer pending; `.unknown` if there is
  ///   none.
  public func recordOutcome(
    of calculation: Int, _ outcome: OutcomeEntry, by protocol: ProtocolEntry? = nil,
    attempts: [CalculationAttemptRecord], isReused: Bool = false, endedAt: Date = Date(), wallSeconds: Double
  ) throws(StoreError) {
    try write { database in
      try requireRunning(database)
      try end(
        calculation, outcome, by: `protocol`, isReused: isReused, at: endedAt, wallSeconds: wallSeconds, in: database)
      for attempt in attempts { try attempt.insert(into: database) }
    }
  }

  /// Records that the last calculation of an iteration has ended.
  ///
  /// - Throws: `StoreError.refused` if calculations of it are pending; `.unknown` if no such iteration is running.
  public func endIteration(_ number: Int, at time: Date = Date()) throws(StoreError) {
    try write { database in
      try database.execute(
        sql: "UPDATE iteration SET endedAt = ? WHERE number = ? AND endedAt IS NULL",
        arguments: [time.storedText, number])
      guard database.changesCount == 1 else {
        throw StoreError.unknown(path: path, what: "running iteration \(number)")
      }
    }
  }

  /// Records that the campaign has ended, with the reason.
  ///
  /// - Throws: `StoreError.campaignEnded` if it already has.
  public func endCampaign(_ reason: EndReason, message: String, at time: Date = Date()) throws(StoreError) {
    try write { database in
      try requireRunning(database)
      try endCampaign(reason, message: message, at: time, in: database)
    }
  }

  private func endCampaign(_ reason: EndReason, message: String, at time: Date, in database: Database) throws {
    try database.execute(
      sql: "UPDATE campaign SET endedAt = ?, endReason = ?, endMessage = ?",
      arguments: [time.storedText, reason.rawValue, message])
  }

  /// Records the calculator and protocol for the pending calculations, if they have changed since these were chosen.
  public func retargetPending(calculator: String, protocol: ProtocolEntry) throws(StoreError) {
    try write { database in
      let isAnyPending = try Bool.fetchOne(
        database, sql: "SELECT EXISTS (SELECT 1 FROM calculation WHERE state = 'pending')")
      guard isAnyPending == true else { return }
      try database.execute(
        sql: "UPDATE calculation SET calculator = ?1, protocol = ?2 WHERE state = 'pending'",
        arguments: [calculator, try number(of: `protocol`, in: database)])
    }
  }

  /// Records another text of the campaign file, which applies from the next iteration on. A campaign that has ended is
  /// reopened.
  ///
  /// - Parameter settings: All settings of the text, defaults included, as a JSON object of texts by key.
  public func reopenCampaign(
    specification: String, settings: String? = nil, at time: Date = Date()
  ) throws(StoreError) {
    try write { database in
      let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM specification") ?? 0
      try SpecificationRecord(
        number: last + 1, iteration: try nextIteration(database), text: specification, settings: settings,
        recordedAt: time
      ).insert(into: database)
      try reopen(database)
    }
  }

  /// Reopens a campaign that has ended, without a change of its campaign file.
  public func reopenCampaign() throws(StoreError) {
    try write { try reopen($0) }
  }

  /// Records the versions that are used from the next iteration on; unchanged ones stay as they are.
  ///
  /// - Parameter versions: All versions in use: a component that is missing is no longer used.
  public func recordVersions(_ versions: [VersionRecord]) throws(StoreError) {
    try write { database in
      let iteration = try nextIteration(database)
      let earlier = Dictionary(
        try VersionRecord.current(database).map { ($0.component, $0.version) }, uniquingKeysWith: { first, _ in first })
      let now = Dictionary(versions.map { ($0.component, $0.version) }, uniquingKeysWith: { first, _ in first })
      for component in Set(earlier.keys).union(now.keys).sorted() where earlier[component] != now[component] {
        // Another change before the next iteration replaces the first one, by which nothing was designed.
        try database.execute(
          sql: "DELETE FROM version WHERE component = ? AND iteration = ?", arguments: [component, iteration])
        try VersionChange(component: component, iteration: iteration, version: now[component]).insert(into: database)
      }
    }
  }

  /// Records properties that calculations may give from now on; existing ones stay as they are.
  public func recordProperties(_ properties: [PropertyRecord]) throws(StoreError) {
    try write { database in
      let known = Set(try PropertyRecord.fetchAll(database).map(\.name))
      for property in properties where !known.contains(property.name) { try property.insert(into: database) }
    }
  }
}

extension CampaignStore {
  func insert(_ entry: CandidateEntry, iteration: Int, into database: Database) throws {
    let molecule = try number(of: entry.molecule, in: database)
    try CandidateRecord(
      iteration: iteration, molecule: molecule, rank: entry.rank, acquisition: entry.acquisition,
      acquisitionWhenChosen: entry.acquisitionWhenChosen, decision: entry.decision, reason: entry.reason,
      parent: entry.parent, move: entry.move, position: entry.position, successProbability: entry.successProbability
    ).insert(into: database)
    for prediction in entry.predictions {
      try PredictionRecord(
        iteration: iteration, molecule: molecule, property: prediction.property, mean: prediction.mean,
        standardDeviation: prediction.standardDeviation
      ).insert(into: database)
    }
  }

  /// Stores the leave-one-out predictions of a fit, whose molecules are all in the record.
  private func insert(
    _ entries: [LeaveOneOutEntry], of property: String, iteration: Int, into database: Database
  ) throws {
    let query = try database.cachedStatement(sql: "SELECT id FROM molecule WHERE smiles = ?")
    let predictions = try entries.map { entry in
      guard let molecule = try Int.fetchOne(query, arguments: [entry.smiles]) else {
        throw StoreError.unknown(path: path, what: "molecule '\(entry.smiles)'")
      }
      return LeaveOneOutRecord.Prediction(
        molecule: molecule, mean: entry.mean, standardDeviation: entry.standardDeviation)
    }
    try LeaveOneOutRecord(iteration: iteration, property: property, predictions).insert(into: database)
  }

  /// Stores the place of a candidate in the pool, instead of that in an earlier pool.
  private func insert(_ entry: ListingEntry, into database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO listing (molecule, line, name) SELECT id, ?2, ?3 FROM molecule WHERE smiles = ?1
        ON CONFLICT (molecule) DO UPDATE SET line = excluded.line, name = excluded.name
        """
    ).execute(arguments: [entry.smiles, entry.line, entry.name])
  }

  /// The number of a molecule; a new molecule is stored under the next number.
  func number(of molecule: MoleculeEntry, in database: Database) throws -> Int {
    let known = try Int.fetchOne(
      database.cachedStatement(sql: "SELECT id FROM molecule WHERE smiles = ?"), arguments: [molecule.smiles])
    if let known { return known }
    let next = try Int.fetchOne(database.cachedStatement(sql: "SELECT coalesce(max(id), 0) + 1 FROM molecule")) ?? 1
    try MoleculeRecord(
      id: next, smiles: molecule.smiles, formula: molecule.formula, charge: molecule.charge,
      heavyAtomCount: molecule.heavyAtomCount, molecularWeight: molecule.molecularWeight
    ).insert(into: database)
    return next
  }

  /// The number of a protocol; a new protocol is stored under the next number.
  func number(of entry: ProtocolEntry, in database: Database) throws -> Int {
    let known = try Int.fetchOne(
      database, sql: "SELECT id FROM protocol WHERE json = ? AND programVersion = ? AND rdkitVersion = ?",
      arguments: [entry.json, entry.programVersion, entry.rdkitVersion])
    if let known { return known }
    let next = try Int.fetchOne(database, sql: "SELECT coalesce(max(id), 0) + 1 FROM protocol") ?? 1
    try ProtocolRecord(id: next, entry).insert(into: database)
    return next
  }

  /// Inserts a pending calculation for each chosen candidate of an iteration, in the batch's order.
  func insertCalculations(
    of iteration: Int, calculator: String, protocol: ProtocolEntry, into database: Database
  ) throws {
    let protocolNumber = try number(of: `protocol`, in: database)
    let last = try Int.fetchOne(database, sql: "SELECT max(id) FROM calculation") ?? 0
    let positions = try Int.fetchAll(
      database, sql: "SELECT position FROM candidate WHERE iteration = ? AND position IS NOT NULL ORDER BY position",
      arguments: [iteration])
    for (index, position) in positions.enumerated() {
      try CalculationRecord(
        id: last + index + 1, iteration: iteration, position: position, calculator: calculator, protocol: protocolNumber
      ).insert(into: database)
    }
  }

  /// Writes the outcome of a pending calculation.
  func end(
    _ calculation: Int, _ outcome: OutcomeEntry, by protocol: ProtocolEntry? = nil, isReused: Bool = false,
    at time: Date, wallSeconds: Double, in database: Database
  ) throws {
    guard let row = try CalculationRecord.fetch(database, id: calculation) else {
      throw StoreError.unknown(path: path, what: "calculation \(calculation)")
    }
    guard row.state == .pending else {
      throw StoreError.outcomeAlreadyRecorded(path: path, calculation: calculation)
    }
    var ended = try row.ended(outcome, at: time, wallSeconds: wallSeconds)
    ended.isReused = isReused
    if let `protocol` { ended.protocol = try number(of: `protocol`, in: database) }
    try TableRow(ended).update(database)
    try insertObservations(of: calculation, outcome, into: database)
  }

  /// Inserts the values from a calculation.
  func insertObservations(of calculation: Int, _ outcome: OutcomeEntry, into database: Database) throws {
    guard case .succeeded(let result) = outcome else { return }
    for entry in result.observations {
      try ObservationRecord(
        calculation: calculation, property: entry.property, value: entry.value, uncertainty: entry.uncertainty
      ).insert(into: database)
    }
  }

  /// The number of the next iteration to be designed.
  func nextIteration(_ database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT coalesce(max(number), -1) + 1 FROM iteration") ?? 0
  }

  /// Reopens the campaign: the controller decides again whether it has ended.
  func reopen(_ database: Database) throws {
    try database.execute(sql: "UPDATE campaign SET endedAt = NULL, endReason = NULL, endMessage = NULL")
  }

  func requireRunning(_ database: Database) throws {
    if try Bool.fetchOne(database, sql: "SELECT endedAt IS NOT NULL FROM campaign") ?? false {
      throw StoreError.campaignEnded(path: path)
    }
  }
}

extension CalculationRecord {
  /// The calculation with its outcome.
  func ended(_ outcome: OutcomeEntry, at time: Date, wallSeconds: Double) throws -> CalculationRecord {
    var ended = self
    ended.endedAt = time
    ended.wallSeconds = wallSeconds
    switch outcome {
    case .succeeded(let result):
      ended.state = .succeeded
      ended.isomer = result.isomer
      ended.geometry = result.geometry
      ended.atomicValues = try result.atomicValues.isEmpty ? nil : Self.json(result.atomicValues)
      ended.changes = result.changes.storedLines
      ended.notes = result.notes.storedLines
    case .failed(let failure):
      ended.state = .failed
      ended.failureClass = failure.failureClass
      ended.failureMessage = failure.message
      ended.evidence = failure.evidence
    }
    return ended
  }

  private static func json(_ values: [String: [Double]]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(values), as: UTF8.self)
  }
}
