import GRDB

extension CampaignSchema {
  /// What version 9 adds.
  static func version9(_ database: Database) throws {
    try addCoordinates(to: database)
  }

  /// The hyper-parameters of each way of a fit, with which it can be fitted to further values without a search.
  private static func addCoordinates(to database: Database) throws {
    try database.execute(
      sql: """
        ALTER TABLE transfer ADD COLUMN coordinates TEXT
          CHECK (json_valid(coordinates) AND json_type(coordinates) = 'array')
        """)
  }
}
