import Chemistry
public import Numerics

/// Moves a substituent on a single bond outside rings to another atom: *ortho* becomes *para*.
public struct SubstituentMove: SearchMove {
  /// "substituent move"
  public let name = "substituent move"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.move.edited(smiles, elements: environment.elements, seed: stream.next())
  }
}
