import Chemistry
public import Numerics

/// Replaces the substituent on a BRICS bond (doi:10.1002/cmdc.200800178) by a fragment of the corpus with a matching
/// environment.
public struct FragmentExchange: SearchMove {
  /// "fragment exchange"
  public let name = "fragment exchange"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    try? environment.fragments.exchangingFragment(of: smiles, seed: stream.next())
  }
}
