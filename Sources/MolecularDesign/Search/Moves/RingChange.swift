import Chemistry
public import Numerics

/// Closes, opens or aromatises a ring, or fuses a benzene ring to it.
public struct RingChange: SearchMove {
  /// "ring change"
  public let name = "ring change"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    let edits: [GraphEdit] = [.closeRing, .openRing, .aromatize, .fuse]
    let edit = edits[stream.uniform(below: edits.count)]
    return try? edit.edited(smiles, elements: environment.elements, seed: stream.next())
  }
}
