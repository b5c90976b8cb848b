import CRDKit
public import Compositions

/// A molecule: its identity, and the counts over its atoms.
///
/// A pure value. Two molecules are equal when their canonical SMILES are. (InChI, which would also unite tautomers, is
/// not in Debian's RDKit.) Only its SMILES is encoded.
///
/// An inorganic material of which only the formula is known is such a value too: its ``composition``. It has no graph, and
/// its identity, which stands for the SMILES, is its normalised formula. What needs a graph refuses it.
///
/// ```swift
/// let aspirin = try Molecule(smiles: "OC(=O)c1ccccc1OC(C)=O")
/// aspirin.smiles    // "CC(=O)Oc1ccccc1C(=O)O"
/// aspirin.formula   // "C9H8O4"
/// ```
public struct Molecule: Sendable {
  /// Canonical isomeric SMILES by RDKit. It is a fixed point: reading and writing it again does not change it. Of a
  /// composition, its identity: "Fe2 O3".
  public let smiles: String
  /// The composition, normalised, if the material is one and no molecule; nil for molecules.
  public let composition: Composition?
  /// Molecular formula in Hill order, with the charge if there is one: "C2H3O2-"; of a repeat unit with its ends: "C4H2S*2".
  /// Of a composition, its formula: "Fe2O3".
  public let formula: String
  /// Element symbols in alphabetical order, including H if there is any.
  public let elements: [String]
  /// Sum of the formal charges, in elementary charges.
  public let charge: Int
  /// The number of all electrons, including those of hydrogens.
  public let electronCount: Int
  /// Unpaired electrons of radical centres in the SMILES: 1 for `[CH3]`, 2 for `[O][O]`.
  ///
  /// Carbenes, silylenes, SnCl2 and the like are closed shells (``pairedElements``), and metals of the d and f blocks
  /// have none, because their valence is not fixed.
  public let radicalElectronCount: Int
  /// Electrons in the f shells of lanthanides and actinides.
  public let fElectronCount: Int
  /// Elements of atoms with two unshared electrons that are treated as a pair but might be unpaired: C in a carbene.
  public let pairedElements: [String]
  /// Metals of the d block with one to nine d electrons, which may have unpaired ones.
  public let openShellMetals: [String]
  /// Atoms other than hydrogen.
  public let heavyAtomCount: Int
  /// All atoms, hydrogens included.
  public let atomCount: Int
  /// Average molecular weight in g/mol.
  public let molecularWeight: Double
  /// The number of components without a bond between them: 2 for a salt.
  public let componentCount: Int
  /// Rings of the smallest set of smallest rings.
  public let ringCount: Int
  /// The number of atoms in the largest of these rings; 0 without rings.
  public let largestRingSize: Int
  /// Atoms with a stated mass number, as in `[13C]`.
  public let isotopeLabelCount: Int

  /// Carbon atoms. A formula in Hill order begins with them.
  public var carbonCount: Int {
    let rest = formula.dropFirst()
    guard formula.first == "C", rest.first?.isLowercase != true else { return 0 }
    return Int(rest.prefix { $0.isASCII && $0.isNumber }) ?? 1
  }

  /// The longest SMILES that is read, in characters. RDKit recurses over atoms, and its time grows faster than their
  /// number: much longer ones would exhaust the stack or seem to hang.
  public static let longestSMILES = 500

  /// Reads and sanitises SMILES. Several components are allowed; atom-map numbers are dropped. The identity of a composition
  /// is read too, since no SMILES has its form; formulas as people write them are read by ``init(formula:)``.
  ///
  /// Its features are not computed here. `FeatureStore` in `Prediction` computes them once and keeps them.
  ///
  /// - Throws: ``ChemistryError/invalidSMILES(smiles:reason:)`` on empty or overlong text, wrong syntax, impossible
  ///   valences or aromaticity, and dummy atoms (`*`) unless they are allowed.
  ///
  /// - Parameter isRepeatUnit: whether dummy atoms are allowed, which mark the bonds of a polymer's repeat unit. They
  ///   are not among the elements and cannot be calculated; ``RepeatUnit`` makes chains of them. Fingerprints, descriptors and the language model accept
  ///   them.
  public init(smiles text: String, isRepeatUnit: Bool = false) throws(ChemistryError) {
    try self.init(smiles: text, isRepeatUnit: isRepeatUnit, recent: .shared)
  }

