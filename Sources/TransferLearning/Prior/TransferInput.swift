public import GaussianProcess

/// The input of a transferred prior for a molecule: its features, and the outputs of the source models.
public struct TransferInput: Sendable {
  /// The features by the representations of the target's own model and of the sources.
  public let features: MolecularInput
  /// The output of each source; nil if the source was not evaluated.
  public let sources: [SourceOutput?]
  /// The list with which the sources were asked, which keeps covariances; it follows from the rest.
  let place: AskedPlace?

  /// Creates an input from features and outputs of sources.
  public init(features: MolecularInput, sources: [SourceOutput?] = []) {
    self.init(features: features, sources: sources, place: nil)
  }

  init(features: MolecularInput, sources: [SourceOutput?], place: AskedPlace?) {
    (self.features, self.sources, self.place) = (features, sources, place)
  }
}

extension TransferInput: Hashable {
  /// True if the features and the outputs are the same.
  public static func == (a: TransferInput, b: TransferInput) -> Bool {
    a.features == b.features && a.sources == b.sources
  }

  /// Hashes the features and the outputs.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(features)
    hasher.combine(sources)
  }
}
