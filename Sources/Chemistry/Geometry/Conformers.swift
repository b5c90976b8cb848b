import CRDKit

extension Molecule {
  /// Whether the uncertainty of a value that was calculated on some conformers is its spread over them, and no error of the
  /// value. That of a repeat unit is an error: the extrapolation's from its chains, whose conformers these are.
  ///
  /// `CampaignStore.calculationsOfSeveralConformers` asks the same of the record.
  ///
  /// - Parameters:
  ///   - numbers: the conformer of each attempt; nil where an attempt had none.
  ///   - smiles: the molecule's SMILES.
  package static func hasSpread(overConformers numbers: some Sequence<Int?>, of smiles: String) -> Bool {
    !smiles.utf8.contains(UInt8(ascii: "*")) && Set(numbers.compactMap(\.self)).count > 1
  }

  /// Three-dimensional structures with all hydrogens, lowest force-field energy first.
  ///
  /// ETKDGv3 (doi:10.1021/acs.jcim.0c00025) embeds them, and MMFF94 relaxes them in vacuum; UFF replaces MMFF94 if that
  /// lacks parameters, and the structure stays unrelaxed if UFF lacks them too. If ETKDGv3 fails, it is repeated from
  /// random coordinates, then ETDG, KDG and plain distance geometry are tried, and last ETKDGv3 without the stated
  /// arrangement of nitrogen, whose structures are then chosen by it. Hypervalent atoms and metals get each
  /// ideal arrangement of their ligands, which is not relaxed. Carbenes and acyl and vinyl radicals, which RDKit and
  /// MMFF94 treat as linear, are bent and relaxed by UFF. The geometry says how it was made. The same molecule, count
  /// and seed give the same geometries. The methods and their order are in `Sources/CRDKit/Embedding.cpp`, the reasons
  /// in decision 25.
  ///
  /// They have every double bond and centre that the SMILES states. If it leaves some open, the conformers are shared
  /// among its stereoisomers: these are distinct up to mirror images, at most 8 or `count`, and each that can be
  /// embedded has at least one conformer. ``stereoisomer(of:)`` gives the isomer of a geometry.
  ///
  /// - Parameters:
  ///   - count: the number of conformers, 1000 at most. More are returned if there are more isomers or arrangements of
  ///     ligands; fewer if several are the same or mirror images (energies within 0.01 kcal/mol), or some could not be
  ///     embedded.
  ///   - seed: the seed of the embedding's random numbers.
  ///   - isOneIsomer: whether to return only the stereoisomer of lowest force-field energy.
  /// - Throws: ``ChemistryError/conformers(smiles:reason:)`` if none could be made;
  ///   ``ChemistryError/embeddingStopped(smiles:isTooLong:)`` after 300 s, or when the calling task is cancelled.
  public func conformers(count: Int, seed: UInt32, isOneIsomer: Bool = false) throws(ChemistryError) -> [Geometry] {
    guard count > 0 else { return [] }
    guard count <= 1000 else {
      throw .conformers(smiles: smiles, reason: "\(count) were asked for, more than 1000")
    }
    return try unsafe withHandle { molecule throws(ChemistryError) in
      var stopped: Int32 = 0
      let handle = try unsafe callRDKit(failure: { embeddingFailure($0, stopped: stopped) }) { error in
        // RDKit takes a negative seed for "do not seed", so 31 bits are used. Between attempts it asks whether to stop.
        unsafe crdkit_conformers_new(
          molecule, Int32(clamping: count), Int32(seed & 0x7FFF_FFFF), isOneIsomer ? 1 : 0,
          { Task.isCancelled ? 1 : 0 }, &stopped, error)
      }
      defer { unsafe crdkit_conformers_delete(handle) }
      return try unsafe geometries(handle)
    }
  }

  private func embeddingFailure(_ reason: String, stopped: Int32) -> ChemistryError {
    stopped == 0
      ? .conformers(smiles: smiles, reason: reason) : .embeddingStopped(smiles: smiles, isTooLong: stopped == 1)
  }

  private func geometries(_ handle: OpaquePointer) throws(ChemistryError) -> [Geometry] {
    let atoms = unsafe crdkit_conformers_atoms(handle)
    let elements = (0..<atoms).map { unsafe String(cString: crdkit_conformers_element(handle, $0)) }
    let bonds = unsafe (0..<crdkit_conformers_bonds(handle)).map { index in
      var first: Int32 = 0
      var second: Int32 = 0
      var order = 0.0
      unsafe crdkit_conformers_bond(handle, index, &first, &second, &order)
      return Geometry.Bond(first: Int(first), second: Int(second), order: order)
    }
    let forceField = unsafe crdkit_conformers_force_field(handle).flatMap {
      unsafe Geometry.ForceField(rawValue: String(cString: $0))
    }
    var hasMore: Int32 = 0
    let isomers = unsafe Int(crdkit_conformers_isomers(handle, &hasMore))
    var geometries: [Geometry] = []
    for conformer in unsafe 0..<crdkit_conformers_count(handle) {
      var coordinates = [Double](repeating: 0, count: 3 * Int(atoms))
      unsafe crdkit_conformers_coordinates(handle, conformer, &coordinates)
      let arrangement = unsafe String(cString: crdkit_conformers_shape(handle, conformer))
      let embedding = unsafe Geometry.Embedding(
        method: String(cString: crdkit_conformers_step(handle, conformer)),
        arrangement: arrangement.isEmpty ? nil : arrangement, isomerCount: isomers, hasMoreIsomers: hasMore != 0)
      geometries.append(
        try Geometry(
          elements: elements, coordinates: coordinates, bonds: bonds, forceField: forceField, embedding: embedding))
    }
    return geometries
  }
}
