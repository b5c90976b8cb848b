extension Dictionary {
  /// Values by key, the first of a key's: rows of a damaged file may stand twice, whatever the schema says.
  package init(firstOf rows: some Sequence<(Key, Value)>) {
    self.init(rows) { first, _ in first }
  }
}
