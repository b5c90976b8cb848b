extension CampaignSchema {
  /// Attempts say where they ran; each fit keeps what it predicts of every molecule that it learnt from when that one is left
  /// out; and each way of a fit keeps its hyper-parameters.
  ///
  /// - `machine` is NULL where it was not known, as in all attempts before this version. It is no part of what a campaign
  ///   found: the same campaign may run in other places.
  /// - `leaveOneOut.predictions` has 20 bytes for each molecule, since a row for each would make it twice as large. A large
  ///   campaign has tens of thousands of them.
  /// - `transfer.coordinates` are the hyper-parameters with which a way is fitted to further values without a search.
  static let version9 = """
    ALTER TABLE attempt ADD COLUMN machine TEXT CHECK (machine <> '');
    ALTER TABLE extraAttempt ADD COLUMN machine TEXT CHECK (machine <> '');

    CREATE TABLE leaveOneOut (
      iteration INTEGER NOT NULL,
      property TEXT NOT NULL,
      predictions BLOB NOT NULL CHECK (length(predictions) > 0 AND length(predictions) % 20 = 0),
      PRIMARY KEY (iteration, property),
      FOREIGN KEY (iteration, property) REFERENCES fit(iteration, property)
    ) STRICT;

    ALTER TABLE transfer ADD COLUMN coordinates TEXT
      CHECK (coordinates IS NULL OR (json_valid(coordinates) AND json_type(coordinates) = 'array'));
    """
}
