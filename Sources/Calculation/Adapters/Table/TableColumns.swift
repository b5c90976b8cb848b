import Chemistry
import Files
import Tables

/// The properties of a table of known values, and the values of each molecule.
struct TableColumns {
  /// One property for each column of numbers, in their order.
  private(set) var properties: [Property] = []
  /// The molecules that have a row, in the order of the table.
  private(set) var molecules: [Molecule] = []
  /// The known values of each molecule, by canonical SMILES.
  private(set) var results: [String: CalculationResult] = [:]
  /// Which rows and columns were skipped or averaged, a sentence each.
  private(set) var notes: [String] = []

  private let table: MoleculeTable
  /// The properties that titles may name in several spellings.
  private let known: [Property]

  /// - Throws: `CalculatorSetupError.badFile` if there is no molecule or no number, or a title or unit is invalid.
  init(
    _ table: MoleculeTable, units: [String: String], wanted: [String], declared: [Property]
  ) throws(CalculatorSetupError) {
    self.table = table
    let names = Set(declared.map(\.name))
    known = declared + Property.known.filter { !names.contains($0.name) }
    let (molecules, allPlaces) = readMolecules()
    self.molecules = molecules
    guard !molecules.isEmpty else { throw bad((["it has no molecule."] + notes).joined(separator: " ")) }
    // What a failed calculation left behind is no value.
    let failed = WrittenTable.failedRows(of: table.records, titles: table.titles, besides: wanted)
    let places = allPlaces.enumerated().map { failed.contains($0.offset) ? nil : $0.element }
    var columns: [(property: Property, values: ValueColumn)] = []
    var columnPlaces: [Int] = []
    var titles: [String] = []
    var passedOver: [(title: String, reason: String)] = []
    for place in table.titles.indices where place != table.smilesColumn {
      let title = table.titles[place]
      let property = self.property(title, units: units, wanted: wanted)
      let isNamed = wanted.contains(property.name) || units[property.name] != nil
      if !isNamed, let reason = ColumnTitle.reasonToPassOver(place, among: table.titles) {
        if reason.hasPrefix("it has the uncertainties") { continue }
        passedOver.append((title, reason))
        continue
      }
      let values = ValueColumn(place, of: table.records, molecules: places, count: molecules.count)
      guard values.isNumeric else {
        let reason = values.leftOut.first.map { ValueColumn.problem(of: $0) } ?? "it is empty"
        if isNamed { throw bad("the column '\(title)' cannot be used: \(reason).") }
        passedOver.append((title, reason))
        continue
      }
      if let other = columns.first(where: { $0.property.name == property.name }) {
        throw bad("it has two columns of '\(other.property.name)'; rename or remove one.")
      }
      columns.append((property, values))
      columnPlaces.append(place)
      titles.append(title)
    }
    if let note = ColumnTitle.note(passingOver: passedOver) { notes.append(note) }
    notes += zip(columns, titles).compactMap { column, title in column.values.note(title: title) }
    guard !columns.isEmpty else {
      throw bad((["it has no column of numbers besides the SMILES."] + notes).joined(separator: " "))
    }
    let note = WrittenTable.note(
      onFailed: failed.filter { allPlaces[$0] != nil }, of: table.records, columns: columnPlaces)
    if let note { notes.append(note) }
    properties = columns.map(\.property)
    try checkUnits(units)
    noteRepeats(columns.map(\.values), of: molecules)
    var stated: [ValueColumn?] = []
    for column in columns { stated.append(try uncertainties(of: column.property, places, molecules)) }
    for (molecule, place) in zip(molecules, molecules.indices) {
      var (values, spreads): ([String: Double], [String: Double]) = ([:], [:])
      for (column, stated) in zip(columns, stated) {
        guard let value = column.values.values[place] else { continue }
        values[column.property.name] = value
        spreads[column.property.name] = column.values.spreads[place] ?? stated?.values[place]
      }
      results[molecule.smiles] = CalculationResult(values: values, spreads: spreads)
    }
  }

