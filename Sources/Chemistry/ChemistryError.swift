public import Compositions
import Files

/// An error about a molecule, a pattern or a geometry. Each description is a sentence that names the cause.
public enum ChemistryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is not the SMILES of a molecule that RDKit accepts.
  case invalidSMILES(smiles: String, reason: String)
  /// The text is not the formula of a composition.
  case invalidFormula(CompositionError)
  /// Something was asked of a composition that only a molecule has: a composition has no bonds and no atoms in space.
  case compositionRefused(formula: String, operation: String)
  /// The text is not a SMARTS pattern.
  case invalidSMARTS(smarts: String, reason: String)
  /// The text is not a scaffold.
  case invalidScaffold(text: String, reason: String)
  /// RDKit cannot read the mol block.
  case invalidMolBlock(reason: String)
  /// No molecule can meet a limit of a filter.
  case invalidFilter(reason: String)
  /// No three-dimensional structure could be made.
  case conformers(smiles: String, reason: String)
  /// Embedding took longer than 300 s, or was cancelled.
  case embeddingStopped(smiles: String, isTooLong: Bool)
  /// A geometry is malformed, or belongs to another molecule.
  case invalidGeometry(reason: String)
  /// A drawing cannot be made.
  case invalidDrawing(reason: String)
  /// There is no representation with this name, or its parts cannot be joined.
  case unknownRepresentation(name: String, reason: String)
  /// A file of RDKit's data cannot be used.
  case missingData(path: String, reason: String)
  /// Another operation of RDKit failed.
  case failed(operation: String, smiles: String, reason: String)

  /// The sentence for a person.
  public var description: String {
    switch self {
    case .invalidSMILES(let smiles, let reason):
      "The SMILES '\(shortened(smiles))' cannot be read: \(reason)."
    case .invalidFormula(let error): error.description
    case .compositionRefused(let formula, let operation):
      "\(operation) needs bonds or atoms in space, which the composition '\(formula)' does not have."
    case .invalidSMARTS(let smarts, let reason):
      "The SMARTS pattern '\(shortened(smarts))' cannot be used: \(reason)."
    case .invalidScaffold(let text, let reason):
      "The scaffold '\(shortened(text))' cannot be used: \(reason)."
    case .invalidMolBlock(let reason):
      "The mol block cannot be read: \(reason)."
    case .invalidFilter(let reason):
      "The molecule filter cannot be used: \(reason)."
    case .conformers(let smiles, let reason):
      "No conformer of '\(shortened(smiles))' could be made: \(reason)."
    case .embeddingStopped(let smiles, let isTooLong):
      "The embedding of '\(shortened(smiles))' was stopped\(isTooLong ? " after 300 s" : "")."
    case .invalidGeometry(let reason):
      "The geometry cannot be used: \(reason)."
    case .invalidDrawing(let reason):
      "The drawing cannot be made: \(reason)."
    case .unknownRepresentation(let name, let reason):
      "The representation '\(shortened(name))' cannot be used: \(reason)."
    case .missingData(let path, let reason):
      "RDKit's file '\(path)' cannot be used: \(reason). Install Debian's package rdkit-data, or let RDBASE name the folder "
        + "that holds RDKit's folders Data and Contrib."
    case .failed(let operation, let smiles, let reason):
      "The \(operation) of '\(shortened(smiles))' failed: \(reason)."
    }
  }
}

/// Shortens a text for a message, in case a whole file was given in place of a molecule; control characters are made
/// visible.
private func shortened(_ text: String) -> String {
  let visible = text.prefix(80).unicodeScalars.map { $0.value < 32 || $0.value == 127 ? "\u{FFFD}" : String($0) }
  return visible.joined() + (text.count > 80 ? "…" : "")
}

extension ChemistryError: ReportedError {}
