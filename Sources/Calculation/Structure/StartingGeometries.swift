import Chemistry

extension Molecule {
  /// Why no calculation that starts from a geometry accepts the molecule: it has open ends, several components or isotope
  /// labels. Nil if it has none of them. A program that is given the SMILES may accept it.
  package var calculationRefusal: CalculationFailure? {
    if smiles.contains("*") {
      return CalculationFailure(
        .input,
        "'\(smiles)' has open ends (*), and a program needs a molecule without; the setting 'oligomer' calculates a repeat "
          + "unit by chains of it.")
    }
    if componentCount > 1 {
      return CalculationFailure(
        .input,
        "'\(smiles)' has several components (a dot), but a molecule must have only one; calculate each separately.")
    }
    guard isotopeLabelCount > 0 else { return nil }
    return CalculationFailure(
      .input, "'\(smiles)' has an isotope label, and the programs here calculate with the elements' usual masses.")
  }

  /// Starting conformers of a molecule for a calculation, the same for every program.
  /// - Parameters:
  ///   - count: The number of conformers; fewer if the molecule has fewer. A molecule with open stereochemistry gives at
  ///     least one of each isomer, and one with hypervalent atoms or metals at least one of each arrangement of ligands.
  ///   - isOneIsomer: Whether to keep only the isomer of lowest force-field energy, because no later energy will select
  ///     among several.
  /// - Throws: A failure of class `input` if none can be embedded; if there are several components, which embedding
  ///   would place on top of each other, with values that look plausible; or if there are isotope labels, which no
  ///   program would see.
  func startingGeometries(count: Int, isOneIsomer: Bool = false) throws(CalculationFailure) -> [Geometry] {
    if let calculationRefusal { throw calculationRefusal }
    let geometries: [Geometry]
    do {
      // A single atom needs no force field, and some elements have no force-field parameters.
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

  /// The 32-bit FNV-1a hash of the SMILES, without the sign bit.
  private var conformerSeed: UInt32 {
    smiles.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 } & 0x7FFF_FFFF
  }
}

extension AttemptRequest {
  /// The arrangement of ligands at hypervalent atoms and metals in the starting geometry; nil without such atoms.
  var arrangement: String? { geometry?.embedding?.arrangement }
}

extension Geometry {
  /// The same atoms at other coordinates, with the record of how the geometry was made; unchanged if the number of
  /// coordinates differs or one is not finite.
  func moved(to coordinates: [Double]) -> Geometry {
    let moved = try? Geometry(
      elements: elements, coordinates: coordinates, bonds: bonds, forceField: forceField, embedding: embedding)
    return moved ?? self
  }

  /// How a starting geometry was made, if unusual, a sentence each.
  package var startNotes: [String] {
    guard let embedding else { return [] }
    var notes: [String] = []
    if let arrangement = embedding.arrangement {
      notes.append("The ligands started in an ideal arrangement: \(arrangement).")
    } else if embedding.method != Self.usualMethod {
      notes.append(
        "\(Self.usualMethod) found no starting geometry; this one was embedded by \(embedding.method).")
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
