/// The parts of xtb's standard output that decide on acceptance, read in one pass over its lines.
package struct XTBLog: Sendable, Hashable {
  /// `GEOMETRY OPTIMIZATION CONVERGED` was printed.
  package private(set) var optimisationConverged = false
  /// The line `*** FAILED TO CONVERGE GEOMETRY OPTIMIZATION IN n ITERATIONS ***`.
  package private(set) var optimisationFailure: String?
  /// The level at which the geometry was optimised, from the table of the set-up.
  package private(set) var optimisationLevel: String?
  /// The solvent of the ALPB or the GBSA model, from the set-up.
  package private(set) var solvent: String?
  /// The error stack between two lines of `####`, outermost first; the last line is the root cause.
  package private(set) var errorStack: [String] = []
  /// Warnings about the command line: xtb ran something else than requested.
  package private(set) var inputWarnings: [String] = []
  /// Other warnings.
  package private(set) var warnings: [String] = []
  /// A line that reports missing parameters for an element.
  package private(set) var missingElement: String?
  /// The last dipole moment printed, which is that of the final geometry.
  package private(set) var dipole: Dipole?
  /// The centre of mass in ångström, in the frame of the final geometry.
  package private(set) var centreOfMass: [Double]?
  /// The molecular polarizability, in bohr³.
  package private(set) var polarizability: Double?

  /// `ALPB` or `GBSA`.
  package private(set) var solvation: String?
  /// The DOI of the paper of the parameters.
  package private(set) var reference: String?
  /// The heading of GFN-FF was printed.
  package private(set) var isForceField = false
  /// The last total energy, in hartree.
  package private(set) var totalEnergy: Double?
  /// In hartree.
  package private(set) var enthalpy: Double?
  /// In hartree.
  package private(set) var freeEnergy: Double?
  /// In hartree.
  package private(set) var zeroPointEnergy: Double?
  /// Vertical, in eV.
  package private(set) var ionisationPotential: Double?
  /// Vertical, in eV.
  package private(set) var electronAffinity: Double?

  /// A dipole moment as printed. For an ion it refers to the origin of the coordinates.
  package struct Dipole: Sendable, Hashable {
    /// x, y and z in atomic units (e·bohr).
    package let vector: [Double]
    /// Its magnitude in debye.
    package let magnitude: Double
  }

  package init(_ standardOutput: String) {
    var block: [String]?
    for line in standardOutput.utf8.split(separator: UInt8(ascii: "\n")) {
      let text = line.drop { $0 == UInt8(ascii: " ") }
      guard let first = text.first else { continue }
      if text.starts(with: "########".utf8) {
        if let finished = block { close(finished) }
        block = block == nil ? [] : nil
      } else if block != nil {
        block?.append(String(Substring(text)))
      } else {
        read(text, first: first)
      }
    }
    if let unfinished = block { close(unfinished) }
  }

  /// The root cause in the error stack, without its number.
  package var rootCause: String? {
    guard let line = errorStack.last(where: { $0.hasPrefix("-1- ") }) else { return errorStack.first }
    return String(line.dropFirst(4))
  }

  private mutating func close(_ block: [String]) {
    guard let heading = block.first else { return }
    if heading.hasPrefix("[ERROR]") {
      errorStack += block.dropFirst()
    } else if heading.hasPrefix("[WARNING] Please study the warnings concerning your input") {
      inputWarnings += block.dropFirst()
    } else {
      warnings += block.dropFirst()
    }
  }

  private mutating func read(_ text: Substring.UTF8View, first: UInt8) {
    switch first {
    case UInt8(ascii: "f"):
      // The row of the dipole has x, y, z and the magnitude; the row of the quadrupole, below it, has six numbers.
      if let row = numbers(text, after: "full:"), row.count == 4 {
        dipole = Dipole(vector: Array(row[0..<3]), magnitude: row[3])
      }
    case UInt8(ascii: "c"):
      if let row = numbers(text, after: "center of mass at/Å    :"), row.count == 3 { centreOfMass = row }
    case UInt8(ascii: "M"):
      if let row = numbers(text, after: "Mol. α(0) /au        :"), row.count == 1 { polarizability = row[0] }
    case UInt8(ascii: "*"):
      if text.starts(with: "*** GEOMETRY OPTIMIZATION CONVERGED".utf8) {
        optimisationConverged = true
      } else if text.starts(with: "*** FAILED TO CONVERGE GEOMETRY OPTIMIZATION".utf8) {
        optimisationFailure = String(Substring(text))
      } else if text.starts(with: "* Solvation model:".utf8) {
        solvation = Substring(text).split(separator: " ").last.map(String.init)
      }
    case UInt8(ascii: ":"):
      let words = Substring(text).split(separator: " ")
      if words.starts(with: [":", "optimization", "level"]), words.count > 3 { optimisationLevel = String(words[3]) }
      if words.starts(with: ["::", "zero", "point", "energy"]), words.count > 4 { zeroPointEnergy = Double(words[4]) }
    case UInt8(ascii: "S"):
      let words = Substring(text).split(separator: " ")
      if words.first == "Solvent", words.count == 2 { solvent = String(words[1]) }
    case UInt8(ascii: "|"):
      readEnergy(Substring(text).split(separator: " "))
    case UInt8(ascii: "d"):
      if let row = numbers(text, after: "delta SCC IP (eV):"), row.count == 1 { ionisationPotential = row[0] }
      if let row = numbers(text, after: "delta SCC EA (eV):"), row.count == 1 { electronAffinity = row[0] }
    case UInt8(ascii: "R"):
      let words = Substring(text).split(separator: " ")
      if words.first == "Reference", words.count == 2 { reference = String(words[1]) }
    case UInt8(ascii: "n"):
      if text.starts(with: "no basis found for atom".utf8) { missingElement = String(Substring(text)) }
    default:
      // GFN1's dipole: "x y z total (Debye): d".
      if first == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
        let words = Substring(text).split(separator: " ")
        if words.count == 6, words[3] == "total", words[4] == "(Debye):", let magnitude = Double(words[5]) {
          dipole = Dipole(vector: words[0..<3].compactMap { Double($0) }, magnitude: magnitude)
        }
      }
    }
  }

  /// `| TOTAL ENERGY  -11.394338678879 Eh |` and the like.
  private mutating func readEnergy(_ words: [Substring]) {
    if words.starts(with: ["|", "G", "F", "N", "-", "F", "F"]) { isForceField = true }
    guard words.count > 4, words[1] == "TOTAL", let value = words.dropFirst(3).compactMap({ Double($0) }).first else {
      return
    }
    switch (words[2], words[3]) {
    case ("ENERGY", _): totalEnergy = value
    case ("ENTHALPY", _): enthalpy = value
    case ("FREE", "ENERGY"): freeEnergy = value
    default: break
    }
  }

  /// The numbers after a line's beginning; `nil` if it begins otherwise or contains anything else.
  private func numbers(_ text: Substring.UTF8View, after beginning: String) -> [Double]? {
    guard text.starts(with: beginning.utf8) else { return nil }
    let words = Substring(text.dropFirst(beginning.utf8.count)).split(separator: " ")
    let numbers = words.compactMap { Double($0) }
    return numbers.count == words.count ? numbers : nil
  }
}
