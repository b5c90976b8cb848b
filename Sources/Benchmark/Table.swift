internal import Chemistry
internal import Foundation

/// A molecule and its value.
struct LabelledMolecule {
  let molecule: Molecule
  let value: Double

  /// The rows of a CSV file whose first column has SMILES or, with the title `formula`, formulas; those that cannot be read or have no value are skipped.
  static func read(_ path: String, column: String) throws -> [LabelledMolecule] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let place = lines.first?.firstIndex(of: column) else {
      throw BenchmarkError("\(path) has no column \(column).")
    }
    let isOfFormulas = lines.first?.first == "formula"
    return lines.dropFirst().compactMap { fields in
      guard place < fields.count, let value = Double(fields[place]) else { return nil }
      let molecule =
        isOfFormulas ? try? Molecule(formula: fields[0]) : try? Molecule(smiles: fields[0], isRepeatUnit: true)
      return molecule.map { LabelledMolecule(molecule: $0, value: value) }
    }
  }
}

/// Prints a dictionary of results as a line of JSON, rounded to six digits.
func printResults(_ results: [String: Any]) throws {
  let rounded = results.mapValues { value -> Any in
    (value as? Double).map { Double(String(format: "%.6g", $0)) ?? $0 } ?? value
  }
  let data = try JSONSerialization.data(withJSONObject: rounded, options: [.sortedKeys, .withoutEscapingSlashes])
  Swift.print(String(decoding: data, as: UTF8.self))
}
