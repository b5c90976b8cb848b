import CRDKit
import Compositions
import Foundation

/// A way of turning molecules into numbers: a value with a name that can be stored and read back.
///
/// | name | what | features |
/// |---|---|---|
/// | `morgan-counts-r3-2048` | Morgan environments up to a radius, folded to a number of counts (doi:10.1021/ci100050t) | counts |
/// | `morgan-bits-r2-1024` | the same, every count capped at 1 | counts |
/// | `morgan-exact-r3` | the same environments, not folded | exact counts |
/// | `atom-pairs-2048` | pairs of atoms with the number of bonds between them (doi:10.1021/ci00046a002) | counts |
/// | `topological-torsions-2048` | chains of four atoms (doi:10.1021/ci00054a008) | counts |
/// | `maccs` | the 166 MACCS keys, numbered from 1, of 167 bits | counts |
/// | `fragment-counts` | how often RDKit's functional groups occur: ``FragmentCounts`` | counts |
/// | `physical-descriptors` | 117 of RDKit's descriptors: ``PhysicalDescriptors`` | reals |
/// | `element-amounts` | the amounts of the elements, in millionths of all atoms | counts |
/// | `element-statistics` | XenonPy's 290: statistics of 58 properties of the elements: `ElementStatistics` | reals |
/// | `element-means` | geometric and harmonic means of these properties: `ElementMeans` | reals |
/// | `element-bonding` | charges and electronegativities of the likeliest oxidation states: `ElementBonding` | reals |
/// | `element-groups` | the amounts of groups of similar elements, in millionths | counts |
/// | `fragprints` | `morgan-counts-r3-2048+fragment-counts` | counts |
/// | `a+b` | counts of one behind those of the other | counts |
///
/// Those of elements are computed from a formula alone: they are the only ones of compositions. Pairs and torsions have the forms `-bits-1024` and `-exact` too. A radius is 0 to 8, a number of counts 64 to 1,048,576.
///
/// ```swift
/// let fragprints = try Representation(named: "fragprints")
/// let features = try fragprints.features(of: molecules)
/// ```
public struct Representation: Sendable, Hashable {
  let parts: [RepresentationPart]

  init(parts: [RepresentationPart]) { self.parts = parts }

  /// Morgan counts of radius 3, folded to 2048, followed by fragment counts.
  public static let fragprints = Representation(
    parts: [.morgan(radius: 3, .counts(size: CountFingerprint.defaultSize)), .fragmentCounts])
  /// Morgan counts of radius 3, folded to 2048.
  public static let morganCounts = Representation(
    parts: [.morgan(radius: 3, .counts(size: CountFingerprint.defaultSize))])
  /// Morgan counts of radius 1 (atoms and their neighbours), folded to 2048.
  public static let morganNeighbours = Representation(
    parts: [.morgan(radius: 1, .counts(size: CountFingerprint.defaultSize))])
  /// Pairs of atoms with the number of bonds between them, folded to 2048.
  public static let atomPairs = Representation(parts: [.atomPairs(.counts(size: CountFingerprint.defaultSize))])
  /// Chains of four atoms, folded to 2048.
  public static let topologicalTorsions = Representation(
    parts: [.topologicalTorsions(.counts(size: CountFingerprint.defaultSize))])
  /// The 166 MACCS keys.
  public static let maccs = Representation(parts: [.maccs])
  /// The number of occurrences of RDKit's functional groups.
  public static let fragmentCounts = Representation(parts: [.fragmentCounts])
  /// RDKit's descriptors.
  public static let physicalDescriptors = Representation(parts: [.physicalDescriptors])

  /// The amounts of the elements.
  public static let elementAmounts = Representation(parts: [.elements(.amounts)])
  /// XenonPy's statistics of the elements' properties.
  public static let elementStatistics = Representation(parts: [.elements(.statistics)])
  /// Geometric and harmonic means of the elements' properties.
  public static let elementMeans = Representation(parts: [.elements(.means)])

  /// What the elements suggest about the bonds.
  public static let elementBonding = Representation(parts: [.elements(.bonding)])
  /// The amounts of groups of similar elements.
  public static let elementGroups = Representation(parts: [.elements(.groups)])

