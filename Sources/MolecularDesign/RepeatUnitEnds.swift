package import Chemistry

/// How many open ends, written `*`, a design's molecules may have: as many as some molecule of its corpus has. Of whole molecules
/// that is none, and of the repeat units of chains two.
package struct RepeatUnitEnds: Sendable, Hashable {
  private let allowed: Set<Int>

  /// Those of a corpus; none for an empty one.
  package init(of corpus: [Molecule]) {
    allowed = corpus.isEmpty ? [0] : Set(corpus.lazy.map { Self.count(in: $0.smiles) })
  }

  /// The molecule of SMILES; nil where they are none, or have another number of ends.
  package func molecule(_ smiles: String) -> Molecule? {
    guard allowed.contains(Self.count(in: smiles)) else { return nil }
    return try? Molecule(smiles: smiles, isRepeatUnit: true)
  }

  /// A dummy atom is written with one `*`, which stands for nothing else.
  private static func count(in smiles: String) -> Int { smiles.utf8.count { $0 == UInt8(ascii: "*") } }
}
