import Calculation
import Chemistry
import MolecularDesign

/// The lines of a source, and the molecules in them, each of them once.
struct MoleculeList {
  /// What a line of the source gives.
  struct Line {
    let source: SMILESLine
    /// The molecule's place in `molecules`, or why there is none.
    let molecule: Result<Int, CalculationFailure>
  }

  let lines: [Line]
  /// In the order of their first lines.
  let molecules: [Molecule]

  /// Reads the SMILES on all cores.
  ///
  /// - Parameter withRepeatUnits: whether repeat units of polymers are welcome, whose ends are `*`.
  init(_ source: [SMILESLine], withRepeatUnits: Bool = false) {
    let parsed = concurrentMap(source.count) { index in
      Result { () throws(ChemistryError) in
        try Molecule(smiles: source[index].smiles, isRepeatUnit: withRepeatUnits)
      }
    }
    var molecules: [Molecule] = []
    var places: [Molecule: Int] = [:]
    lines = zip(source, parsed).map { line, result in
      if let problem = line.problem {
        return Line(
          source: line,
          molecule: .failure(CalculationFailure(.input, "Line \(line.number) is not read: \(problem).")))
      }
      switch result {
      case .success(let molecule):
        if places[molecule] == nil {
          places[molecule] = molecules.count
          molecules.append(molecule)
        }
        return Line(source: line, molecule: .success(places[molecule] ?? 0))
      case .failure(let error):
        let message = line.smiles.isEmpty ? "There is no SMILES on line \(line.number)." : "\(error)"
        return Line(source: line, molecule: .failure(CalculationFailure(.input, message)))
      }
    }
    self.molecules = molecules
  }
}