  /// Names that show all kinds; other radii and sizes are possible.
  public static let names = [
    "morgan-counts-r3-2048", "morgan-bits-r3-2048", "morgan-exact-r3", "atom-pairs-2048", "atom-pairs-bits-2048",
    "atom-pairs-exact", "topological-torsions-2048", "topological-torsions-bits-2048", "topological-torsions-exact",
    "maccs", "fragment-counts", "physical-descriptors", "fragprints", "element-amounts", "element-statistics",
    "element-means", "element-bonding", "element-groups",
  ]

  /// Creates the representation with a name, which may join several with `+`.
  ///
  /// - Throws: ``ChemistryError/unknownRepresentation(name:reason:)``, with suggestions and all names.
  public init(named name: String) throws(ChemistryError) {
    var parts: [RepresentationPart] = []
    for word in name.split(separator: "+", omittingEmptySubsequences: false) {
      if word == "fragprints" {
        parts += Self.fragprints.parts
      } else if let part = RepresentationPart(name: String(word)) {
        parts.append(part)
      } else {
        throw .unknownRepresentation(name: name, reason: reasonToReject(String(word)))
      }
    }
    if parts.count > 1, let other = parts.first(where: { !$0.givesCounts }) {
      throw .unknownRepresentation(
        name: name, reason: "'\(other.name)' cannot be joined with others, since it has no counts at fixed positions")
    }
    self.init(parts: parts)
  }

  /// The name, from which the same representation can be created: "fragprints", or "atom-pairs-2048+maccs".
  public var name: String {
    self == .fragprints ? "fragprints" : parts.map(\.name).joined(separator: "+")
  }

  /// The names of the real numbers in their order; none for counts.
  package var realNames: [String] {
    guard parts.count == 1 else { return [] }
    switch parts[0] {
    case .physicalDescriptors: return PhysicalDescriptors.names
    case .elements(let features): return features.names
    default: return []
    }
  }

  /// The versions that the numbers depend on: those of the parts and of RDKit, and a digest of the file of fragments if
  /// it is used. Numbers of different versions must not be compared.
  ///
  /// - Throws: ``ChemistryError/missingData(path:reason:)`` if the file is needed but missing.
  public var version: String {
    get throws(ChemistryError) {
      var words = [parts.map { String($0.version) }.joined(separator: "+")]
      if !describesCompositions { words.append("RDKit \(ChemistryVersion.rdkit)") }
      if parts.contains(.fragmentCounts) { words.append("fragments \(try FragmentCounts.shared().digest)") }
      return words.joined(separator: ", ")
    }
  }

  /// The features of a molecule.
  ///
  /// - Throws: ``ChemistryError/failed(operation:smiles:reason:)`` if RDKit fails, and
  ///   ``ChemistryError/missingData(path:reason:)`` without the file of fragments.
  public func features(of molecule: Molecule) throws(ChemistryError) -> Features {
    try [self].features(of: molecule)[0]
  }

  fileprivate func features(of handle: OpaquePointer, _ molecule: Molecule) throws(ChemistryError) -> Features {
    try joined { part throws(ChemistryError) in
      if case .elements(let features) = part { return features.features(of: try molecule.readComposition()) }
      return try unsafe part.features(of: handle, smiles: molecule.smiles)
    }
  }

  /// The features of a formula alone.
  ///
  /// - Throws: ``ChemistryError/compositionRefused(formula:operation:)`` if a part needs a graph.
  fileprivate func features(of composition: Composition) throws(ChemistryError) -> Features {
    try joined { part throws(ChemistryError) in
      guard case .elements(let features) = part else {
        throw .compositionRefused(formula: composition.formula, operation: "The representation '\(part.name)'")
      }
      return features.features(of: composition)
    }
  }

  private func joined(
    _ features: (RepresentationPart) throws(ChemistryError) -> Features
  ) throws(ChemistryError) -> Features {
    guard parts.count > 1 else { return try features(parts[0]) }
    var joined = CountFingerprint(counts: [])
    for part in parts {
      if case .counts(let counts) = try features(part) { joined = joined + counts }
    }
    return .counts(joined)
  }

