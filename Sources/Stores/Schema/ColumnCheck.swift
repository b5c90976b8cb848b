/// The CHECKs of columns that the schemas of all databases share.
enum ColumnCheck {
  /// A CHECK that a column is NULL or a time in UTC to the millisecond.
  static func time(_ column: String) -> String {
    "CHECK (\(column) IS NULL OR (\(column) GLOB '????-??-??T??:??:??.???Z' AND julianday(\(column)) IS NOT NULL))"
  }

  /// A CHECK that a column is NULL or a number that is neither infinite nor less than `lower`.
  static func finite(_ column: String, from lower: String? = nil) -> String {
    "CHECK (\(column) \(lower.map { ">= \($0)" } ?? "> -9e999") AND \(column) < 9e999)"
  }
}
