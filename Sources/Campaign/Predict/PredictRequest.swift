/// What `cohobate predict` is to do.
public struct PredictRequest: Sendable, Hashable {
  /// Where the models come from that predict.
  public enum Models: Sendable, Hashable {
    /// They are fitted to a table of values: a `.csv` file whose SMILES are in a column, `smiles` where it is nil, or an `.sdf` file with
    /// data fields. `model` is `auto`, `linear`, or one of a campaign file's.
    case table(path: String, smilesColumn: String?, model: String)
    /// Source models of a library: those of some numbers, else the best of each property.
    case library(path: String, numbers: [Int])
    /// A campaign's surrogate, as it was when an iteration was designed; nil for one of all that is known.
    case campaign(CampaignPaths, iteration: Int?)
  }

  /// Where the models come from.
  public var models: Models
  /// The molecules to be predicted; nil for those of a campaign's corpus.
  public var molecules: MoleculeSource?
  /// What is wanted, as ``DesignTarget`` reads it; none for a campaign's objectives, or for no ranking.
  public var targets: [String] = []
  /// What is predicted of a table or by a library; none for what the targets are about, and without these for all.
  public var properties: [String] = []

  /// A request without targets for all properties.
  public init(_ models: Models, molecules: MoleculeSource?) { (self.models, self.molecules) = (models, molecules) }
}
