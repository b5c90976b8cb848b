import Chemistry

extension Molecule {
  /// Conformers for a calculation to start from, the same ones of the same molecule for every program.
  /// - Parameters:
  ///   - count: How many are wanted; a molecule that has fewer gives fewer. One that leaves its stereochemistry open gives at
  ///     least one of each isomer, and one with hypervalent atoms or metals at least one of each arrangement of ligands.
  ///   - isOneIsomer: Whether only the isomer of lowest force-field energy is wanted, since no energy will choose among several.
  /// - Throws: A failure of class `input` where none can be embedded, or where there are several components: embedding
  ///   would lay them one upon the other, and a calculation of that has values as good to look at as any. So it is of isotope
  ///   labels, which no program would see.
  func startingGeometries(count: Int, isOneIsomer: Bool = false) throws(CalculationFailure) -> [Geometry] {
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
      geometries = try conformers(count: count, seed: conformerSeed, isOneIsomer: isOneIsomer)
    } catch ChemistryError.embeddingStopped(let smiles, let isTooLong) {
      let error = ChemistryError.embeddingStopped(smiles: smiles, isTooLong: isTooLong)
      throw CalculationFailure(isTooLong ? .timeout : .cancelled, "\(error)")
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

extension AttemptRequest {
  /// The arrangement of ligands at hypervalent atoms and metals that it starts from; nil without such atoms.
  var arrangement: String? { geometry?.embedding?.arrangement }
}

extension Geometry {
  /// The same atoms at other places, with what is known of how they came to be; itself where the places are not as many, or
  /// not finite.
  func moved(to coordinates: [Double]) -> Geometry {
    let moved = try? Geometry(
      elements: elements, coordinates: coordinates, bonds: bonds, forceField: forceField, embedding: embedding)
    return moved ?? self
  }

  /// How a starting geometry was made, where that is not the usual way, a sentence each.
  package var startNotes: [String] {
    guard let embedding else { return [] }
    var notes: [String] = []
    if let arrangement = embedding.arrangement {
      notes.append("The ligands started in an ideal arrangement: \(arrangement).")
    } else if embedding.method != Self.usualMethod {
      notes.append("The starting geometry was embedded by \(embedding.method), since \(Self.usualMethod) found none.")
    }
    if forceField == nil {
      notes.append(
        "Neither MMFF94 nor UFF has parameters for all atoms: the starting geometry is the embedded one, unrelaxed.")
    }
    if embedding.hasMoreIsomers {
      notes.append(
        "The SMILES leaves more stereoisomers open than were tried: \(embedding.isomerCount) were tried, and the stablest "
          + "of all may be another.")
    }
    return notes
  }

  private static let usualMethod = "ETKDGv3"
}
