import Chemistry

extension Molecule {
  /// Conformers for a calculation to start from, the same ones of the same molecule for every program.
  /// - Parameter count: How many are wanted; a molecule that has fewer gives fewer.
  /// - Throws: A failure of class `input` where none can be embedded, or where there are several components: embedding
  ///   would lay them one upon the other, and a calculation of that has values as good to look at as any. So it is of isotope
  ///   labels, which no program would see.
  func startingGeometries(count: Int) throws(CalculationFailure) -> [Geometry] {
    if smiles.contains(".") {
      throw CalculationFailure(
        .input, "'\(smiles)' has several components (a dot), and a molecule here is one; calculate each by itself.")
    }
    guard isotopeLabelCount == 0 else {
      throw CalculationFailure(
        .input, "'\(smiles)' has an isotope label, and the programs here calculate with the elements' usual masses.")
    }
    let geometries: [Geometry]
    do {
      // A single atom needs no force field, and there are some that none has parameters for.
      if atomCount == 1 { return [try Geometry(elements: elements, coordinates: [0, 0, 0], bonds: [])] }
      geometries = try conformers(count: count, seed: conformerSeed)
    } catch {
      throw CalculationFailure(.input, "\(error)")
    }
    if geometries.isEmpty { throw CalculationFailure(.input, "No conformer of '\(smiles)' could be embedded.") }
    return geometries
  }

  /// 32-bit FNV-1a of the SMILES, without the sign bit.
  private var conformerSeed: UInt32 {
    smiles.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } & 0x7FFF_FFFF
  }
}
