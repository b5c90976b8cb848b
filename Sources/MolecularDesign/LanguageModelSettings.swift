/// How a language model goes from counts to probabilities.
public enum Smoothing: String, Sendable, Hashable, Codable, CaseIterable {
  /// Interpolated modified Kneser–Ney.
  case kneserNey = "kneser-ney"
  /// The longest context in which a token was seen; for comparison.
  case plainBackOff = "plain-back-off"
}

/// How a language model is trained.
public struct LanguageModelSettings: Sendable, Hashable, Codable {
  /// How many tokens of the contracted context the model sees: 1 to 100.
  public var order: Int
  /// How often each molecule is written, each time from a random root atom: at least 1.
  public var rootsPerMolecule: Int
  /// The length in tokens from which on strings are led to their end; nil: that of the longest training string.
  public var softLength: Int?
  /// How it goes from counts to probabilities.
  public var smoothing: Smoothing

  /// Order 10, five roots per molecule, as long as the training strings, and Kneser–Ney.
  public init(
    order: Int = 10, rootsPerMolecule: Int = 5, softLength: Int? = nil, smoothing: Smoothing = .kneserNey
  ) {
    self.order = order
    self.rootsPerMolecule = rootsPerMolecule
    self.softLength = softLength
    self.smoothing = smoothing
  }

  /// Reads settings; those kept before there was a choice of smoothing have none, which is Kneser–Ney.
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
