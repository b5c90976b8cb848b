import Chemistry
public import Numerics

/// An atom takes the place of a hydrogen, or is put into a single bond.
public struct AtomAddition: SearchMove {
  /// "atom addition"
  public let name = "atom addition"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    let edit: GraphEdit = stream.uniform(below: 3) < 2 ? .append : .insert
    return try? edit.edited(smiles, elements: surroundings.elements, seed: stream.next())
  }
}
