internal import GRDB

/// A candidate with its predictions and its outcome.
public struct CandidateDetails: Sendable, Hashable {
  /// The candidate.
  public var candidate: CandidateRecord
  /// The molecule.
  public var molecule: MoleculeRecord
  /// Its predictions, by property.
  public var predictions: [PredictionRecord]
  /// Its calculation, if it was chosen.
  public var calculation: CalculationRecord?
  /// The protocol of its calculation.
  public var `protocol`: ProtocolRecord?
  /// The values from its calculation, by property.
  public var observations: [ObservationRecord]
}

/// Everything that a campaign knows about one molecule.
public struct MoleculeHistory: Sendable, Hashable {
  /// The molecule.
  public var molecule: MoleculeRecord
  /// Each time it was a candidate, by iteration.
  public var candidacies: [CandidateDetails]
  /// The attempts of its calculations, in order.
  public var attempts: [CalculationAttemptRecord]
}

/// One way in which a fit was made, and the number of values that the fit was made to.
package struct FittedWay: Sendable, Hashable {
  /// The way.
  package let transfer: TransferRecord
  /// The number of values.
  package let observationCount: Int

  /// A way of a fit to this number of values.
  package init(_ transfer: TransferRecord, observationCount: Int) {
    (self.transfer, self.observationCount) = (transfer, observationCount)
  }
}

/// Queries for reports.
extension CampaignStore {
  /// The candidates of an iteration: the ranked ones in order, then the rejected ones.
  public func candidates(of iteration: Int) throws(StoreError) -> [CandidateDetails] {
    try read { try CandidateDetails.fetchAll($0, "iteration", iteration) }
  }

  /// Everything known about the molecule with a number; `nil` if there is none.
  public func history(ofMolecule number: Int) throws(StoreError) -> MoleculeHistory? {
    try read { try MoleculeHistory.fetch($0, "id", number) }
  }

  /// Everything known about the molecule with a canonical SMILES; `nil` if it was never a candidate.
  public func history(ofSMILES smiles: String) throws(StoreError) -> MoleculeHistory? {
    try read { try MoleculeHistory.fetch($0, "smiles", smiles) }
  }

  /// All molecules that were candidates, in order.
  public func molecules() throws(StoreError) -> [MoleculeRecord] {
    try read { try MoleculeRecord.fetchAll($0, sql: "SELECT * FROM molecule ORDER BY id") }
  }

  /// All fits by iteration and property.
  public func fits() throws(StoreError) -> [FitRecord] {
    try read { try FitRecord.fetchAll($0, sql: "SELECT * FROM fit ORDER BY iteration, property") }
  }

  /// The leave-one-out predictions of the fits of an iteration, by property, in the calculations' order; none before
  /// schema 9.
  ///
  /// - Throws: `StoreError.damaged` if they cannot be read.
  package func leaveOneOut(of iteration: Int) throws(StoreError) -> [String: [LeaveOneOutRecord.Prediction]] {
    let records = try read { database in
      try LeaveOneOutRecord.fetchAll(
        database, sql: "SELECT * FROM leaveOneOut WHERE iteration = ?", arguments: [iteration])
    }
    var lists: [String: [LeaveOneOutRecord.Prediction]] = [:]
    for record in records {
      guard let list = record.list else {
        throw .damaged(path: path, reason: "the leave-one-out predictions of \(record.property) cannot be read")
      }
      lists[record.property] = list
    }
    return lists
  }

  /// The transfer models of an iteration with their weights, by property and weight.
  public func transfers(of iteration: Int) throws(StoreError) -> [TransferRecord] {
    try read { database in
      try TransferRecord.fetchAll(
        database, sql: "SELECT * FROM transfer WHERE iteration = ? ORDER BY property, rank", arguments: [iteration])
    }
  }

  /// The transfer models of all iterations with their weights, by iteration, property and weight.
  package func transfers() throws(StoreError) -> [TransferRecord] {
    try read { try TransferRecord.fetchAll($0, sql: "SELECT * FROM transfer ORDER BY iteration, property, rank") }
  }

  /// Every way of every fit that weighed several, by iteration, property and rank.
  package func fittedWays() throws(StoreError) -> [FittedWay] {
    let ways = try transfers()
    let all = try fits()
    let fits = Dictionary(grouping: all, by: \.iteration)
    return ways.map { way in
      let fit = fits[way.iteration]?.first { $0.property == way.property }
      // Every way has a fit: it is a foreign key.
      return FittedWay(way, observationCount: fit?.observationCount ?? 0)
    }
  }

  /// What the probability of success was learnt from in an iteration; `nil` if nothing was predicted.
  public func success(of iteration: Int) throws(StoreError) -> SuccessRecord? {
    try read { database in
      try SuccessRecord.fetchAll(
        database, sql: "SELECT * FROM success WHERE iteration = ?", arguments: [iteration]
      ).first
    }
  }

  /// What the batches were expected to bring, by iteration; none where nothing was expected.
  public func expectedGains() throws(StoreError) -> [ExpectedGainRecord] {
    try read { database in
      try ExpectedGainRecord.fetchAll(database, sql: "SELECT * FROM expectedGain ORDER BY iteration")
    }
  }

  /// How far a large pool was examined in each iteration where it was not examined as a whole.
  public func preselections() throws(StoreError) -> [PreselectionRecord] {
    try read { try PreselectionRecord.fetchAll($0, sql: "SELECT * FROM preselection ORDER BY iteration") }
  }

