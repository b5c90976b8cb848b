import Files

/// Molecules to exclude because they are known, identified by their canonical SMILES: eight bytes each.
///
/// They are stored as 64-bit hashes. The probability of mistaking a molecule for one of a million others is 10⁶ / 2⁶⁴,
/// about 5 · 10⁻¹⁴.
public struct KnownMolecules: Sendable, Hashable, Codable {
  /// In ascending order, each once.
  private let hashes: [UInt64]

  /// Creates the set from canonical SMILES, in any order.
  public init(canonicalSMILES: some Sequence<String>) {
    self.init(hashes: canonicalSMILES.map { Self.hash(of: $0) })
  }

  /// Creates the set from molecules.
  public init(_ molecules: some Sequence<Molecule>) { self.init(canonicalSMILES: molecules.lazy.map(\.smiles)) }

  private init(hashes: [UInt64]) {
    var distinct: [UInt64] = []
    for hash in hashes.sorted() where hash != distinct.last { distinct.append(hash) }
    self.hashes = distinct
  }

  /// The number of different molecules.
  public var count: Int { hashes.count }

  /// Whether a molecule is among them.
  public func contains(_ molecule: Molecule) -> Bool {
    let wanted = Self.hash(of: molecule.smiles)
    var (low, high) = (0, hashes.count)
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == wanted
  }

  /// The union of these and others.
  public func union(_ others: KnownMolecules) -> KnownMolecules {
    others.hashes.isEmpty ? self : KnownMolecules(hashes: hashes + others.hashes)
  }

  /// A digest of the set: 16 hexadecimal digits.
  public var digest: String {
    let all = hashes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { Self.mixed(($0 ^ $1) &* 0x100_0000_01b3) }
    return hexadecimalDigits(all)
  }

  /// FNV-1a, mixed with the finaliser of MurmurHash3, since FNV-1a leaves the high bits of short texts similar.
  private static func hash(of smiles: String) -> UInt64 {
    mixed(stableHashValue(smiles.utf8))
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 33) &* 0xff51_afd7_ed55_8ccd
    value = (value ^ value >> 33) &* 0xc4ce_b9fe_1a85_ec53
    return value ^ value >> 33
  }
}