  /// As above, with a list of molecules that were read lately in the place of that of the process. With an empty one, RDKit reads
  /// everything.
  package init(smiles text: String, isRepeatUnit: Bool = false, recent: RecentMolecules) throws(ChemistryError) {
    if let composition = Composition(identity: text) {
      self = Molecule(composition)
      return
    }
    if let reason = reasonToReject(text) { throw .invalidSMILES(smiles: text, reason: reason) }
    let (known, graph, canonical) = try unsafe Self.read(text, recent: recent)
    if let known {
      self = known
      return
    }
    var unread = unsafe graph
    defer { unsafe crdkit_molecule_delete(unread) }
    smiles = canonical
    // The canonical form may be longer than the text, and must be readable again.
    if let reason = reasonToReject(smiles) { throw .invalidSMILES(smiles: text, reason: "in canonical form \(reason)") }
    var composition = unsafe crdkit_composition()
    _ = try unsafe callRDKit(failure: { .invalidSMILES(smiles: text, reason: $0) }) { error in
      unsafe crdkit_molecule_composition(graph, &composition, error) == 0 ? true : nil
    }
    defer { unsafe crdkit_composition_clear(&composition) }
    guard unsafe isRepeatUnit || composition.dummy_atoms == 0 else {
      throw .invalidSMILES(
        smiles: text, reason: "it has a dummy atom (*), which marks the ends of a repeat unit and is no element")
    }
    self.composition = nil
    formula = unsafe String(cString: composition.formula)
    elements = unsafe String(cString: composition.elements).split(separator: " ").map(String.init)
    charge = unsafe Int(composition.charge)
    electronCount = unsafe Int(composition.electrons)
    radicalElectronCount = unsafe Int(composition.radical_electrons)
    fElectronCount = unsafe Int(composition.f_electrons)
    pairedElements = unsafe String(cString: composition.paired_elements).split(separator: " ").map(String.init)
    openShellMetals = unsafe String(cString: composition.open_shell_metals).split(separator: " ").map(String.init)
    heavyAtomCount = unsafe Int(composition.heavy_atoms)
    atomCount = unsafe Int(composition.atoms)
    molecularWeight = unsafe composition.molecular_weight
    componentCount = unsafe Int(composition.components)
    ringCount = unsafe Int(composition.rings)
    largestRingSize = unsafe Int(composition.largest_ring)
    isotopeLabelCount = unsafe Int(composition.isotope_labels)
    if let graph = unsafe graph { unsafe RecentGraphs.shared.keep(graph, of: smiles) }
    unsafe unread = nil
    recent.keep(self)
  }

  /// An inorganic material of which the composition is known, normalised.
  ///
  /// It counts as one component without charge and without unpaired electrons. Its numbers of atoms and electrons are those
  /// of the formula, rounded.
  public init(_ composition: Composition) {
    let normalised = composition.normalised
    self.composition = normalised
    smiles = normalised.identity
    formula = normalised.formula
    elements = normalised.symbols
    atomCount = Int(normalised.atomCount.rounded())
    heavyAtomCount = Int(
      normalised.parts.reduce(0) { $0 + ($1.element.atomicNumber == 1 ? 0 : $1.amount) }.rounded())
    electronCount = Int(
      normalised.parts.reduce(0) { $0 + $1.amount * Double($1.element.atomicNumber) }.rounded())
    molecularWeight = normalised.weight
    componentCount = 1
    (charge, radicalElectronCount, fElectronCount) = (0, 0, 0)
    (pairedElements, openShellMetals) = ([], [])
    (ringCount, largestRingSize, isotopeLabelCount) = (0, 0, 0)
  }
}

extension Molecule {
  /// Reads a SMILES that was accepted before, such as one in a record: repeat units too.
  package init(recorded smiles: String) throws(ChemistryError) { try self.init(smiles: smiles, isRepeatUnit: true) }
}

extension Molecule: Hashable {
  /// True if the canonical SMILES are the same.
  public static func == (a: Molecule, b: Molecule) -> Bool { a.smiles == b.smiles }

  /// Hashes the canonical SMILES.
  public func hash(into hasher: inout Hasher) { hasher.combine(smiles) }
}

extension Molecule: CustomStringConvertible {
  /// The canonical SMILES.
  public var description: String { smiles }
}

extension Molecule: Codable {
  /// Reads the SMILES again, so that nothing derived from it is stored.
  public init(from decoder: any Decoder) throws {
    try self.init(smiles: decoder.singleValueContainer().decode(String.self), isRepeatUnit: true)
  }

  /// Writes the SMILES.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(smiles)
  }
}
