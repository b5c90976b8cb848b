/// Positions of a molecule's atoms, hydrogens included.
public struct Geometry: Sendable, Hashable, Codable {
  /// A bond between two atoms.
  public struct Bond: Sendable, Hashable, Codable {
    /// Index of one atom, from 0.
    public let first: Int
    /// Index of the other atom.
    public let second: Int
    /// 1, 1.5 (aromatic), 2 or 3.
    public let order: Double

    /// A bond of atoms `first` and `second`.
    public init(first: Int, second: Int, order: Double) {
      self.first = first
      self.second = second
      self.order = order
    }
  }

  /// The force field that relaxed a geometry.
  public enum ForceField: String, Sendable, Hashable, Codable {
    /// Merck molecular force field (doi:10.1002/(SICI)1096-987X(199604)17:5/6<490::AID-JCC1>3.0.CO;2-P).
    case mmff94 = "MMFF94"
    /// Universal force field (doi:10.1021/ja00051a040).
    case uff = "UFF"
  }

  /// How a starting geometry was made.
  public struct Embedding: Sendable, Hashable, Codable {
    /// RDKit's method, such as `ETKDGv3`.
    public let method: String
    /// The ideal arrangement of the ligands of hypervalent atoms and metals, such as `T at I2 (Cl1 opposite Cl3)`; nil
    /// without such atoms.
    public let arrangement: String?
    /// The number of stereoisomers that were made of a molecule that leaves some open; 1 for all others.
    public let isomerCount: Int
    /// Whether the molecule has more stereoisomers than these.
    public let hasMoreIsomers: Bool

    /// Creates a description.
    public init(method: String, arrangement: String? = nil, isomerCount: Int = 1, hasMoreIsomers: Bool = false) {
      self.method = method
      self.arrangement = arrangement
      self.isomerCount = isomerCount
      self.hasMoreIsomers = hasMoreIsomers
    }
  }

  /// The element symbol of each atom.
  public let elements: [String]
  /// x, y and z of each atom in turn, in ångström.
  public let coordinates: [Double]
  /// The bonds of the molecule it was made for; they are not derived from the coordinates.
  public let bonds: [Bond]
  /// The force field that relaxed it; nil if none has parameters for its atoms, or the coordinates come from elsewhere.
  public let forceField: ForceField?
  /// How it was embedded; nil if the coordinates come from elsewhere.
  public let embedding: Embedding?

  /// Creates a geometry.
  ///
  /// - Throws: ``ChemistryError/invalidGeometry(reason:)`` unless there are three finite coordinates per atom, and
  ///   every bond joins two of the atoms.
  public init(
    elements: [String], coordinates: [Double], bonds: [Bond], forceField: ForceField? = nil,
    embedding: Embedding? = nil
  ) throws(ChemistryError) {
    guard coordinates.count == 3 * elements.count else {
      throw .invalidGeometry(reason: "\(elements.count) atoms have \(coordinates.count) coordinates, not three each")
    }
    guard coordinates.allSatisfy(\.isFinite) else {
      throw .invalidGeometry(reason: "a coordinate is not a finite number")
    }
    guard bonds.allSatisfy({ elements.indices.contains($0.first) && elements.indices.contains($0.second) }) else {
      throw .invalidGeometry(reason: "a bond names an atom that is not among the \(elements.count)")
    }
    self.elements = elements
    self.coordinates = coordinates
    self.bonds = bonds
    self.forceField = forceField
    self.embedding = embedding
  }
}

extension Geometry {
  /// Distance of two atoms in ångström.
  public func distance(_ first: Int, _ second: Int) -> Double {
    let squares = (0..<3).map { axis in
      let difference = coordinates[3 * first + axis] - coordinates[3 * second + axis]
      return difference * difference
    }
    return squares.reduce(0, +).squareRoot()
  }
}
