public import CampaignFile
public import Tables

/// The task of `cohobate predict`.
public struct PredictRequest: Sendable, Hashable {
  /// The origin of the models.
  public enum Models: Sendable, Hashable {
    /// Models fitted to a table of values: a `.csv` file with a column of SMILES (nil for `smiles`), or an `.sdf` file with
    /// data fields. `model` is `auto`, `linear`, or a name that campaign files have.
    case table(path: String, smilesColumn: String?, model: String)
    /// Source models of a library: those with these numbers, else the best of each property.
    case library(name: String, numbers: [Int])
    /// A campaign's surrogate when an iteration was designed; nil for the surrogate of all values known now.
    case campaign(CampaignPaths, iteration: Int?)
  }

  /// The origin of the models.
  public var models: Models
  /// The molecules; nil for those of the campaign's pool, or else of its corpus.
  public var molecules: MoleculeSource?
  /// The targets, written as for `design`; empty for a campaign's objectives, or for no ranking.
  public var targets: [String] = []
  /// The properties of a table or library to predict; empty for those of the targets, and without these for all.
  public var properties: [String] = []

  /// A request without targets for all properties.
  public init(_ models: Models, molecules: MoleculeSource?) { (self.models, self.molecules) = (models, molecules) }
}
