import Chemistry
public import Numerics

/// A reaction of the textbooks with a molecule of the corpus: an amide, an ether, a biaryl.
public struct ReactionJoin: SearchMove {
  /// "reaction"
  public let name = "reaction"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    try? surroundings.partners.reacting(with: smiles, seed: stream.next())
  }
}
