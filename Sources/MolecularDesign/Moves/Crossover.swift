import Chemistry
public import Numerics

/// A part of a molecule joined with a part of another good one, both cut at a single bond outside rings, or both at two bonds
/// of a ring.
public struct Crossover: SearchMove {
  /// "crossover"
  public let name = "crossover"

  /// 8: what good molecules have in common is what a search lives by.
  public let weight = 8.0

  /// The move has no settings.
  public init() {}

  /// Nil where one of the two has no such bonds.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    guard !surroundings.mates.isEmpty else { return nil }
    let mate = surroundings.mates[rankedPlace(among: surroundings.mates.count, stream: &stream)]
    return try? crossover(smiles, mate, seed: stream.next())
  }
}
