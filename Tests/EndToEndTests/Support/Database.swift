import GRDB

/// SQLite as such, to make a database what no version of this program would.
enum Database {
  static func execute(_ sql: String, at path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { try $0.execute(sql: sql) }
    try database.close()
  }
}
