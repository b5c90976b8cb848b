internal import GRDB

/// A calculation with its molecule.
public struct CalculationDetails: Sendable, Hashable {
  /// The calculation.
  public var calculation: CalculationRecord
  /// The molecule that is calculated.
  public var molecule: MoleculeRecord
}

/// An iteration with the state of its batch.
public struct IterationSummary: Sendable, Hashable {
  /// The iteration.
  public var iteration: IterationRecord
  /// The number of candidates put before the acquisition function.
  public var rankedCount: Int
  /// The number of molecules that the filter rejected.
  public var refusedCount: Int
  /// The number of candidates in the batch.
  public var chosenCount: Int
  /// The number of calculations of the batch that gave values.
  public var succeededCount: Int
  /// The number of calculations of the batch that failed.
  public var failedCount: Int
  /// The number of calculations of the batch that are not finished.
  public var pendingCount: Int
  /// The number of calculations of the batch that a person declined.
  public var declinedCount: Int
}

/// An observed value with the molecule and the iteration it belongs to.
public struct ObservationRow: Sendable, Hashable {
  /// The calculation's number.
  public var calculation: Int
  /// The iteration.
  public var iteration: Int
  /// The molecule's number.
  public var molecule: Int
  /// The molecule's canonical SMILES.
  public var smiles: String
  /// The property.
  public var property: String
  /// The value, in the property's unit.
  public var value: Double
  /// The standard uncertainty, in the property's unit: the spread over conformers, or what a person or program stated.
  public var uncertainty: Double?

  /// A value with its origin.
  public init(
    calculation: Int, iteration: Int, molecule: Int, smiles: String, property: String, value: Double,
    uncertainty: Double?
  ) {
    self.calculation = calculation
    self.iteration = iteration
    self.molecule = molecule
    self.smiles = smiles
    self.property = property
    self.value = value
    self.uncertainty = uncertainty
  }
}

/// Queries for the controller.
extension CampaignStore {
  /// The campaign.
  public func campaign() throws(StoreError) -> CampaignRecord {
    try read { database in
      guard let campaign = try CampaignRecord.fetchAll(database, sql: CampaignRecord.query).first else {
        throw StoreError.empty(path: path)
      }
      return campaign
    }
  }

  /// The current versions of the programs, libraries and sets of molecules, by name.
  public func versions() throws(StoreError) -> [VersionRecord] {
    try read { try VersionRecord.current($0) }
  }

  /// All versions that were used, by name and by the first iteration that they apply to.
  public func versionHistory() throws(StoreError) -> [VersionChange] {
    try read { try VersionChange.fetchAll($0, sql: "SELECT * FROM version ORDER BY component, iteration") }
  }

  /// All texts of the campaign file, in order; the last one is current.
  public func specifications() throws(StoreError) -> [SpecificationRecord] {
    try read { try SpecificationRecord.fetchAll($0, sql: "SELECT * FROM specification ORDER BY number") }
  }

  /// The properties that calculations give, by name.
  public func properties() throws(StoreError) -> [PropertyRecord] {
    try read { try PropertyRecord.fetchAll($0, sql: "SELECT * FROM property ORDER BY name") }
  }

  /// The protocols of the calculations, by number.
  public func protocols() throws(StoreError) -> [ProtocolRecord] {
    try read { try ProtocolRecord.fetchAll($0, sql: "SELECT * FROM protocol ORDER BY id") }
  }

