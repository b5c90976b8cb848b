import Calculation
import Chemistry
package import Files
import Foundation
import GaussianProcess
import Tables
package import TransferLearning

extension SourceTable {
  /// The selected columns.
  package struct Selection: Sendable {
    /// The column with the SMILES; nil for `smiles`, in any case.
    package var smiles: String?
    /// The columns to learn, each as `COLUMN` or `COLUMN=UNIT`; empty for all numeric ones.
    package var properties: [String]

    /// A selection.
    package init(smiles: String? = nil, properties: [String] = []) {
      (self.smiles, self.properties) = (smiles, properties)
    }
  }

  /// Reads a table of values: a `.csv` file with a column of SMILES, or an `.sdf` file with data fields.
  ///
  /// Cells without a number, such as `NA` or `>10`, are left out with a note; several values of a molecule are
  /// averaged.
  ///
  /// - Throws: `CampaignError` of kind `.input` if the file cannot be read, lacks a requested column or has nothing to
  ///   learn. Rows that are not molecules are ignored with a note, and so are columns that are not numeric, unless
  ///   they were requested.
  package init(file path: String, _ selection: Selection) throws(CampaignError) {
    let table: MoleculeTable
    do throws(MoleculeFileError) {
      table =
        try MoleculeTable.Format(path: path) == .sdf
        ? MoleculeTable(path: path, column: selection.smiles, readsData: true)
        : MoleculeTable(fileBytes(path), .csv, name: path, column: selection.smiles)
    } catch {
      throw CampaignError(.input, error.description)
    }
    let asked = try Self.asked(selection.properties, in: table)
    let rows = MoleculeList(table.records, withRepeatUnits: true)
    let noun = rows.noun
    var notes = table.notes + Self.notes(on: rows, noun)
    guard !rows.molecules.isEmpty else {
      let title = table.smilesColumn.map { table.titles[$0] }
      let isOfFormulas = title.map(isFormulaTitle) ?? false
      let place = title.map {
        ": no cell of the column '\($0)' is \(isOfFormulas ? "a formula" : "a SMILES") that can be read; name another with --smiles"
      }
      let noun = isOfFormulas ? "composition" : "molecule"
      let sentences = ["There is no \(noun) in '\(path)'\(place ?? "")."] + Self.notes(on: rows, noun)
      throw CampaignError(.input, sentences.joined(separator: " "))
    }
    // What a failed calculation left behind is no value.
    let failed = WrittenTable.failedRows(
      of: table.records, titles: table.titles, besides: asked.map { table.titles[$0.column] })
    let allPlaces = rows.lines.map(\.place)
    let places = allPlaces.enumerated().map { failed.contains($0.offset) ? nil : $0.element }
    var columns: [Column] = []
    var columnPlaces: [Int] = []
    var passedOver: [(title: String, reason: String)] = []
    for index in table.titles.indices where index != table.smilesColumn {
      let request = asked.first { $0.column == index }
      guard asked.isEmpty || request != nil else { continue }
      let title = table.titles[index]
      let values = ValueColumn(index, of: table.records, molecules: places, count: rows.molecules.count)
      guard let problem = Self.reasonToPassOver(index, values, of: noun, in: table.titles, isAsked: request != nil)
      else {
        let column = Column(
          property: Self.property(title: title, unit: request?.unit), values: values.values, rows: values.rows,
          title: title)
        if let other = columns.first(where: { $0.property.name == column.property.name }) {
          throw CampaignError(
            .input,
            "'\(path)' has two columns of '\(other.property.name)', '\(other.title ?? "")' and '\(title)'; rename or remove one."
          )
        }
        columns.append(column)
        columnPlaces.append(index)
        if let note = values.note(title: title) { notes.append(note) }
        if values.repeated > 0 {
          notes.append(
            "Several values of '\(title)' were given for \(counted(values.repeated, noun)): their average is used."
          )
        }
        continue
      }
      guard request == nil else {
        throw CampaignError(.input, "The column '\(title)' of '\(path)' cannot be learnt: \(problem).")
      }
      passedOver.append((title, problem))
    }
    if let note = ColumnTitle.note(passingOver: passedOver) { notes.append(note) }
    let note = WrittenTable.note(
      onFailed: failed.filter { allPlaces[$0] != nil }, of: table.records, columns: columnPlaces)
    if let note { notes.append(note) }
    guard !columns.isEmpty else {
      throw CampaignError(
        .input,
        "There is nothing to learn in '\(path)': it has no column of at least \(Self.fewestValues) different "
          + "\(noun)s' numbers. \(notes.joined(separator: " "))")
    }
    self.init(
      source: URL(fileURLWithPath: path).lastPathComponent, molecules: rows.molecules, columns: columns, notes: notes)
    names = Array(repeating: nil, count: rows.molecules.count)
    for line in rows.lines {
      if let place = line.place, names[place] == nil { names[place] = line.source.name }
    }
  }

