public import Acquisition
public import Calculation
public import Chemistry
internal import Foundation
public import GaussianProcess
public import MolecularDesign
package import Numerics
public import Tables

/// The contents of a campaign file, checked and complete: every default is filled in.
///
/// A specification is a value. Two files that differ only in comments, order or explicit defaults give the same one;
/// only the calculator's own settings are kept as written, since only the adapter knows its defaults.
public struct Specification: Sendable, Hashable {
  /// The campaign's name: letters, digits, `-`, `_` and `.`.
  public var name: String
  /// The seed of all random streams of the campaign.
  public var seed: UInt64
  /// The objectives; at least one.
  public var objectives: [Target]
  /// The program that calculates, with its settings.
  public var calculator: CalculatorChoice
  /// What calculates candidates cheaply before a batch is chosen; nil for no screen.
  public var screen: ScreenChoice?
  /// What calculates hits again before they count; nil if they count at once.
  public var confirm: CalculatorChoice?
  /// The source of the language model's molecules, and of those that may be chosen as they are if there is no pool.
  public var corpus: CorpusSource
  /// The source of the molecules that may be chosen as they are; nil for those of the corpus.
  public var pool: CorpusSource?
  /// What becomes of salts and mixtures in the pool.
  public var salts: SaltTreatment
  /// What the candidates are.
  package var kind: MaterialKind
  /// The filter for molecules that may be proposed.
  public var filter: MoleculeFilter
  /// Files of molecules that may not be proposed; the filter has them after they are read.
  public var knownFiles: [MoleculeFile]
  /// How molecules are proposed once there are observations.
  public var policy: Policy
  /// The model that predicts the properties.
  public var surrogate: SurrogateChoice
  /// The acquisition function's name and options.
  public var acquisition: AcquisitionChoice
  /// How the language model learns.
  public var languageModel: LanguageModelSettings
  /// The designer's settings.
  public var design: DesignSettings
  /// The greatest number of designed and corpus molecules that are put before the acquisition function in an iteration.
  public var candidates: Int
  /// Whether molecules outside the pool, or the corpus if there is no pool, may be proposed. If not, only that is
  /// searched.
  public var proposesNewMolecules: Bool
  /// When the campaign ends, and the sizes of its iterations.
  public var budget: Budget
}

/// How molecules are proposed.
public enum Policy: String, Sendable, Hashable, Codable, CaseIterable {
  /// A Gaussian process predicts, the designer proposes what it finds promising, an acquisition function chooses.
  case surrogate
  /// The language model proposes and nothing is learnt: the baseline for the surrogate.
  case random
}

/// The source of a corpus or a pool.
public enum CorpusSource: Sendable, Hashable {
  /// The corpus that comes with the program.
  case builtIn
  /// A `.smi`, CSV or SD file; `column` names the CSV's SMILES column.
  case file(path: String, column: String?)
}

/// What becomes of the lines of a pool that have several components, such as salts.
public enum SaltTreatment: String, Sendable, Hashable, CaseIterable {
  /// They are left out.
  case refuse
  /// The largest organic component is taken, with its charge.
  case strip
}

/// A calculator by its registered name, with the settings of the campaign file.
public struct CalculatorChoice: Sendable, Hashable {
  /// The registered name, `xtb` for instance.
  public var name: String
  /// The adapter's own settings.
  public var settings: CalculatorSettings
}

/// A cheap calculator, and how much of it is used.
public struct ScreenChoice: Sendable, Hashable {
  /// The calculator with its settings.
  public var calculator: CalculatorChoice
  /// The greatest number of candidates that it calculates in each iteration.
  public var molecules: Int
}

/// The model that predicts the properties: how molecules are compared, and the usable source models.
public struct SurrogateChoice: Sendable, Hashable {
  /// How molecules are compared.
  public var model: ModelChoice
  /// The library of source models: `LibraryName.builtIn`, or the path of a file; nil for no transfer.
  public var library: String?
  /// The source properties of the library that may be used; nil for all.
  public var sources: [String]?
}

/// An acquisition function by its registered name.
public struct AcquisitionChoice: Sendable, Hashable {
  /// The registered name, `log-window` for instance.
  public var name: String
  /// The function's own options by name, such as `beta`.
  public var options: [String: Double]

  /// The function itself; a random one draws from the stream.
  package func function(stream: RandomStream) throws(AcquisitionError) -> any AcquisitionFunction {
    try AcquisitionFunctions.make(name, options: options, stream: stream)
  }
}

/// When a campaign ends, and the sizes of its iterations.
public struct Budget: Sendable, Hashable {
  /// The number of molecules to calculate in all.
  public var calculations: Int
  /// The number of molecules in the first iteration, before there is anything to learn from.
  public var initial: Int
  /// The number of molecules in each later iteration.
  public var batch: Int
  /// The number of calculations, the last ones started, whose outcomes the design of a batch does not wait for.
  public var ahead: Int
  /// The number of hits at which the campaign ends early; nil for no such end.
  public var hits: Int?
  /// The expected gain of a whole batch, in hits or in the unit of the objective that is a maximum or minimum, or in the product
  /// of the units of several, below which it is not calculated and the campaign ends; nil for no such end.
  public var leastGain: Double?
  /// The number of consecutive failures, in batch order, at which the campaign stops.
  public var consecutiveFailures: Int
}

extension Budget {
  /// The end by ``leastGain`` as the campaign file states it: `gain < 0.1`; nil without one.
  package var until: String? { leastGain.map { "gain < \(String(format: "%.12g", $0))" } }
}

extension Specification {
  /// Whether people give the values of the chosen molecules, so that no program runs.
  public var isByHand: Bool { calculator.name == ByHandCalculator.name }

  /// Whether the corpus is read: a pool from which alone molecules are chosen needs none.
  public var usesCorpus: Bool { kind != .composition && (pool == nil || proposesNewMolecules) }

  /// Whether the corpus is that of the built-in repeat units, which take seconds to make.
  package var needsBuiltInRepeatUnits: Bool { kind == .repeatUnit && usesCorpus && corpus == .builtIn }
}
