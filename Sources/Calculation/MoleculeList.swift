package import Chemistry
package import Tables

/// The records of a source, and their distinct molecules.
package struct MoleculeList {
  /// A record of the source.
  package struct Line {
    package let source: MoleculeTable.Record
    /// The molecule's index in `molecules`, or the reason why there is none.
    package let molecule: Result<Int, CalculationFailure>

    /// The molecule's index; nil if there is none.
    package var place: Int? { try? molecule.get() }
  }

  package let lines: [Line]
  /// The distinct molecules, in the order of their first lines.
  package let molecules: [Molecule]

  /// What one of them is called: `molecule`, or `composition`.
  package var noun: String { molecules.first?.noun ?? "molecule" }

  /// Reads the molecules on all cores.
  ///
  /// - Parameter withRepeatUnits: whether repeat units of polymers, whose ends are `*`, are accepted.
  package init(_ records: [MoleculeTable.Record], withRepeatUnits: Bool = false) {
    let parsed = concurrentMap(records.count) { records[$0].molecule(allowsRepeatUnits: withRepeatUnits) }
    var molecules: [Molecule] = []
    var places: [Molecule: Int] = [:]
    lines = zip(records, parsed).map { record, result in
      switch result {
      case .success(let molecule):
        if places[molecule] == nil {
          places[molecule] = molecules.count
          molecules.append(molecule)
        }
        return Line(source: record, molecule: .success(places[molecule] ?? 0))
      case .failure(let unreadable):
        return Line(source: record, molecule: .failure(CalculationFailure(.input, unreadable.description)))
      }
    }
    self.molecules = molecules
  }
}
