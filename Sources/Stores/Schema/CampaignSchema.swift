internal import GRDB

/// The tables of a campaign, as named migrations. A released migration never changes: a new one follows it.
enum CampaignSchema {
  /// Marks an SQLite file as Cohobate's: `Coho` in ASCII.
  static let applicationID = 0x436F_686F

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { database in
      try database.execute(sql: version1)
    }
    migrator.registerMigration("v2") { database in
      try database.execute(sql: version2)
    }
    migrator.registerMigration("v3") { database in
      try database.execute(sql: version3)
    }
    migrator.registerMigration("v4") { database in
      try database.execute(sql: version4)
    }
    migrator.registerMigration("v5") { database in
      try database.execute(sql: version5)
    }
    migrator.registerMigration("v6") { database in
      try database.execute(sql: version6)
    }
    migrator.registerMigration("v7") { database in
      try database.execute(sql: version7)
    }
    migrator.registerMigration("v8") { database in
      try version8(database)
    }
    migrator.registerMigration("v9") { database in
      try database.execute(sql: version9)
    }
    migrator.registerMigration("v10") { database in
      try database.execute(sql: version10)
    }
    return migrator
  }()
}
