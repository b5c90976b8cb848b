package import Chemistry

/// The numbers of open ends, written `*`, that a design's molecules may have: those that occur in its corpus. Complete
/// molecules have none, the repeat units of chains two.
package struct RepeatUnitEnds: Sendable, Hashable {
  private let allowed: Set<Int>
  /// Whether two ends have to be those of a repeat unit, each on a single bond, as in the whole corpus.
  private let areUnits: Bool

  /// The numbers in a corpus; none for an empty corpus.
  package init(of corpus: [Molecule]) {
    allowed = corpus.isEmpty ? [0] : Set(corpus.lazy.map { Self.count(in: $0.smiles) })
    areUnits = corpus.allSatisfy { Self.count(in: $0.smiles) != 2 || (try? $0.isRepeatUnit()) == true }
  }

  /// The molecule of a SMILES; nil if it is invalid or has another number of ends.
  package func molecule(_ smiles: String) -> Molecule? {
    let count = Self.count(in: smiles)
    guard allowed.contains(count), let molecule = try? Molecule(smiles: smiles, isRepeatUnit: true) else { return nil }
    return count != 2 || !areUnits || (try? molecule.isRepeatUnit()) == true ? molecule : nil
  }

  /// A dummy atom is written with one `*`, which has no other meaning.
  private static func count(in smiles: String) -> Int { smiles.utf8.count { $0 == UInt8(ascii: "*") } }
}
