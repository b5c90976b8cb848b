import Chemistry
public import Numerics

/// An atom of one or two bonds is taken out, and its neighbours joined.
public struct AtomDeletion: SearchMove {
  /// "atom deletion"
  public let name = "atom deletion"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.delete.edited(smiles, elements: surroundings.elements, seed: stream.next())
  }
}