  /// The molecules, each once, and the index of each row's molecule.
  private mutating func readMolecules() -> (molecules: [Molecule], places: [Int?]) {
    let parsed = concurrentMap(table.records.count) { [records = table.records] in
      records[$0].molecule(allowsRepeatUnits: true)
    }
    var (molecules, known): ([Molecule], [Molecule: Int]) = ([], [:])
    var unreadable: [String] = []
    let places = zip(table.records, parsed).map { record, result -> Int? in
      switch result {
      case .failure(let problem):
        unreadable.append(problem.isWithoutStructure ? "\(problem)" : "line \(record.line): \(problem)")
        return nil
      case .success(let molecule):
        if known[molecule] == nil {
          known[molecule] = molecules.count
          molecules.append(molecule)
        }
        return known[molecule]
      }
    }
    if !unreadable.isEmpty {
      notes.append(
        "\(counted(unreadable.count, "row")) \(unreadable.count == 1 ? "is" : "are") ignored, having no molecule that can be "
          + "read: \(Self.firstFew(unreadable))")
    }
    return (molecules, places)
  }

  /// The first three of some texts, and how many more there are.
  private static func firstFew(_ texts: [String]) -> String {
    texts.prefix(3).joined(separator: texts[0].hasSuffix(".") ? " " : ", ")
      + (texts.count > 3 ? " And \(texts.count - 3) more." : texts[0].hasSuffix(".") ? "" : ".")
  }

  private mutating func noteRepeats(_ columns: [ValueColumn], of molecules: [Molecule]) {
    let repeated = molecules.indices.filter { place in columns.contains { $0.spreads[place] != nil } }
    guard !repeated.isEmpty else { return }
    let noun = molecules[repeated[0]].noun
    let names = repeated.prefix(3).map { "'\(molecules[$0].notation)'" }.joined(separator: ", ")
    let more = repeated.count > 3 ? " and \(repeated.count - 3) more" : ""
    notes.append(
      "\(counted(repeated.count, noun)) \(repeated.count == 1 ? "has" : "have") several rows, \(names)\(more): the value is the "
        + "mean, and its uncertainty their standard deviation.")
  }

  /// The uncertainties of a property's values in the table; nil if it has no such column.
  private mutating func uncertainties(
    of property: Property, _ places: [Int?], _ molecules: [Molecule]
  ) throws(CalculatorSetupError) -> ValueColumn? {
    let named = [(name: property.name, unit: property.unit)]
    let found = table.titles.firstIndex { title in
      let read = ColumnTitle(title, among: named)
      return read?.kind == .uncertainty && read?.contradicts(unit: property.unit) == false
    }
    guard let found else { return nil }
    let title = table.titles[found]
    let column = ValueColumn(found, of: table.records, molecules: places, count: molecules.count)
    if let negative = column.values.firstIndex(where: { ($0 ?? 0) < 0 }) {
      throw bad("the uncertainty of '\(molecules[negative].smiles)' in the column '\(title)' is negative.")
    }
    if let note = column.note(title: title) { notes.append(note) }
    return column
  }

  /// The property that a title means. An objective's property takes the column with that name, however it is spelt.
  private func property(_ title: String, units: [String: String], wanted: [String]) -> Property {
    func property(_ name: String, _ unit: String) -> Property {
      Property(name: name, unit: units[name] ?? unit, summary: "as tabulated")
    }
    if wanted.contains(title) || units[title] != nil {
      return known.first { $0.name == title } ?? property(title, "")
    }
    if let read = ColumnTitle(title, among: known.map { ($0.name, $0.unit) }), read.kind == .value,
      let named = known.first(where: { $0.name == read.property })
    {
      return read.contradicts(unit: named.unit) ? property(title, read.unit ?? "") : named
    }
    let read = ColumnTitle(title)
    return read.kind == .value && read.unit != nil ? property(read.property, read.unit ?? "") : property(title, "")
  }

  private func checkUnits(_ units: [String: String]) throws(CalculatorSetupError) {
    if let name = units.keys.filter({ name in !properties.contains { $0.name == name } }).min() {
      throw bad("a unit is given for '\(name)', which is not one of its columns.")
    }
    for known in Property.known {
      guard let unit = units[known.name], unit != known.unit else { continue }
      throw bad("'\(known.name)' is in \(known.unit) everywhere; values in \(unit) need a column of another name.")
    }
  }

  private func bad(_ problem: String) -> CalculatorSetupError { .badFile(table.name, problem: problem) }
}
