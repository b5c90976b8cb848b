import Files

/// An error of this module. Each description is a sentence that names the cause and says what to do.
public enum DesignError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A corpus file cannot be read; full sentences say why.
  case unusableCorpus(String)
  /// No line of a corpus is a molecule; the first rejected line is shown.
  case emptyCorpus(path: String, firstRejection: RejectedLine?)
  /// A file is not a usable language model.
  case unusableModel(path: String, reason: String)
  /// A language model cannot be written to a file.
  case unwritableModel(path: String, reason: String)
  /// A SMILES that is not in the language.
  case unreadableSMILES(String, reason: String)
  /// No training molecule is in the language.
  case nothingToLearnFrom
  /// A setting outside its range.
  case invalidSetting(name: String, value: String, allowed: String)
  /// The language model gave no new molecule that the filter allows.
  case filterTooNarrow(FruitlessDraw)
  /// No particle has any likelihood.
  case noLikelihood(molecules: Int)
  /// A saved run does not match the designer that should resume it.
  case foreignCheckpoint
  /// A likelihood was NaN or +infinity, or their number differed from that of the molecules.
  case invalidLikelihood(String)

  /// A sentence that names the cause and says what to do.
  public var description: String {
    switch self {
    case .unusableCorpus(let sentences): sentences
    case .emptyCorpus(let path, let refusal):
      "The list \(path) holds no molecule"
        + (refusal.map { "; line \($0.line), for instance, was rejected: \($0.reason)" } ?? "")
        + ". Give it one SMILES per line (.smi), a column of SMILES (.csv) or mol blocks (.sdf)."
    case .unusableModel(let path, let reason):
      "The language model \(path) cannot be used: \(reason). Train it again with 'cohobate corpus train', or name another."
    case .unwritableModel(let path, let reason):
      "The language model cannot be written to \(path): \(reason). Name a place that can be written to."
    case .unreadableSMILES(let smiles, let reason):
      "The SMILES \u{201C}\(smiles)\u{201D} cannot be read: \(reason)."
    case .nothingToLearnFrom:
      "The language model has no molecule to learn from. Give it a corpus of molecules of one component each."
    case .invalidSetting(let name, let value, let allowed):
      "The design setting \(name) is \(value), but must be \(allowed)."
    case .filterTooNarrow(let draw): draw.description
    case .noLikelihood(let molecules):
      "None of the \(molecules) molecules the design started from has any likelihood of meeting the objectives."
        + " Widen the target, or start from molecules nearer to it."
    case .foreignCheckpoint:
      "The state of the run was written by another designer, or is damaged. Remove it, and start over."
    case .invalidLikelihood(let what):
      "The likelihood given to the designer is invalid: \(what). It must return, for each molecule, the logarithm of a"
        + " probability or minus infinity."
    }
  }
}

extension DesignError: ReportedError {}
