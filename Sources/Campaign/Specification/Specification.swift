public import Acquisition
public import Calculation
public import Chemistry
public import GaussianProcess
public import MolecularDesign
import Numerics

/// What a campaign file asks for, checked and complete: every default is filled in.
///
/// A specification is a value. Two files that differ only in comments, order or defaults written out give the same one;
/// only the calculator's own settings are kept as they are written, since the adapter alone knows its defaults.
public struct Specification: Sendable, Hashable {
  /// The campaign's name: letters, digits, `-`, `_` and `.`.
  public var name: String
  /// The one seed from which all randomness of the campaign comes.
  public var seed: UInt64
  /// What is wanted of which property; at least one.
  public var objectives: [Objective]
  /// The program that calculates, with its settings.
  public var calculator: CalculatorChoice
  /// Where the language model's molecules come from.
  public var corpus: CorpusSource
  /// Which molecules may be proposed at all.
  public var filter: MoleculeFilter
  /// Files of molecules that may not be proposed; the filter has them once they are read.
  public var knownFiles: [MoleculeFile]
  /// How molecules are proposed once there are observations.
  public var policy: Policy
  /// What predicts the properties.
  public var surrogate: SurrogateChoice
  /// The acquisition function's name and options.
  public var acquisition: AcquisitionChoice
  /// How the language model learns.
  public var languageModel: LanguageModelSettings
  /// The designer's settings.
  public var design: DesignSettings
  /// How many of the designed and the corpus's molecules are at most put before the acquisition function in an iteration.
  public var candidates: Int
  /// Whether molecules that are not in the corpus may be proposed. Without them the corpus is searched, and nothing else.
  public var proposesNewMolecules: Bool
  /// When the campaign ends, and how it is cut into iterations.
  public var budget: Budget
}

/// How molecules are proposed.
public enum Policy: String, Sendable, Hashable, Codable, CaseIterable {
  /// A Gaussian process predicts, the designer proposes what it finds promising, an acquisition function chooses.
  case surrogate
  /// The language model proposes and nothing is learnt: the comparison that a surrogate has to win.
  case random
}

/// Where the corpus comes from.
public enum CorpusSource: Sendable, Hashable {
  /// The corpus that comes with the program.
  case builtIn
  /// A `.smi` or CSV file; `column` names the CSV's SMILES column.
  case file(path: String, column: String?)
}

/// A calculator by its registered name, with the settings of the campaign file.
public struct CalculatorChoice: Sendable, Hashable {
  /// The registered name, `xtb` for instance.
  public var name: String
  /// The adapter's own settings.
  public var settings: CalculatorSettings
}

/// What predicts the properties: how molecules are compared, and which source models may serve.
public struct SurrogateChoice: Sendable, Hashable {
  /// How molecules are compared.
  public var model: MolecularModel
  /// The path of the library of source models; nil for no transfer.
  public var library: String?
  /// The source properties of the library that may serve; nil for all.
  public var sources: [String]?
}

/// An acquisition function by its registered name.
public struct AcquisitionChoice: Sendable, Hashable {
  /// The registered name, `log-window` for instance.
  public var name: String
  /// The function's own options by name, such as `beta`.
  public var options: [String: Double]

  /// The function itself; one that draws does so from the stream.
  func function(stream: RandomStream) throws(AcquisitionError) -> any AcquisitionFunction {
    try AcquisitionFunctions.make(name, options: options, stream: stream)
  }
}

/// When a campaign ends, and how it is cut into iterations.
public struct Budget: Sendable, Hashable {
  /// How many molecules are calculated in all.
  public var calculations: Int
  /// How many of them in the first iteration, before there is anything to learn from.
  public var initial: Int
  /// How many in each iteration after that.
  public var batch: Int
  /// The campaign ends earlier with this many hits; nil: it does not.
  public var hits: Int?
  /// The campaign stops when this many calculations in a row, in batch order, have failed.
  public var consecutiveFailures: Int
}

extension Specification {
  /// Whether people give the values of what is chosen, so that nothing is run.
  public var isByHand: Bool { calculator.name == ByHandCalculator.name }

  /// The top-level keys that may not differ from those of the file that a database was begun with: all random streams come from
  /// the seed, and the name tells campaigns apart.
  public static let fixedKeys = ["name", "seed"]

  /// The top-level keys in which a campaign file means something else than an earlier one.
  public func changedKeys(from earlier: Specification) -> [String] {
    let changes: [(String, Bool)] = [
      ("name", name != earlier.name), ("seed", seed != earlier.seed), ("objectives", objectives != earlier.objectives),
      ("calculator", calculator != earlier.calculator), ("corpus", corpus != earlier.corpus),
      ("molecules", filter != earlier.filter || knownFiles != earlier.knownFiles), ("policy", policy != earlier.policy),
      ("surrogate", surrogate != earlier.surrogate),
      ("acquisition", acquisition != earlier.acquisition),
      (
        "design",
        languageModel != earlier.languageModel || design != earlier.design || candidates != earlier.candidates
          || proposesNewMolecules != earlier.proposesNewMolecules
      ),
      ("budget", budget != earlier.budget),
    ]
    return changes.filter(\.1).map(\.0)
  }
}
