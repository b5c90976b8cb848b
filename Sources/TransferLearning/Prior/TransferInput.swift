public import GaussianProcess

/// What a transferred prior sees of a molecule: its features, and what the source models say of it.
public struct TransferInput: Sendable, Hashable {
  /// The features by the representations of the target's own model and of the sources.
  public let features: MolecularInput
  /// What each source says; nothing where a source was not asked.
  public let sources: [SourceOutput?]

  /// The features of a molecule and what the sources say of it.
  public init(features: MolecularInput, sources: [SourceOutput?] = []) {
    self.features = features
    self.sources = sources
  }
}
