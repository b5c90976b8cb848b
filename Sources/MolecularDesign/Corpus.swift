import CCorpus
public import Chemistry
import Files
import Foundation

/// The molecules a language model learns from, each of them once.
public struct Corpus: Sendable {
  /// The molecules, in the order of the file.
  public let molecules: [Molecule]
  /// Their names, where the file gives one.
  public let names: [String?]
  /// How often each counts, where the file says so; all 1 where it does not. Of a molecule on several lines, the sum.
  public let weights: [Double]
  /// The lines left out, in the order of the file.
  public let refusedLines: [RefusedLine]
  /// How many lines were left out because an earlier one is the same molecule.
  public let duplicateCount: Int

  /// The corpus that comes with the program.
  public static func builtIn() throws(DesignError) -> Corpus {
    try Corpus(lines: SMILESLines.lines(of: builtInText), source: "built into the program")
  }

  /// Reads a file of SMILES.
  ///
  /// - `.smi`: a SMILES per line, then white space and perhaps a name; lines that start with `#` are comments.
  /// - `.csv`: comma-separated, the first line naming the columns. The SMILES stand in `smilesColumn`, or else in the
  ///   column called `smiles` in capitals or not; names in the column called `name`, if there is one.
  ///
  /// Lines that give no molecule of one component are left out, and kept in ``refusedLines``.
  ///
  /// - Parameters:
  ///   - weightColumn: the column of a `.csv` with a positive number for each molecule.
  ///   - allowsRepeatUnits: whether repeat units, with ends written `*`, are molecules too.
  public init(
    path: String, smilesColumn: String? = nil, weightColumn: String? = nil, allowsRepeatUnits: Bool = false
  ) throws(DesignError) {
    let read: (String) throws(DesignError) -> [SMILESLine]
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "smi", "smiles": read = SMILESLines.lines
    case "csv":
      read = { text throws(DesignError) in
        try SMILESLines.rows(of: text, path: path, column: smilesColumn, weightColumn: weightColumn)
      }
    default: throw .unknownFormat(path: path)
    }
    let bytes: Data
    do {
      bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadableFile(path: path, reason: fileProblem(error, at: path))
    }
    try self.init(
      lines: read(String(decoding: bytes, as: UTF8.self)), source: path, allowsRepeatUnits: allowsRepeatUnits)
  }

  /// Parses the lines on all cores.
  package init(lines: [SMILESLine], source: String, allowsRepeatUnits: Bool = false) throws(DesignError) {
    let parsed = concurrentMap(lines.count) { index in Self.parse(lines[index], allowsRepeatUnits: allowsRepeatUnits) }
    var molecules: [Molecule] = []
    var names: [String?] = []
    var weights: [Double] = []
    var refused: [RefusedLine] = []
    var known: [Molecule: Int] = [:]
    for (line, result) in zip(lines, parsed) {
      switch result {
      case .success(let (molecule, weight)):
        if let place = known[molecule] {
          if line.weight != nil { weights[place] += weight }
          continue
        }
        known[molecule] = molecules.count
        molecules.append(molecule)
        names.append(line.name)
        weights.append(weight)
      case .failure(let refusal):
        refused.append(RefusedLine(line: line.number, text: line.smiles, reason: refusal.reason))
      }
    }
    guard !molecules.isEmpty else { throw .emptyCorpus(path: source, firstRefusal: refused.first) }
    self.molecules = molecules
    self.names = names
    self.weights = weights
    refusedLines = refused
    duplicateCount = lines.count - molecules.count - refused.count
  }

  private struct Refusal: Error {
    let reason: String
  }

  private static func parse(_ line: SMILESLine, allowsRepeatUnits: Bool) -> Result<(Molecule, Double), Refusal> {
    if let problem = line.problem { return .failure(Refusal(reason: problem)) }
    guard !line.smiles.isEmpty else { return .failure(Refusal(reason: "there is no SMILES")) }
    let weight = line.weight.map { Double($0) ?? .nan } ?? 1
    guard weight > 0, weight <= 1e6 else {
      return .failure(
        Refusal(reason: "its weight \u{201C}\(line.weight ?? "")\u{201D} is no positive number up to 1000000"))
    }
    do {
      let molecule = try Molecule(smiles: line.smiles, isRepeatUnit: allowsRepeatUnits)
      _ = try ExtendedSMILES(smiles: molecule.smiles)
      return .success((molecule, weight))
    } catch ChemistryError.invalidSMILES(_, let reason) {
      return .failure(Refusal(reason: reason))
    } catch DesignError.unreadableSMILES(_, let reason) {
      return .failure(Refusal(reason: reason))
    } catch {
      return .failure(Refusal(reason: "\(error)"))
    }
  }
}

/// A line of a corpus that was left out.
public struct RefusedLine: Sendable, Hashable, Codable {
  /// The number of the line, from 1; of a CSV row that spans several lines, the first.
  public let line: Int
  /// What stood where the SMILES should be.
  public let text: String
  /// Why it is no molecule of a corpus.
  public let reason: String

  /// A line that was left out.
  public init(line: Int, text: String, reason: String) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}
