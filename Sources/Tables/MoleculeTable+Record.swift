package import Chemistry
import Compositions

extension MoleculeTable {
  /// A molecule as it is written in a file.
  package struct Record: Sendable, Hashable {
    /// The form of the structure.
    package enum Structure: Sendable, Hashable {
      /// A SMILES; empty if there is none.
      case smiles(String)
      /// A mol block.
      case molBlock(String)
      /// The formula of an inorganic composition; empty if there is none.
      case formula(String)
    }

    /// The reason why a record is not a molecule.
    package struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
      /// A full sentence.
      package let description: String
      /// The reason alone, as the end of a sentence.
      package let reason: String
      /// Whether the SMILES is missing; the description then names the line.
      package var isWithoutStructure: Bool { reason == Self.withoutStructure }

      fileprivate static let withoutStructure = "there is no SMILES"
    }

    /// The line on which it begins, from 1; for SMILES on a command line, the position.
    package let line: Int
    /// Its name, or else its identifier; nil if the file gives neither.
    package let name: String?
    /// The identifier of a record that also has a name.
    package let identifier: String?
    /// Its structure.
    package let structure: Structure
    /// The cells of its row by column, only the existing ones in a short row; in an SD file the values of its data
    /// fields.
    package let fields: [String]
    /// Its bytes as they are in the file; the last line always has a line ending.
    package let bytes: [UInt8]
    /// The reason why its text cannot be a structure, as the end of a sentence; nil if it can.
    package let problem: String?
    /// Whether it is labelled as a mixture of stereoisomers, or as one of unknown configuration.
    package let isMixture: Bool

    init(
      line: Int, name: String?, identifier: String? = nil, structure: Structure, fields: [String] = [], bytes: [UInt8],
      problem: String? = nil, isMixture: Bool = false
    ) {
      self.line = line
      (self.name, self.identifier) = name == nil ? (identifier, nil) : (name, identifier)
      (self.structure, self.fields, self.bytes) = (structure, fields, bytes)
      (self.problem, self.isMixture) = (problem, isMixture)
    }

    /// A SMILES by itself, perhaps followed by an extension.
    package init(smiles text: String, line: Int) {
      let extended = ExtendedNotation(text)
      self.init(
        line: line, name: nil, structure: .smiles(extended?.smiles ?? text), bytes: [], problem: extended?.problem,
        isMixture: extended?.isMixture ?? false)
    }

    /// The same record with its SMILES as a formula, as a command line or a list without titles means it.
    package var asFormula: Record {
      guard case .smiles(let text) = structure else { return self }
      return Record(
        line: line, name: name, identifier: identifier, structure: .formula(text), fields: fields, bytes: bytes,
        problem: problem)
    }

    /// The cell of a column; empty if the row ends before it.
    package func field(_ column: Int) -> String { column < fields.count ? fields[column] : "" }

    /// The structure as text on one line: its SMILES; empty for a mol block.
    package var input: String {
      switch structure {
      case .smiles(let text), .formula(let text): text
      case .molBlock: ""
      }
    }

    /// The molecule.
    ///
    /// - Parameter allowsRepeatUnits: whether repeat units of polymers, whose ends are written `*`, are also accepted.
    package func molecule(allowsRepeatUnits: Bool = false) -> Result<Molecule, Unreadable> {
      if let problem {
        return .failure(Unreadable(description: "Line \(line) cannot be read: \(problem).", reason: problem))
      }
      do throws(ChemistryError) {
        switch structure {
        case .smiles(""):
          return .failure(
            Unreadable(description: "There is no SMILES on line \(line).", reason: Unreadable.withoutStructure))
        case .smiles(let smiles): return .success(try Molecule(smiles: smiles, isRepeatUnit: allowsRepeatUnits))
        case .molBlock(let block): return .success(try Molecule(molBlock: block))
        case .formula(""):
          return .failure(
            Unreadable(description: "There is no formula on line \(line).", reason: "there is no formula"))
        case .formula(let formula):
          // An identity is read too, as tables of Cohobate have it.
          return .success(try Molecule(formula: formula))
        }
      } catch {
        switch error {
        case .invalidFormula(let error):
          return .failure(Unreadable(description: error.description, reason: error.problem))
        case .invalidSMILES(_, let reason), .invalidMolBlock(let reason):
          return .failure(Unreadable(description: error.description, reason: reason))
        default: return .failure(Unreadable(description: error.description, reason: error.description))
        }
      }
    }
  }
}
