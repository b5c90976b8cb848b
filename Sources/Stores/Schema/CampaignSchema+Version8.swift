internal import GRDB

extension CampaignSchema {
  /// The tables that version 8 adds, a function for each subject.
  static func version8(_ database: Database) throws {
    try addScreens(to: database)
    try addPools(to: database)
  }
}
