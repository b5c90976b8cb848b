import Chemistry
public import Numerics

/// What hangs on a single bond outside rings goes to another atom: *ortho* becomes *para*.
public struct SubstituentMove: SearchMove {
  /// "substituent move"
  public let name = "substituent move"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.move.edited(smiles, elements: surroundings.elements, seed: stream.next())
  }
}
