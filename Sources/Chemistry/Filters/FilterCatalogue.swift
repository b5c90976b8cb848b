import CRDKit

extension MoleculeFilter {
  /// Catalogues of substructures in RDKit.
  public enum Catalogue: String, Sendable, Hashable, Codable, CaseIterable {
    /// Pan-assay interference compounds, all three families (doi:10.1021/jm901137j).
    case pains = "PAINS"
    /// The family of PAINS with the most evidence.
    case painsA = "PAINS_A"
    /// The second family of PAINS.
    case painsB = "PAINS_B"
    /// The family of PAINS with the least evidence.
    case painsC = "PAINS_C"
    /// Unwanted functional groups of Brenk and others (doi:10.1002/cmdc.200700139).
    case brenk = "BRENK"
    /// Reactive and problematic groups that the NIH's screening centres annotate (doi:10.1021/jm901070c).
    case nih = "NIH"
    /// Groups rejected by ZINC's drug-likeness filters (zinc.docking.org/browse/catalogs).
    case zinc = "ZINC"

    var handle: crdkit_catalogue {
      switch self {
      case .pains: CRDKIT_PAINS
      case .painsA: CRDKIT_PAINS_A
      case .painsB: CRDKIT_PAINS_B
      case .painsC: CRDKIT_PAINS_C
      case .brenk: CRDKIT_BRENK
      case .nih: CRDKIT_NIH
      case .zinc: CRDKIT_ZINC
      }
    }

    /// The name of the first matching entry; nil if there is none.
    func firstMatch(in molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> String? {
      var name: UnsafeMutablePointer<CChar>?
      let matched = try unsafe callRDKit(
        failure: { .failed(operation: "\(rawValue) filter", smiles: smiles, reason: $0) },
        { error in
          let answer = unsafe crdkit_catalogue_first_match(handle, molecule, &name, error)
          return answer < 0 ? nil : answer == 1
        })
      let entry = unsafe takeString(name)
      return matched ? entry ?? "" : nil
    }
  }
}
