package import Chemistry

extension Molecule {
  /// The same molecule always gets the same conformers: 32-bit FNV-1a of its SMILES, without the sign bit.
  package var conformerSeed: UInt32 {
    smiles.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } & 0x7FFF_FFFF
  }
}