  /// The names of candidates in the pool, or else their identifiers, by canonical SMILES; nil if the record has the place of
  /// none.
  public func listedNames() throws(StoreError) -> [String: String]? {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT smiles, name FROM listing JOIN molecule ON molecule.id = listing.molecule")
      guard !rows.isEmpty else { return nil }
      var names: [String: String] = [:]
      for row in rows { names[try row.decode(forColumn: "smiles")] = try row.decode(String?.self, forColumn: "name") }
      return names
    }
  }

  /// The places of candidates in the pool, by molecule.
  public func listings() throws(StoreError) -> [ListingRecord] {
    try read { try ListingRecord.fetchAll($0, sql: "SELECT * FROM listing ORDER BY molecule") }
  }

  /// The mean of the time that programs ran for a calculation that has ended, in seconds; `nil` if no program ran.
  /// Outcomes from a cache took no time, and do not count.
  public func meanProgramSeconds() throws(StoreError) -> Double? {
    try read { database in
      try Double.fetchOne(
        database,
        sql: """
          SELECT sum(attempt.wallSeconds) / count(DISTINCT calculation.id)
          FROM attempt JOIN calculation ON calculation.id = attempt.calculation
          WHERE calculation.endedAt IS NOT NULL AND NOT calculation.isReused
          """)
    }
  }

  /// The reference points of all iterations that had one, by iteration and objective.
  public func referencePoints() throws(StoreError) -> [ReferencePointRecord] {
    try read { database in
      try ReferencePointRecord.fetchAll(database, sql: "SELECT * FROM referencePoint ORDER BY iteration, objective")
    }
  }

  /// The sampler's steps of an iteration, in order.
  public func designSteps(of iteration: Int) throws(StoreError) -> [DesignStepRecord] {
    try read { database in
      try DesignStepRecord.fetchAll(
        database, sql: "SELECT * FROM designStep WHERE iteration = ? ORDER BY number", arguments: [iteration])
    }
  }

  /// The reasons for which filters rejected molecules in an iteration, the most frequent first.
  public func refusals(of iteration: Int) throws(StoreError) -> [RejectionRecord] {
    try read { database in
      try RejectionRecord.fetchAll(
        database, sql: "SELECT * FROM refusal WHERE iteration = ? ORDER BY count DESC, reason",
        arguments: [iteration])
    }
  }

  /// The attempts of a calculation, in order.
  public func attempts(of calculation: Int) throws(StoreError) -> [CalculationAttemptRecord] {
    try read { try CalculationAttemptRecord.fetchAll($0, calculation: calculation) }
  }
}

extension CalculationAttemptRecord {
  fileprivate static func fetchAll(_ database: Database, calculation: Int) throws -> [CalculationAttemptRecord] {
    try fetchAll(
      database, sql: "SELECT * FROM attempt WHERE calculation = ? ORDER BY number", arguments: [calculation])
  }
}

extension CandidateDetails {
  /// A candidate's key: the iteration and the molecule's number.
  private struct Key: Hashable {
    let iteration: Int
    let molecule: Int
  }

  /// The candidates whose `column` (`iteration` or `molecule`) is `value`, in five queries regardless of their number.
  fileprivate static func fetchAll(_ database: Database, _ column: String, _ value: Int) throws -> [CandidateDetails] {
    let predictions = Dictionary(
      grouping: try PredictionRecord.fetchAll(
        database, sql: "SELECT * FROM prediction WHERE \(column) = ? ORDER BY property", arguments: [value])
    ) { Key(iteration: $0.iteration, molecule: $0.molecule) }

    let calculationRows = try Row.fetchAll(
      database,
      sql: """
        SELECT calculation.*, candidate.molecule FROM calculation JOIN candidate USING (iteration, position)
        WHERE candidate.\(column) = ?
        """, arguments: [value])
    var calculations: [Key: CalculationRecord] = [:]
    for row in calculationRows {
      let calculation = try TableRow<CalculationRecord>(row: row).record
      calculations[try Key(iteration: calculation.iteration, molecule: row.decode(forColumn: "molecule"))] = calculation
    }

    let protocols = Dictionary(firstOf: try ProtocolRecord.fetchAll(database).map { ($0.id, $0) })

    let observations = Dictionary(
      grouping: try ObservationRecord.fetchAll(
        database,
        sql: """
          SELECT observation.* FROM observation JOIN calculation ON calculation.id = observation.calculation
            JOIN candidate USING (iteration, position)
          WHERE candidate.\(column) = ? ORDER BY property
          """, arguments: [value]), by: \.calculation)

    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM candidate JOIN molecule ON molecule.id = candidate.molecule
        WHERE candidate.\(column) = ? ORDER BY iteration, rank IS NULL, rank, molecule
        """, arguments: [value])
    return try rows.map { row in
      let candidate = try TableRow<CandidateRecord>(row: row).record
      let key = Key(iteration: candidate.iteration, molecule: candidate.molecule)
      let calculation = calculations[key]
      return CandidateDetails(
        candidate: candidate, molecule: try TableRow<MoleculeRecord>(row: row).record,
        predictions: predictions[key] ?? [], calculation: calculation,
        protocol: calculation.flatMap { protocols[$0.protocol] },
        observations: calculation.flatMap { observations[$0.id] } ?? [])
    }
  }
}

extension MoleculeHistory {
  fileprivate static func fetch(
    _ database: Database, _ column: String, _ value: some DatabaseValueConvertible
  ) throws -> MoleculeHistory? {
    let found = try MoleculeRecord.fetchAll(
      database, sql: "SELECT * FROM molecule WHERE \(column) = ?", arguments: [value])
    guard let molecule = found.first else { return nil }
    let candidacies = try CandidateDetails.fetchAll(database, "molecule", molecule.id)
    return MoleculeHistory(
      molecule: molecule, candidacies: candidacies,
      attempts: try candidacies.compactMap(\.calculation).flatMap {
        try CalculationAttemptRecord.fetchAll(database, calculation: $0.id)
      })
  }
}
