internal import Chemistry
internal import Foundation

/// Counts the molecules of a file by the method that embedded them and the force field that relaxed them.
func embeddingSteps(_ arguments: [String]) throws {
  guard arguments.count == 1 else { throw BenchmarkError("Usage: cohobate-benchmark embedding-steps MOLECULES.smi") }
  let lines = try String(contentsOfFile: arguments[0], encoding: .utf8).split(whereSeparator: \.isNewline)
  var counts: [String: Int] = [:]
  for line in lines {
    let kind: String
    do throws(ChemistryError) {
      let geometries = try Molecule(smiles: String(line)).conformers(count: 1, seed: 1)
      let method = geometries.first?.embedding.map { $0.arrangement == nil ? $0.method : "ideal arrangement" } ?? "none"
      kind = "\(method), \(geometries.first?.forceField?.rawValue ?? "no force field")"
    } catch {
      kind = "\(error)".contains("cannot be read") ? "not read" : "not embedded: \(line)"
    }
    counts[kind, default: 0] += 1
  }
  for (kind, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) { print("\(count)  \(kind)") }
}
