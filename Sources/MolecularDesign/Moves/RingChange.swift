import Chemistry
public import Numerics

/// A ring is closed, opened, made aromatic, or has a benzene ring fused to it.
public struct RingChange: SearchMove {
  /// "ring change"
  public let name = "ring change"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    let edits: [GraphEdit] = [.closeRing, .openRing, .aromatize, .fuse]
    let edit = edits[stream.uniform(below: edits.count)]
    return try? edit.edited(smiles, elements: surroundings.elements, seed: stream.next())
  }
}
