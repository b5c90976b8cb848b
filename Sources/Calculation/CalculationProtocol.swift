import Foundation

/// The procedure of a calculator, as a value: it has a name and a version and is stored with every result.
///
/// Results with equal protocols can be compared. A protocol contains everything that a value depends on besides the
/// molecule and the versions of the programs, and nothing else: no paths and no time limits. The summary is only a
/// description and does not enter comparisons.
public struct CalculationProtocol: Sendable, Hashable {
  /// One step, such as embedding conformers or optimising their geometries.
  public struct Step: Sendable, Hashable, Codable {
    /// The action: `embed`, `optimise`, `ionise`.
    public let name: String
    /// The settings, by name: `["method": "GFN2-xTB", "level": "normal"]`.
    public let settings: [String: String]

    /// Creates a step.
    public init(_ name: String, _ settings: [String: String] = [:]) {
      self.name = name
      self.settings = settings
    }

    /// Embeds conformers to start from, with `Molecule.startingGeometries`, for every program.
    static func embedding(conformers: Int) -> Step {
      Step(
        "embed",
        [
          "conformers": String(conformers), "by": "ETKDGv3; ETDG, KDG and plain distance geometry where it fails",
          "relaxed with": "MMFF94, UFF where it has no parameters, or nothing",
          "open stereochemistry": "all isomers, at most 8 or as many as conformers",
        ])
    }

    /// The step in words: `optimise (level normal, method GFN2-xTB)`.
    public var summary: String {
      if settings.isEmpty { return name }
      return "\(name) (\(settings.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")))"
    }
  }

  /// The calculator's name for it: `standard`, or `custom` where the campaign file changed a setting.
  public let name: String
  /// The version of the protocol, raised when the same name and steps change their meaning.
  public let version: Int
  /// The steps, in order.
  public let steps: [Step]
  /// One line for people, such as "GFN2-xTB, normal optimisation, 8 conformers, gas phase".
  public let summary: String

  /// Creates a protocol.
  public init(name: String, version: Int, steps: [Step], summary: String) {
    self.name = name
    self.version = version
    self.steps = steps
    self.summary = summary
  }

  /// The protocol as JSON with sorted keys, without its summary: equal protocols, and only those, give the same text.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and whole numbers can always be encoded.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Whether two protocols have the same name, version and steps; the summary is not compared.
  public static func == (first: Self, second: Self) -> Bool {
    (first.name, first.version) == (second.name, second.version) && first.steps == second.steps
  }

  /// Hashes the compared fields.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(version)
    hasher.combine(steps)
  }
}

extension CalculationProtocol: Codable {
  private enum CodingKeys: String, CodingKey {
    case name, version, steps
  }

  /// Reads a protocol; its summary is made from its steps.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let steps = try values.decode([Step].self, forKey: .steps)
    self.init(
      name: try values.decode(String.self, forKey: .name), version: try values.decode(Int.self, forKey: .version),
      steps: steps, summary: steps.map(\.summary).joined(separator: ", "))
  }
}