  /// The features of each molecule, computed on all cores.
  public func features(of molecules: [Molecule]) throws(ChemistryError) -> [Features] {
    try concurrentMap(molecules.count) { index in
      Result { () throws(ChemistryError) in try features(of: molecules[index]) }
    }.values()
  }
}

extension [Representation] {
  /// The features of a molecule by each representation; its SMILES is read once for all of them.
  public func features(of molecule: Molecule) throws(ChemistryError) -> [Features] {
    func computed(_ handle: OpaquePointer) throws(ChemistryError) -> [Features] {
      var features: [Features] = []
      for representation in self {
        features.append(try unsafe representation.features(of: handle, molecule))
      }
      return features
    }
    if allSatisfy(\.describesCompositions) || molecule.composition != nil {
      let composition = try molecule.readComposition()
      var features: [Features] = []
      for representation in self { features.append(try representation.features(of: composition)) }
      return features
    }
    return allSatisfy { $0.parts.allSatisfy(\.needsGraphAlone) }
      ? try unsafe molecule.withGraph(computed) : try unsafe molecule.withCompletedGraph(computed)
  }
}

extension Representation: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}

extension Representation: Codable {
  /// Reads the name.
  public init(from decoder: any Decoder) throws {
    try self.init(named: decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }
}

extension RepresentationPart {
  /// Computes the features of a molecule that RDKit has read.
  func features(of molecule: OpaquePointer, smiles: String) throws(ChemistryError) -> Features {
    switch self {
    case .morgan(let radius, let form):
      try unsafe features(CRDKIT_MORGAN, radius: radius, form, of: molecule, smiles: smiles)
    case .atomPairs(let form): try unsafe features(CRDKIT_ATOM_PAIRS, form, of: molecule, smiles: smiles)
    case .topologicalTorsions(let form):
      try unsafe features(CRDKIT_TOPOLOGICAL_TORSIONS, form, of: molecule, smiles: smiles)
    case .maccs: .counts(CountFingerprint(size: 167, try unsafe maccsKeys(of: molecule, smiles: smiles)))
    case .fragmentCounts: .counts(try unsafe FragmentCounts.shared().counts(in: molecule, smiles: smiles))
    case .physicalDescriptors: .reals(try unsafe PhysicalDescriptors.values(of: molecule, smiles: smiles))
    // The formula suffices, and no graph is asked.
    case .elements: .reals([])
    }
  }

  private func features(
    _ kind: crdkit_environments, radius: Int = 0, _ form: Form, of molecule: OpaquePointer, smiles: String
  ) throws(ChemistryError) -> Features {
    switch form {
    case .counts(let size):
      .counts(
        CountFingerprint(
          size: size, try unsafe environments(kind, radius: radius, foldedTo: size, of: molecule, smiles: smiles)))
    case .bits(let size):
      .counts(
        CountFingerprint(
          size: size, try unsafe environments(kind, radius: radius, foldedTo: size, of: molecule, smiles: smiles).bits))
    case .exact:
      .exactCounts(
        ExactCounts(try unsafe environments(kind, radius: radius, foldedTo: 0, of: molecule, smiles: smiles)))
    }
  }
}

/// What is wrong with a name, with suggestions and all names.
private func reasonToReject(_ word: String) -> String {
  let plain = word.lowercased().replacing("_", with: "-").replacing(" ", with: "-")
  let alike = Representation.names.map { ($0, plain.commonPrefix(with: $0).count) }.max { $0.1 < $1.1 }
  let meant = alike.flatMap { $0.1 >= 4 ? "did you mean '\($0.0)'? There are " : nil } ?? "there are "
  return "'\(word)' is not a representation; \(meant)\(Representation.names.joined(separator: ", ")); radii may be "
    + "\(RepresentationPart.radii.lowerBound) to \(RepresentationPart.radii.upperBound), sizes "
    + "\(RepresentationPart.sizes.lowerBound) to \(RepresentationPart.sizes.upperBound), and '+' joins several"
}
