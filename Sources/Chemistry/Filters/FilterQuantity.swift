import CRDKit

/// A quantity of a molecule that a filter can limit, in RDKit's definition.
///
/// The raw value equals that of the corresponding ``Rejection/Kind``. ``row`` is the table of all quantities.
public enum FilterQuantity: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
  /// Atoms other than hydrogen.
  case heavyAtoms
  /// Average molecular weight in g/mol.
  case molecularWeight
  /// Sum of the formal charges.
  case charge
  /// Rings of the smallest set of smallest rings.
  case rings
  /// Rings of this set with only aromatic bonds.
  case aromaticRings
  /// The share of the carbon atoms that are sp³.
  case fractionSP3
  /// Tetrahedral stereocentres, stated or not.
  case stereocentres
  /// Tetrahedral stereocentres whose configuration is not stated.
  case unspecifiedStereocentres
  /// Double bonds that may be E or Z and whose configuration is not stated.
  case unspecifiedDoubleBonds
  /// Nitrogen, oxygen and sulphur atoms that donate a hydrogen bond.
  case hydrogenBondDonors
  /// Atoms that accept a hydrogen bond.
  case hydrogenBondAcceptors
  /// Rotatable bonds in the strict sense: no amides, no bonds to symmetric ends.
  case rotatableBonds
  /// Topological polar surface area of nitrogen and oxygen in Å² (doi:10.1021/jm000942e).
  case polarSurfaceArea
  /// Wildman and Crippen's octanol–water partition coefficient, log10 (doi:10.1021/ci990307l).
  case logP
  /// Ertl and Schuffenhauer's score of synthetic accessibility, from 1, easy, to 10 (doi:10.1186/1758-2946-1-8).
  case syntheticAccessibility
}

extension FilterQuantity {
  /// The name, unit and range of a quantity, and the source of its value.
  public struct Row: Sendable {
    /// The source of a value, the cheapest first.
    enum Source: Sendable {
      /// The fields of a ``Molecule``.
      case composition(@Sendable (Molecule) -> Double)
      /// RDKit's graph: up to some ten microseconds.
      case graph(crdkit_quantity)
      /// Fingerprints and tables.
      case accessibility
    }

    /// Its name in the campaign file.
    public let key: String
    /// Its unit; empty for numbers and scores.
    public let unit: String
    /// The possible values; limits outside this range are mistakes.
    public let possible: ClosedRange<Double>
    /// The decimals in messages; 0 for whole numbers.
    public let decimals: Int
    let source: Source
    let sentence: @Sendable (_ number: String) -> String

    fileprivate init(
      _ key: String, unit: String = "", _ possible: ClosedRange<Double>, decimals: Int = 0, _ source: Source,
      _ sentence: @escaping @Sendable (String) -> String
    ) {
      (self.key, self.unit, self.possible, self.decimals) = (key, unit, possible, decimals)
      (self.source, self.sentence) = (source, sentence)
    }

    fileprivate init(_ key: String, _ possible: ClosedRange<Double>, _ source: Source, _ one: String) {
      self.init(key, possible, source) { $0 == "1" ? "1 \(one)" : "\($0) \(one)s" }
    }
  }

  /// The table: name in the campaign file, unit, possible values, source, and wording of a value.
  public var row: Row {
    switch self {
    case .heavyAtoms: Row("heavy_atoms", 1...1000, .composition { Double($0.heavyAtomCount) }, "heavy atom")
    case .molecularWeight:
      Row("molecular_weight", unit: "g/mol", 0...100_000, decimals: 1, .composition(\.molecularWeight)) {
        "\($0) g/mol"
      }
    case .charge: Row("charge", -100...100, .composition { Double($0.charge) }) { "charge \($0)" }
    case .rings: Row("rings", 0...500, .composition { Double($0.ringCount) }, "ring")
    case .aromaticRings: Row("aromatic_rings", 0...500, .graph(CRDKIT_AROMATIC_RINGS), "aromatic ring")
    case .fractionSP3:
      Row("fraction_sp3", 0...1, decimals: 2, .graph(CRDKIT_FRACTION_SP3)) { "fraction of sp3 carbon \($0)" }
    case .stereocentres: Row("stereocentres", 0...500, .graph(CRDKIT_STEREOCENTRES), "stereocentre")
    case .unspecifiedStereocentres:
      Row(
        "unspecified_stereocentres", 0...500, .graph(CRDKIT_UNSPECIFIED_STEREOCENTRES), "unspecified stereocentre")
    case .unspecifiedDoubleBonds:
      Row(
        "unspecified_double_bonds", 0...500, .graph(CRDKIT_UNSPECIFIED_DOUBLE_BONDS), "unspecified double bond")
    case .hydrogenBondDonors: Row("h_bond_donors", 0...500, .graph(CRDKIT_DONORS), "hydrogen-bond donor")
    case .hydrogenBondAcceptors: Row("h_bond_acceptors", 0...500, .graph(CRDKIT_ACCEPTORS), "hydrogen-bond acceptor")
    case .rotatableBonds: Row("rotatable_bonds", 0...500, .graph(CRDKIT_ROTATABLE_BONDS), "rotatable bond")
    case .polarSurfaceArea:
      Row("tpsa", unit: "Å²", 0...10_000, decimals: 1, .graph(CRDKIT_POLAR_SURFACE_AREA)) {
        "polar surface area \($0) Å²"
      }
    case .logP: Row("logp", -200...200, decimals: 2, .graph(CRDKIT_LOG_P)) { "logP \($0)" }
    case .syntheticAccessibility:
      Row("sa_score", 1...10, decimals: 2, .accessibility) { "synthetic accessibility \($0)" }
    }
  }

  /// The kind of a rejection by this quantity.
  public var kind: Rejection.Kind {
    switch self {
    case .heavyAtoms: .heavyAtoms
    case .molecularWeight: .molecularWeight
    case .charge: .charge
    case .rings: .rings
    case .aromaticRings: .aromaticRings
    case .fractionSP3: .fractionSP3
    case .stereocentres: .stereocentres
    case .unspecifiedStereocentres: .unspecifiedStereocentres
    case .unspecifiedDoubleBonds: .unspecifiedDoubleBonds
    case .hydrogenBondDonors: .hydrogenBondDonors
    case .hydrogenBondAcceptors: .hydrogenBondAcceptors
    case .rotatableBonds: .rotatableBonds
    case .polarSurfaceArea: .polarSurfaceArea
    case .logP: .logP
    case .syntheticAccessibility: .syntheticAccessibility
    }
  }
}
