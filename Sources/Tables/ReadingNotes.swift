/// What a person should know of the reading of a file's records, which may be added part by part.
struct ReadingNotes: Sendable {
  private var mixtures = Tally()
  private var unclearNames = Tally()

  private struct Tally: Sendable {
    var count = 0
    var firstLine: Int?

    mutating func add(_ records: [MoleculeTable.Record]) {
      count += records.count
      firstLine = firstLine ?? records.first?.line
    }
  }

  /// Takes account of further records.
  mutating func add(_ records: [MoleculeTable.Record]) {
    mixtures.add(records.filter(\.isMixture))
    unclearNames.add(records.filter { $0.name?.contains("\u{FFFD}") == true })
  }

  /// The notes, a sentence each.
  var sentences: [String] {
    var notes: [String] = []
    if let first = mixtures.firstLine {
      notes.append(
        "\(counted(mixtures.count, "molecule")) \(mixtures.count == 1 ? "is" : "are") labelled as a mixture of stereoisomers or as "
          + "one of unknown configuration (line \(first)\(mixtures.count > 1 ? " first" : "")): the one that is written is taken."
      )
    }
    if let first = unclearNames.firstLine {
      notes.append(
        "\(counted(unclearNames.count, "name")) \(unclearNames.count == 1 ? "is" : "are") not UTF-8 (line \(first)"
          + "\(unclearNames.count > 1 ? " first" : "")), and shown with \u{FFFD} for what cannot be read.")
    }
    return notes
  }
}