  /// Reads a table of values and tells its notes.
  ///
  /// - Throws: `CampaignError` of kind `.input` as `init(file:_:)` does.
  package init(
    file path: String, _ selection: Selection, tell: (DirectDesignEvent) -> Void
  ) throws(CampaignError) {
    try self.init(file: path, selection)
    for note in notes { tell(.note(note)) }
  }

  /// The reason why a column is not learnt; nil if it can be.
  private static func reasonToPassOver(
    _ place: Int, _ values: ValueColumn, of noun: String, in titles: [String], isAsked: Bool
  ) -> String? {
    if !isAsked, let reason = ColumnTitle.reasonToPassOver(place, among: titles) { return reason }
    if let cell = values.leftOut.first(where: { !$0.isMissing }), !values.isNumeric {
      return ValueColumn.problem(of: cell)
    }
    return reasonToPassOver(values.values, of: noun)
  }

  /// The reason why values are not learnt; nil if they can be.
  private static func reasonToPassOver(_ values: [Double?], of noun: String) -> String? {
    let values = values.compactMap(\.self)
    if values.isEmpty { return "it is empty" }
    if values.count < fewestValues {
      return "it has the values of \(counted(values.count, noun)) only, and a model needs \(fewestValues)"
    }
    return Standardization(values, spreadOfConstantValues: 0).spread == 0 ? "all its values are equal" : nil
  }

  /// The requested columns. A title may contain an equals sign: then the whole text is the title.
  private static func asked(
    _ texts: [String], in table: MoleculeTable
  ) throws(CampaignError) -> [(column: Int, unit: String?)] {
    var asked: [(column: Int, unit: String?)] = []
    for text in texts {
      let equals = text.lastIndex(of: "=")
      let name = equals.map { String(text[..<$0]) } ?? text
      let unit = equals.map { String(text[text.index(after: $0)...]) }
      let whole = table.titles.firstIndex(of: text)
      // `gap` means the column `gap (eV)` if no column is called `gap`.
      guard
        let place = whole ?? table.titles.firstIndex(of: name)
          ?? table.titles.firstIndex(where: { property(title: $0, unit: nil).name == name })
          ?? property(title: name, unit: nil).placed(in: table.titles)
      else {
        throw CampaignError(
          .input,
          "'\(table.name)' has no column '\(name)'; it has \(table.titles.joined(separator: ", "))."
            + suggestion(for: name, among: table.titles))
      }
      guard !asked.contains(where: { $0.column == place }) else {
        throw CampaignError(.input, "The column '\(name)' is named twice; name it once.")
      }
      asked.append((place, whole == nil ? unit : nil))
    }
    return asked
  }

  /// The property of a title: a known one in any spelling (`gap (eV)`, `gap_eV`) gets its name and unit; any other gets
  /// the unit in brackets at the end of its title.
  package static func property(title: String, unit: String?) -> SourceModelDocument.PredictedProperty {
    if let read = ColumnTitle(title, among: Property.known.map { ($0.name, $0.unit) }), read.kind == .value,
      let known = Property.known.first(where: { $0.name == read.property })
    {
      // In another unit it counts as another property, so that the two are never mixed.
      guard !read.contradicts(unit: known.unit) else {
        return .init(name: title, unit: unit ?? read.unit ?? "", summary: "")
      }
      return .init(name: known.name, unit: unit ?? known.unit, summary: known.summary)
    }
    let read = ColumnTitle(title)
    guard read.kind == .value, let inBrackets = read.unit, !read.property.isEmpty else {
      return .init(name: title, unit: unit ?? "", summary: "")
    }
    return .init(name: read.property, unit: unit ?? inBrackets, summary: "")
  }

  private static func notes(on rows: MoleculeList, _ noun: String) -> [String] {
    var notes: [String] = []
    let refused = rows.lines.compactMap { line -> (Int, String)? in
      guard case .failure(let failure) = line.molecule else { return nil }
      return (line.source.line, failure.message)
    }
    if let first = refused.first {
      notes.append(
        refused.count == 1
          ? "Line \(first.0) is ignored: \(first.1)"
          : "\(refused.count) rows are ignored, since they are no \(noun)s; the first is on line \(first.0): \(first.1)"
      )
    }
    let repeated = rows.lines.count - refused.count - rows.molecules.count
    if repeated > 0 {
      notes.append(
        "\(counted(repeated, "row")) \(repeated == 1 ? "repeats" : "repeat") the \(noun) of an earlier one.")
    }
    return notes
  }
}

extension SourceModelDocument.PredictedProperty {
  /// The index of the column of the same property.
  fileprivate func placed(in titles: [String]) -> Int? {
    titles.firstIndex { SourceTable.property(title: $0, unit: nil).name == name }
  }
}
