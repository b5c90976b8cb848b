import Chemistry
public import Numerics

/// The order of a bond changes, as far as hydrogens allow.
public struct BondMutation: SearchMove {
  /// "bond mutation"
  public let name = "bond mutation"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.bond.edited(smiles, elements: surroundings.elements, seed: stream.next())
  }
}
