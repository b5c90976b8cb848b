import Chemistry
public import Numerics

/// What hangs on a BRICS bond (doi:10.1002/cmdc.200800178) is exchanged for a piece of the corpus of a fitting environment.
public struct PieceExchange: SearchMove {
  /// "fragment exchange"
  public let name = "fragment exchange"

  /// The move has no settings.
  public init() {}

  /// Nil where nothing in the molecule can be edited so.
  public func child(
    of smiles: String, in surroundings: SearchSurroundings, stream: inout RandomStream
  ) -> String? {
    try? surroundings.pieces.exchangingPiece(of: smiles, seed: stream.next())
  }
}
