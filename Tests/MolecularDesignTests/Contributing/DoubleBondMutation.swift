// The example of CONTRIBUTING.md, word for word: ContributingTests compares them.

import Chemistry
public import MolecularDesign
public import Numerics

/// A bond changes its order twice.
public struct DoubleBondMutation: SearchMove {
  /// "double bond mutation"
  public let name = "double bond mutation"

  /// The move has no settings.
  public init() {}

  /// Nil where one of the two draws gives nothing.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    BondMutation().child(of: smiles, in: environment, stream: &stream).flatMap {
      BondMutation().child(of: $0, in: environment, stream: &stream)
    }
  }
}
