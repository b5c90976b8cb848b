import Chemistry
public import Numerics

/// Joins the molecule to one of the corpus by a textbook reaction: an amide, an ether, a biaryl.
public struct ReactionJoin: SearchMove {
  /// "reaction"
  public let name = "reaction"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    try? environment.partners.reacting(with: smiles, seed: stream.next())
  }
}
