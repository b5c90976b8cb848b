import CRDKit

/// A chain of a few repeat units: their number, what closes it, and its configurations.
public struct Oligomer: Sendable, Hashable {
  /// What closes both ends.
  public enum Ends: String, Sendable, Hashable, CaseIterable {
    /// Hydrogen.
    case hydrogen = "H"
    /// Methyl groups.
    case methyl = "CH3"

    var handle: crdkit_chain_ends {
      switch self {
      case .hydrogen: CRDKIT_ENDS_HYDROGEN
      case .methyl: CRDKIT_ENDS_METHYL
      }
    }
  }

  /// The configurations of the backbone's centres that the unit leaves open. Centres in rings and stated configurations
  /// stay as they are.
  ///
  /// A configuration is seen as in a Fischer projection of the chain. The substituent of higher rank by the rules of Cahn, Ingold
  /// and Prelog is on one side or on the other. If a unit has several open centres, they agree within the unit.
  public enum Tacticity: String, Sendable, Hashable, CaseIterable {
    /// They stay open: each calculator treats the chain as a molecule with open stereochemistry.
    case unspecified
    /// The same in all units.
    case isotactic
    /// Alternating from unit to unit.
    case syndiotactic
    /// Each drawn by the seed. A longer chain begins as a shorter one.
    case atactic

    var handle: crdkit_tacticity {
      switch self {
      case .unspecified: CRDKIT_TACTICITY_OPEN
      case .isotactic: CRDKIT_ISOTACTIC
      case .syndiotactic: CRDKIT_SYNDIOTACTIC
      case .atactic: CRDKIT_ATACTIC
      }
    }
  }

  /// The number of repeat units; at least 1.
  public var units: Int
  /// What closes both ends.
  public var ends: Ends
  /// The configurations that the unit leaves open.
  public var tacticity: Tacticity
  /// The seed of an atactic chain.
  public var seed: UInt64

  /// Describes a chain.
  public init(units: Int, ends: Ends = .hydrogen, tacticity: Tacticity = .unspecified, seed: UInt64 = 1) {
    self.units = units
    self.ends = ends
    self.tacticity = tacticity
    self.seed = seed
  }
}
