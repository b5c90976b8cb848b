import Chemistry
public import Numerics

/// Removes an atom with one or two bonds, and joins its neighbours.
public struct AtomDeletion: SearchMove {
  /// "atom deletion"
  public let name = "atom deletion"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.delete.edited(smiles, elements: environment.elements, seed: stream.next())
  }
}
