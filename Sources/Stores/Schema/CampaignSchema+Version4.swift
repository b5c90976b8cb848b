extension CampaignSchema {
  /// Fits are averages over transfer models, each with its weight.
  static let version4 = """
    CREATE TABLE transfer (
      iteration INTEGER NOT NULL,
      property TEXT NOT NULL,
      rank INTEGER NOT NULL CHECK (rank >= 1),
      sources TEXT NOT NULL CHECK (json_valid(sources) AND json_type(sources) = 'array'),
      parts TEXT NOT NULL CHECK (json_valid(parts) AND json_type(parts) = 'array'),
      weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
      logEvidence REAL NOT NULL \(ColumnCheck.finite("logEvidence")),
      leaveOneOutRMSE REAL NOT NULL \(ColumnCheck.finite("leaveOneOutRMSE", from: "0")),
      leaveOneOutLogDensity REAL NOT NULL \(ColumnCheck.finite("leaveOneOutLogDensity")),
      PRIMARY KEY (iteration, property, rank),
      FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property),
      CHECK ((json_array_length(sources) = 0) = (json_array_length(parts) = 0))
    ) STRICT, WITHOUT ROWID;
    """
}
