package import Chemistry

extension MoleculeTable {
  /// A molecule as a file has it.
  package struct Record: Sendable, Hashable {
    /// How the structure is given.
    package enum Structure: Sendable, Hashable {
      /// A SMILES; empty where there is none.
      case smiles(String)
      /// A mol block.
      case molBlock(String)
    }

    /// Why a record is no molecule.
    package struct Unreadable: Error, Sendable, Hashable, CustomStringConvertible {
      /// A full sentence.
      package let description: String
      /// The reason alone, as the end of a sentence.
      package let reason: String
    }

    /// The line on which it begins, from 1; of SMILES on a command line, the place.
    package let line: Int
    /// Its name, or else its identifier; nil where the file gives neither.
    package let name: String?
    /// The identifier of a record that has a name as well.
    package let identifier: String?
    /// Its structure.
    package let structure: Structure
    /// The cells of its row by column, of a short row only those that are there; of an SD file the values of its data fields.
    package let fields: [String]
    /// Its bytes as they stand in the file, with an end of the last line.
    package let bytes: [UInt8]
    /// Why what stands there cannot be taken for a structure, as the end of a sentence; nil where it can.
    package let problem: String?
    /// Whether it is labelled as a mixture of stereoisomers, or as one that is not known which.
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

    /// A SMILES by itself, perhaps with an extension behind it.
    package init(smiles text: String, line: Int) {
      let extended = ExtendedNotation(text)
      self.init(
        line: line, name: nil, structure: .smiles(extended?.smiles ?? text), bytes: [], problem: extended?.problem,
        isMixture: extended?.isMixture ?? false)
    }

    /// The cell of a column; empty where the row ends before it.
    package func field(_ column: Int) -> String { column < fields.count ? fields[column] : "" }

    /// The structure as a line can say it: its SMILES; empty for a mol block.
    package var input: String {
      switch structure {
      case .smiles(let smiles): smiles
      case .molBlock: ""
      }
    }

    /// The molecule.
    ///
    /// - Parameter allowsRepeatUnits: whether repeat units of polymers are molecules too, whose ends are written `*`.
    package func molecule(allowsRepeatUnits: Bool = false) -> Result<Molecule, Unreadable> {
      if let problem {
        return .failure(Unreadable(description: "Line \(line) cannot be read: \(problem).", reason: problem))
      }
      do throws(ChemistryError) {
        switch structure {
        case .smiles(""):
          return .failure(Unreadable(description: "There is no SMILES on line \(line).", reason: "there is no SMILES"))
        case .smiles(let smiles): return .success(try Molecule(smiles: smiles, isRepeatUnit: allowsRepeatUnits))
        case .molBlock(let block): return .success(try Molecule(molBlock: block))
        }
      } catch {
        switch error {
        case .invalidSMILES(_, let reason), .invalidMolBlock(let reason):
          return .failure(Unreadable(description: error.description, reason: reason))
        default: return .failure(Unreadable(description: error.description, reason: error.description))
        }
      }
    }
  }
}
