public import GaussianProcess

/// The input of a transferred prior for a molecule: its features, and the outputs of the source models.
public struct TransferInput: Sendable, Hashable {
  /// The features by the representations of the target's own model and of the sources.
  public let features: MolecularInput
  /// The output of each source; nil if the source was not evaluated.
  public let sources: [SourceOutput?]

  /// Creates an input from features and outputs of sources.
  public init(features: MolecularInput, sources: [SourceOutput?] = []) {
    self.features = features
    self.sources = sources
  }
}
