import Chemistry
public import Numerics

/// Changes the element of an atom: CH in a ring becomes nitrogen, chlorine becomes bromine.
public struct ElementMutation: SearchMove {
  /// "element mutation"
  public let name = "element mutation"

  /// Creates the move; it has no settings.
  public init() {}

  /// Nil if no part of the molecule can be edited in this way.
  public func child(
    of smiles: String, in environment: SearchEnvironment, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.element.edited(smiles, elements: environment.elements, seed: stream.next())
  }
}
