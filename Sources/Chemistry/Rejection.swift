/// Why a filter refused a molecule.
public struct Rejection: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The limit that was not met; counts by reason are kept over these.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case components, isotope, element, heavyAtoms, molecularWeight, charge, radical, ringSize, required, forbidden
    case catalogue
  }

  public let kind: Kind
  /// For a chemist to read: "31 heavy atoms, more than 22".
  public let reason: String

  public init(kind: Kind, reason: String) {
    self.kind = kind
    self.reason = reason
  }

  public var description: String { reason }
}
