import Chemistry
public import Numerics

/// Changes the order of a bond, as far as hydrogens allow.
public struct BondMutation: SearchMove {
  /// "bond mutation"
  public let name = "bond mutation"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.bond.edited(smiles, elements: environment.elements, seed: stream.next())
  }
}
