extension Dictionary {
  /// Values by key; for a repeated key the first value. Rows of a damaged file may occur twice, whatever the schema
  /// says.
  package init(firstOf rows: some Sequence<(Key, Value)>) {
    self.init(rows) { first, _ in first }
  }
}
