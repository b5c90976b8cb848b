import Calculation
import Campaign
import Foundation
import Prediction
import Workbench

/// A few molecules, as text of a kind.
private let smiles = [
  "CCO", "c1ccccc1O", "CC(=O)Nc1ccc(O)cc1", "C[C@H](N)C(=O)O", "C/C=C/Cl", "[NH4+]", "O=C=O", "*CC*",
  "FC(F)(F)c1ccncc1", "CS(C)=O",
]

/// Reads text as a file of molecules in a format, like `cohobate filter`.
private func filter(_ bytes: [UInt8], _ format: String) throws {
  _ = try FilterRun(.text(Data(bytes), format: format, column: nil), by: FilterCriteria())
    .run()
}

/// Tables of comma-separated values: with molecules, as `filter` reads them, and of values, as `pretrain` and `design` do.
struct CSVReader: FuzzedReader {
  static let words = ["\"", ",", "\r\n", "\n\n", "\"\"", ";", "\t", "smiles", "gap (eV)", "\u{FEFF}", "NaN", ">10"]
  let examples: [[UInt8]]
  private let path: String

  init(in folder: String) async throws {
    path = "\(folder)/table.csv"
    let rows = smiles.enumerated().map { "\($1),m\($0),\(Double($0) * 0.7 - 1),\"a, \"\"b\"\"\"\n" }.joined()
    let values = (1...20).map { "\(String(repeating: "C", count: $0))O,\($0),\(Double($0) / 3)\n" }.joined()
    examples = ["smiles,name,gap (eV),note\n" + rows, "\u{FEFF}SMILES,x,gap\r\n" + values].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws {
    try Data(bytes).write(to: URL(filePath: path))
    do { try filter(bytes, "csv") } catch { _ = try SourceTable(file: path, .init()) }
    _ = try SourceTable(file: path, .init())
  }
}

/// Lists of SMILES.
struct SMIReader: FuzzedReader {
  static let words = ["\t", " ", "\r", "[", "]", "(", "%", "*", "@@", "\\", "/", ".", "|$_AP1;;$|", "#"]
  let examples: [[UInt8]]

  init(in folder: String) async throws {
    examples = [Array(smiles.enumerated().map { "\($1) name \($0)\n" }.joined().utf8)]
  }

  func read(_ bytes: [UInt8]) async throws { try filter(bytes, "smi") }
}

/// SD files.
struct SDFReader: FuzzedReader {
  static let words = ["$$$$\n", "M  END\n", "V3000", "M  CHG  1   1  15\n", ">  <a>\n", "R#", "999", "  0  0\n"]
  let examples: [[UInt8]]

  init(in folder: String) async throws {
    let block = """
      ethanol
           test

        3  2  0  0  0  0  0  0  0  0999 V2000
          0.0000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
          1.5000    0.0000    0.0000 C   0  0  0  0  0  0  0  0  0  0  0  0
          2.2000    1.2000    0.0000 O   0  0  0  0  0  0  0  0  0  0  0  0
        1  2  1  0
        2  3  1  0
      M  END
      >  <gap>
      4.2

      $$$$

      """
    examples = [Array((block + block.replacing(" O ", with: " N ")).utf8)]
  }

  func read(_ bytes: [UInt8]) async throws { try filter(bytes, "sdf") }
}

/// Tables that `tell` reads.
struct ToldTableReader: FuzzedReader {
  static let words = ["failed", "yes", "0.0", "v_uncertainty", ",", "\"", "id", "smiles", "-", "n.d.", ">3"]
  let examples: [[UInt8]]
  private let property = Property(name: "v", unit: "eV", summary: "a value", source: "told")

  init(in folder: String) async throws {
    examples = [
      "id,smiles,v,v_uncertainty,failed,note\n1,CCO,2.5,0.1,,\n2,CCN,,,yes,\"lost, broken\"\n3,CCC,7,,,\n",
      "smiles,v\nCCO,1\nc1ccccc1,-2.5e3\n",
    ].map { Array($0.utf8) }
  }

  func read(_ bytes: [UInt8]) async throws {
    _ = try ToldTable(
      String(decoding: bytes, as: UTF8.self), name: "values.csv", properties: [property], wanted: [property.name])
  }
}