  /// All iterations in order, each with the state of its batch.
  public func iterations() throws(StoreError) -> [IterationSummary] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT iteration.*,
            -- The indices have the ranks and the positions: no row of a candidate is read.
            (SELECT count(*) FROM candidate WHERE iteration = number AND rank IS NOT NULL) AS rankedCount,
            -- Not all rejected molecules are candidates, but all are counted.
            coalesce(
              (SELECT sum(refusal.count) FROM refusal WHERE refusal.iteration = number),
              (SELECT count(*) FROM candidate WHERE iteration = number AND rank IS NULL)) AS refusedCount,
            (SELECT count(*) FROM candidate WHERE iteration = number AND position IS NOT NULL) AS chosenCount,
            (SELECT count(*) FROM calculation WHERE iteration = number AND state = 'succeeded') AS succeededCount,
            (SELECT count(*) FROM calculation WHERE iteration = number AND state = 'failed') AS failedCount,
            (SELECT count(*) FROM calculation WHERE iteration = number AND state = 'pending') AS pendingCount,
            (SELECT count(*) FROM calculation WHERE iteration = number AND state = 'declined') AS declinedCount
          FROM iteration ORDER BY number
          """)
      return try rows.map { row in
        try IterationSummary(
          iteration: TableRow<IterationRecord>(row: row).record, rankedCount: row.decode(forColumn: "rankedCount"),
          refusedCount: row.decode(forColumn: "refusedCount"), chosenCount: row.decode(forColumn: "chosenCount"),
          succeededCount: row.decode(forColumn: "succeededCount"), failedCount: row.decode(forColumn: "failedCount"),
          pendingCount: row.decode(forColumn: "pendingCount"), declinedCount: row.decode(forColumn: "declinedCount"))
      }
    }
  }

  /// All iterations in order, without the counts of their batches.
  package func iterationRecords() throws(StoreError) -> [IterationRecord] {
    try read { try IterationRecord.fetchAll($0, sql: "SELECT * FROM iteration ORDER BY number") }
  }

  /// Calculations in order, all of them or those in one state or of one iteration.
  ///
  /// - Parameter first: The least number of a calculation.
  public func calculations(
    state: CalculationState? = nil, iteration: Int? = nil, from first: Int = 0
  ) throws(StoreError) -> [CalculationDetails] {
    try read { try CalculationDetails.fetchAll($0, state: state, iteration: iteration, from: first) }
  }

  /// The pending calculations, in order.
  public func pendingCalculations() throws(StoreError) -> [CalculationDetails] {
    try calculations(state: .pending)
  }

  /// All observed values in the calculations' order, then by property; optionally of one property only.
  ///
  /// - Parameter first: The least number of a calculation.
  public func observations(of property: String? = nil, from first: Int = 0) throws(StoreError) -> [ObservationRow] {
    try read { database in
      try ObservationRow.fetchAll(
        database, "WHERE (?1 IS NULL OR property = ?1) AND calculation >= ?2 ORDER BY calculation, property",
        [property, first])
    }
  }

  /// The numbers of the calculations that attempted more than one conformer of a molecule. Calculations of repeat units are left
  /// out: their uncertainty is that of the extrapolation from their chains. If the value of such a calculation has no
  /// uncertainty, its spread over the conformers is unknown, because all but one of them failed.
  ///
  /// - Parameter first: The least number of a calculation.
  public func calculationsOfSeveralConformers(from first: Int = 0) throws(StoreError) -> Set<Int> {
    try read { database in
      Set(
        try Int.fetchAll(
          database,
          sql: """
            SELECT attempt.calculation FROM attempt
              JOIN calculation ON calculation.id = attempt.calculation JOIN candidate USING (iteration, position)
              JOIN molecule ON molecule.id = candidate.molecule
            WHERE attempt.calculation >= ? AND instr(molecule.smiles, '*') = 0
            GROUP BY attempt.calculation HAVING count(DISTINCT attempt.conformer) > 1
            """,
          arguments: [first]))
    }
  }
}

extension VersionRecord {
  /// The current versions, by name.
  static func current(_ database: Database) throws -> [VersionRecord] {
    try VersionChange.fetchAll(
      database,
      sql: """
        SELECT component, max(iteration) AS iteration, version FROM version GROUP BY component ORDER BY component
        """
    ).compactMap { change in change.version.map { VersionRecord(component: change.component, version: $0) } }
  }
}

extension CalculationRecord {
  static func fetch(_ database: Database, id: Int) throws -> CalculationRecord? {
    try fetchAll(database, sql: "SELECT * FROM calculation WHERE id = ?", arguments: [id]).first
  }
}

extension CalculationDetails {
  static func fetchAll(
    _ database: Database, state: CalculationState? = nil, iteration: Int? = nil, from first: Int = 0
  ) throws -> [CalculationDetails] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT calculation.*, molecule.id AS moleculeID, smiles, formula, charge, heavyAtomCount, molecularWeight
        FROM calculation JOIN candidate USING (iteration, position) JOIN molecule ON molecule.id = candidate.molecule
        WHERE (?1 IS NULL OR state = ?1) AND (?2 IS NULL OR iteration = ?2) AND calculation.id >= ?3
        ORDER BY calculation.id
        """,
      arguments: [state?.rawValue, iteration, first])
    return try rows.map { row in
      try CalculationDetails(
        calculation: TableRow<CalculationRecord>(row: row).record,
        molecule: MoleculeRecord(
          id: row.decode(forColumn: "moleculeID"), smiles: row.decode(forColumn: "smiles"),
          formula: row.decode(forColumn: "formula"), charge: row.decode(forColumn: "charge"),
          heavyAtomCount: row.decode(forColumn: "heavyAtomCount"),
          molecularWeight: row.decode(forColumn: "molecularWeight")))
    }
  }
}

extension ObservationRow {
  static func fetchAll(
    _ database: Database, _ filterAndOrder: String, _ arguments: StatementArguments
  ) throws -> [ObservationRow] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM (
          SELECT observation.*, iteration, molecule, smiles
          FROM observation JOIN calculation ON calculation.id = observation.calculation
            JOIN candidate USING (iteration, position) JOIN molecule ON molecule.id = candidate.molecule)
        \(filterAndOrder)
        """,
      arguments: arguments)
    return try rows.map { row in
      try ObservationRow(
        calculation: row.decode(forColumn: "calculation"), iteration: row.decode(forColumn: "iteration"),
        molecule: row.decode(forColumn: "molecule"),
        smiles: row.decode(forColumn: "smiles"), property: row.decode(forColumn: "property"),
        value: row.decode(forColumn: "value"), uncertainty: row.decode(forColumn: "uncertainty"))
    }
  }
}
