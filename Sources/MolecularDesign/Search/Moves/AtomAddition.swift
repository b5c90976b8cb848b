import Chemistry
public import Numerics

/// Replaces a hydrogen by an atom, or inserts an atom into a single bond.
public struct AtomAddition: SearchMove {
  /// "atom addition"
  public let name = "atom addition"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    let edit: GraphEdit = stream.uniform(below: 3) < 2 ? .append : .insert
    return try? edit.edited(smiles, elements: environment.elements, seed: stream.next())
  }
}
