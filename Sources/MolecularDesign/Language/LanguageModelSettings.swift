/// The method of converting counts to probabilities.
public enum Smoothing: String, Sendable, Hashable, Codable, CaseIterable {
  /// Interpolated modified Kneser–Ney smoothing.
  case kneserNey = "kneser-ney"
  /// Back-off to the longest context in which a token was seen; for comparison.
  case plainBackOff = "plain-back-off"
}

/// The settings of training a language model.
public struct LanguageModelSettings: Sendable, Hashable, Codable {
  /// The number of tokens of the contracted context that the model sees: 1 to 100.
  public var order: Int
  /// How often each molecule is written, each time from a random root atom: at least 1.
  public var rootsPerMolecule: Int
  /// The length in tokens beyond which strings are driven to end; nil: that of the longest training string.
  public var softLength: Int?
  /// The method of converting counts to probabilities.
  public var smoothing: Smoothing

  /// Creates settings. By default: order 10, five roots per molecule, the length of the training strings, and
  /// Kneser–Ney.
  public init(
    order: Int = 10, rootsPerMolecule: Int = 5, softLength: Int? = nil, smoothing: Smoothing = .kneserNey
  ) {
    self.order = order
    self.rootsPerMolecule = rootsPerMolecule
    self.softLength = softLength
    self.smoothing = smoothing
  }

  /// Reads settings; those stored before smoothing could be chosen mean Kneser–Ney.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    order = try container.decode(Int.self, forKey: .order)
    rootsPerMolecule = try container.decode(Int.self, forKey: .rootsPerMolecule)
    softLength = try container.decodeIfPresent(Int.self, forKey: .softLength)
    smoothing = try container.decodeIfPresent(Smoothing.self, forKey: .smoothing) ?? .kneserNey
  }

  /// Throws ``DesignError/invalidSetting(name:value:allowed:)`` for a value out of its range.
  public func validate() throws(DesignError) {
    guard (1...100).contains(order) else {
      throw .invalidSetting(name: "order", value: "\(order)", allowed: "from 1 to 100")
    }
    guard rootsPerMolecule >= 1 else {
      throw .invalidSetting(name: "roots per molecule", value: "\(rootsPerMolecule)", allowed: "at least 1")
    }
    if let softLength, softLength < 1 {
      throw .invalidSetting(name: "soft length", value: "\(softLength)", allowed: "at least 1")
    }
  }
}
