import Chemistry
public import Numerics

/// An atom becomes one of another element: CH in a ring a nitrogen, chlorine bromine.
public struct ElementMutation: SearchMove {
  /// "element mutation"
  public let name = "element mutation"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    try? GraphEdit.element.edited(smiles, elements: surroundings.elements, seed: stream.next())
  }
}
