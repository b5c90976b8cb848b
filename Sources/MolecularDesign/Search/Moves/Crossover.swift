import Chemistry
public import Numerics

/// Joins a part of a molecule to a part of another good one; both are cut at a single bond outside rings, or both at
/// two bonds of a ring.
public struct Crossover: SearchMove {
  /// "crossover"
  public let name = "crossover"

  /// 8, because combining parts of good molecules is the most productive move of a search.
  public let weight = 8.0

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if one of the two has no such bonds.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    guard !environment.mates.isEmpty else { return nil }
    let mate = environment.mates[rankedPlace(among: environment.mates.count, stream: &stream)]
    return try? crossover(smiles, mate, seed: stream.next())
  }
}
