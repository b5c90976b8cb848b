internal import Chemistry
internal import Foundation

/// The cost of RDKit's part of a calculation: reading the SMILES of a table, and one conformer of each, relaxed by the
/// force field. The remaining time of a calculation, outside its program, is Cohobate's own.
func embedding(_ arguments: [String]) throws {
  guard arguments.count == 1 else { throw BenchmarkError("Usage: cohobate-benchmark embedding MOLECULES.smi") }
  let lines = try String(contentsOfFile: arguments[0], encoding: .utf8).split(whereSeparator: \.isNewline)
  guard !lines.isEmpty else { throw BenchmarkError("\(arguments[0]) has no line.") }
  let count = Measurement.print("read and embed", size: lines.count) {
    lines.count { line in
      guard let molecule = try? Molecule(smiles: String(line)) else { return false }
      return (try? molecule.conformers(count: 1, seed: 1))?.isEmpty == false
    }
  }
  guard count > 0 else { throw BenchmarkError("Nothing in \(arguments[0]) could be embedded.") }
}
