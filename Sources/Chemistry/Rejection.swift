/// Why a filter refused a molecule.
public struct Rejection: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The limit that was not met; counts by reason are kept over these.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case components, isotope, element, heavyAtoms, molecularWeight, charge, radical, ringSize, required, forbidden
    case catalogue
  }

  /// Which limit was not met.
  public let kind: Kind
  /// For a chemist to read: "31 heavy atoms, more than 22".
  public let reason: String

  /// A rejection by a limit, with its reason.
  public init(kind: Kind, reason: String) {
    self.kind = kind
    self.reason = reason
  }

  /// The reason.
  public var description: String { reason }
}
