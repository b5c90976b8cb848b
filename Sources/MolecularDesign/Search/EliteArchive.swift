package import Chemistry
import Numerics

/// The kind of a molecule by a few descriptors: a cell of an ``EliteArchive``.
public struct ArchiveCell: Sendable, Hashable, Codable, Comparable {
  /// The number of heavy atoms, in steps of three.
  let size: Int
  /// The number of rings, five and more counted as five.
  let rings: Int
  /// The share of the heavy atoms that are no carbon, in steps of a sixth.
  let heteroatoms: Int

  /// The cell of a molecule.
  package init(_ molecule: Molecule) {
    let atoms = molecule.heavyAtomCount
    size = atoms / 3
    rings = min(molecule.ringCount, 5)
    heteroatoms = 6 * max(0, atoms - molecule.carbonCount) / max(1, atoms)
  }

  /// The order in which an archive lists its cells.
  public static func < (a: ArchiveCell, b: ArchiveCell) -> Bool {
    (a.size, a.rings, a.heteroatoms) < (b.size, b.rings, b.heteroatoms)
  }
}

/// The best molecule of each kind that a search has seen: a reservoir of parents unlike the best, from which a search
/// leaves a plateau (MAP-Elites: Mouret and Clune, arXiv 1504.04909; for molecules: Verhellen and Van den Abeele 2020, doi
/// 10.1039/D0SC03544K).
public struct EliteArchive: Sendable, Hashable, Codable {
  /// The best member of each cell that has any, in the order of the cells.
  public private(set) var elites: [SearchMember] = []

  /// The archive of these members.
  init(_ members: [SearchMember]) { add(members) }

  /// Adds members: each that is better than its cell's, or the first of its cell. Of equal ones the first by SMILES stays, so
  /// that the order of the members makes no difference.
  mutating func add(_ members: [SearchMember]) {
    var best = Dictionary(uniqueKeysWithValues: elites.map { ($0.cell, $0) })
    for member in members {
      if best[member.cell].map(member.comesBefore) ?? true { best[member.cell] = member }
    }
    elites = best.values.sorted { $0.cell < $1.cell }
  }

  /// Whether its elites are one for each cell, in their order.
  var isInOrder: Bool { zip(elites, elites.dropFirst()).allSatisfy { $0.cell < $1.cell } }
}
