import Tables

/// The columns of the input that are written beside the predictions.
struct InputColumns {
  /// Columns that are written before those of the input.
  private enum Added: String {
    case smiles
    case name
    case identifier = "input_id"
  }

  /// Their titles.
  let titles: [String]
  private let added: [Added]
  private let places: [Int]

  /// The columns of an input. A table has SMILES, names and identifiers among its columns; for other inputs they are added.
  /// A column with the title of a new one is left out.
  ///
  /// - Parameter new: The titles of the columns of predictions.
  init(_ contents: MoleculeSource.Contents, besides new: [String]) {
    let (records, titles) = (contents.records, contents.titles)
    var added: [Added] = []
    if contents.smilesColumn == nil {
      added.append(.smiles)
      if records.contains(where: { $0.name != nil }) { added.append(.name) }
      // In an SD file it is a data field.
      if titles.isEmpty, records.contains(where: { $0.identifier != nil }) { added.append(.identifier) }
    }
    let taken = Set((added.map(\.rawValue) + new).map { $0.lowercased() })
    let places = titles.indices.filter { $0 == contents.smilesColumn || !taken.contains(titles[$0].lowercased()) }
    (self.added, self.places) = (added, places)
    self.titles = added.map(\.rawValue) + places.map { titles[$0] }
  }

  /// The cells of a record.
  ///
  /// - Parameter smiles: Its canonical SMILES; nil if the record is not a molecule.
  func cells(of record: MoleculeTable.Record, smiles: String?) -> [String] {
    let first = added.map { column -> String in
      switch column {
      case .smiles: record.input.isEmpty ? smiles ?? "" : record.input
      case .name: record.name ?? ""
      case .identifier: record.identifier ?? ""
      }
    }
    return first + places.map { record.field($0) }
  }
}
