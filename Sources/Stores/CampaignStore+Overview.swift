internal import GRDB

/// A molecule that was considered and never chosen.
package struct ConsideredMolecule: Sendable, Hashable {
  /// The molecule's number.
  package let molecule: Int
  /// The canonical SMILES.
  package let smiles: String
  /// The first iteration that ranked it.
  package let iteration: Int
  /// How it was made then: `suffix regrowth`, `corpus` …
  package let move: String

  package init(molecule: Int, smiles: String, iteration: Int, move: String) {
    (self.molecule, self.smiles, self.iteration, self.move) = (molecule, smiles, iteration, move)
  }
}

/// Queries for pages that show a whole campaign.
extension CampaignStore {
  /// Every candidate that was chosen, with its predictions and its outcome, in the calculations' order.
  ///
  /// - Parameter known: All calculations, if they have been read.
  package func chosenCandidates(_ known: [CalculationDetails]? = nil) throws(StoreError) -> [CandidateDetails] {
    try read { database in
      let candidates = Dictionary(
        firstOf: try CandidateRecord.fetchAll(
          database,
          sql: "SELECT * FROM candidate WHERE (iteration, position) IN (SELECT iteration, position FROM calculation)"
        ).map { ($0.molecule, $0) })
      let predictions = Dictionary(
        grouping: try PredictionRecord.fetchAll(
          database,
          sql: """
            SELECT prediction.* FROM calculation CROSS JOIN candidate USING (iteration, position)
            CROSS JOIN prediction USING (iteration, molecule) ORDER BY property
            """), by: \.molecule)
      let observations = Dictionary(
        grouping: try ObservationRecord.fetchAll(
          database, sql: "SELECT * FROM observation ORDER BY calculation, property"), by: \.calculation)
      let protocols = Dictionary(firstOf: try ProtocolRecord.fetchAll(database).map { ($0.id, $0) })
      return try (known ?? CalculationDetails.fetchAll(database)).compactMap { details in
        // A molecule is chosen once.
        guard let candidate = candidates[details.molecule.id] else { return nil }
        return CandidateDetails(
          candidate: candidate, molecule: details.molecule, predictions: predictions[details.molecule.id] ?? [],
          calculation: details.calculation, protocol: protocols[details.calculation.protocol],
          observations: observations[details.calculation.id] ?? [])
      }
    }
  }

  /// Molecules that were ranked and never chosen, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - last: The last iteration of interest; nil for all.
  ///   - most: About how many to give. If there are more, every second, third … number is taken.
  package func consideredMolecules(upTo last: Int? = nil, most: Int) throws(StoreError) -> [ConsideredMolecule] {
    try read { database in
      let count =
        try Int.fetchOne(
          database, sql: "SELECT max(molecule) FROM candidate WHERE ?1 IS NULL OR iteration <= ?1", arguments: [last])
        ?? 0
      let step = max(1, (count + most - 1) / max(1, most))
      return try Row.fetchAll(
        database,
        sql: """
          SELECT molecule.id, smiles, min(iteration) AS iteration, move
          FROM molecule JOIN candidate ON candidate.molecule = molecule.id
          WHERE molecule.id % ?1 = 0 AND molecule.id <= ?2
          GROUP BY molecule.id
          HAVING sum(decision = 'chosen') = 0 AND sum(decision = 'passedOver') > 0
            AND (?3 IS NULL OR min(iteration) <= ?3)
          ORDER BY molecule.id
          """, arguments: [step, count, last]
      ).map { row in
        ConsideredMolecule(
          molecule: try row.decode(forColumn: "id"), smiles: try row.decode(forColumn: "smiles"),
          iteration: try row.decode(forColumn: "iteration"), move: try row.decode(forColumn: "move"))
      }
    }
  }

  /// The SMILES of molecules as they are drawn: of the isomer that was calculated, where there is one.
  ///
  /// - Parameter numbers: The molecules' numbers; those that are not there are left out.
  package func drawnSMILES(of numbers: [Int]) throws(StoreError) -> [(molecule: Int, smiles: String)] {
    try read { database in
      try numbers.compactMap { number in
        try String.fetchOne(
          database,
          sql: """
            SELECT coalesce(
              (SELECT isomer FROM candidate JOIN calculation USING (iteration, position)
               WHERE candidate.molecule = molecule.id AND isomer IS NOT NULL), smiles)
            FROM molecule WHERE id = ?
            """, arguments: [number]
        ).map { (number, $0) }
      }
    }
  }

  /// The time that programs ran for all calculations, in seconds, without those whose outcome was found in the cache.
  package func programSeconds() throws(StoreError) -> Double {
    try read { database in
      try Double.fetchOne(
        database,
        sql: """
          SELECT total(attempt.wallSeconds) FROM attempt JOIN calculation ON calculation.id = attempt.calculation
          WHERE NOT calculation.isReused
          """) ?? 0
    }
  }

  /// The calculated geometry of a molecule in XYZ format (ångström); nil if there is none.
  package func geometry(ofMolecule number: Int) throws(StoreError) -> String? {
    try read { database in
      try String.fetchOne(
        database,
        sql: """
          SELECT geometry FROM calculation JOIN candidate USING (iteration, position)
          WHERE molecule = ? AND geometry IS NOT NULL
          """, arguments: [number])
    }
  }

  /// Whether a copy in memory is read, because the file is of an older version: it does not follow the file.
  package var isCopy: Bool { database.path == ":memory:" }
}
