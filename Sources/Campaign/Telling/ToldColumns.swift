import Calculation
import Files
import Tables

/// The meanings of the titles of a table of values.
struct ToldColumns {
  /// The meaning of a column.
  enum Column: Hashable {
    case number, smiles, failed, note
    case value(String)
    case uncertainty(String)
    /// A column that was handed out for people to read, or does not belong to the campaign.
    case ignored
  }

  /// One for each title.
  let columns: [Column]
  /// A note on the columns that are ignored; empty if all are understood.
  let notes: [String]

  /// - Throws: `CampaignError` of kind `.input` if it is unclear which molecules or values are meant.
  ///
  /// - Parameter isOfCompositions: whether `formula` names the materials, as `smiles` does those that are molecules.
  init(
    titles: [String], of name: String, properties: [Property], isOfCompositions: Bool = false
  ) throws(CampaignError) {
    let known = properties.map { (name: $0.name, unit: $0.unit) }
    var columns: [Column] = []
    var unknown: [String] = []
    for title in titles {
      let isFormula = isOfCompositions && isFormulaTitle(title)
      let column = isFormula ? .smiles : try Self.column(title, in: name, properties: known)
      guard column == nil || column == .ignored || !columns.contains(where: { $0 == column }) else {
        throw CampaignError(.input, "\(name): There are two columns '\(title)'; keep one.")
      }
      columns.append(column ?? .ignored)
      if column == nil { unknown.append(title) }
    }
    guard columns.contains(.number) || columns.contains(.smiles) else {
      throw CampaignError(.input, "\(name): There is no column 'id' or 'smiles' that says which molecules are meant.")
    }
    let absent = properties.map(\.name).filter { !columns.contains(.value($0)) }
    let hasNothing = absent.count == properties.count && !columns.contains(.failed)
    // A typing error in a title would lose its column.
    if let slip = unknown.first(where: { nearestName(to: ColumnTitle($0).property, among: absent) != nil })
      ?? (hasNothing ? "" : nil)
    {
      let wanted = properties.map { ColumnTitle.text($0.name, unit: $0.unit) }.joined(separator: ", ")
      throw CampaignError(
        .input,
        slip.isEmpty
          ? "\(name): There is no column with values of the campaign: \(wanted), or 'failed'."
          : "\(name): The column '\(slip)' is unknown; the columns may be id, smiles, \(wanted), failed, note."
            + suggestion(for: ColumnTitle(slip).property, among: absent))
    }
    self.columns = columns
    notes =
      unknown.isEmpty
      ? []
      : [
        "\(unknown.count == 1 ? "This column is" : "These columns are") ignored: \(unknown.joined(separator: ", "))."
      ]
  }

  /// The meaning of a title; nil if it does not belong to the campaign.
  private static func column(
    _ title: String, in name: String, properties: [(name: String, unit: String)]
  ) throws(CampaignError) -> Column? {
    if let read = ColumnTitle(title, among: properties) {
      let unit = properties.first { $0.name == read.property }?.unit ?? ""
      if let problem = read.problem(withUnit: unit) {
        throw CampaignError(.input, "\(name): The column '\(title)' \(problem); convert the values.")
      }
      switch read.kind {
      case .value: return .value(read.property)
      case .uncertainty: return .uncertainty(read.property)
      case .predicted, .deviation, .confirmed: return .ignored
      }
    }
    switch title.lowercased() {
    case "id": return .number
    case "smiles": return .smiles
    case "failed": return .failed
    case "note": return .note
    // Further columns of `suggest`, for people to read.
    case let title: return WrittenTable.suggest.columns.contains { $0.title == title } ? .ignored : nil
    }
  }
}

/// The meaning of a cell under `failed`.
enum FailureMark: Sendable, Hashable {
  case no
  /// The reason, if the cell has one.
  case yes(reason: String?)
  /// The cell is ambiguous.
  case unclear

  /// Reads a cell.
  init(_ text: String) {
    switch CellValue(text) {
    case .empty, .missing: self = .no
    case .number(let value): self = value == 0 ? .no : value == 1 ? .yes(reason: nil) : .unclear
    case .censored: self = .unclear
    case .other:
      switch text.lowercased() {
      case "no", "n", "false", "f", "ok", "pass", "passed", "succeeded", "success", "not failed", "calculated":
        self = .no
      case "yes", "y", "true", "t", "x", "fail", "failed", "failure", "✓", "✔": self = .yes(reason: nil)
      default: self = text.contains(where: \.isLetter) ? .yes(reason: text) : .unclear
      }
    }
  }
}
