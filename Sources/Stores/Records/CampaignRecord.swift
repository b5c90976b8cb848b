public import Foundation

/// The campaign itself: its specification and its end. A database holds exactly one.
public struct CampaignRecord: StoredRecord {
  /// The campaign's name.
  public var name: String
  /// The current text of the campaign file, verbatim; see `SpecificationRecord` for earlier ones.
  public var specification: String
  /// The seed of all random streams.
  public var seed: UInt64
  /// When the campaign was begun.
  public var createdAt: Date
  /// How the campaign ended; `nil` while it runs.
  public var end: CampaignEnd?

  /// A campaign that has not ended, unless `end` is given.
  public init(name: String, specification: String, seed: UInt64, createdAt: Date, end: CampaignEnd? = nil) {
    self.name = name
    self.specification = specification
    self.seed = seed
    self.createdAt = createdAt
    self.end = end
  }
}

/// How a campaign ended.
public struct CampaignEnd: Sendable, Hashable {
  /// When it ended.
  public var at: Date
  /// Why it ended.
  public var reason: EndReason
  /// The reason in a full sentence.
  public var message: String

  /// The end of a campaign at a time, with its reason as a kind and as a sentence.
  public init(at: Date, reason: EndReason, message: String) {
    self.at = at
    self.reason = reason
    self.message = message
  }
}

/// The reason why a campaign ended.
public enum EndReason: String, Sendable, Hashable, Codable, CaseIterable {
  /// The number of calculations that the campaign file allows was reached.
  case budget
  /// The wanted number of molecules meets every objective.
  case hits
  /// Too many calculations failed.
  case failures
  /// No new molecule is left to propose: all possible ones were proposed.
  case exhausted
  /// No new molecule was found, though some may exist.
  case tooNarrow
  /// The next batch is expected to bring less than the campaign file asks for.
  case gain
}

extension CampaignRecord {
  package static let tableName = "campaign"

  /// Reads the row together with the current specification.
  static let query = """
    SELECT campaign.*, (SELECT text FROM specification ORDER BY number DESC LIMIT 1) AS specification FROM campaign
    """

  /// The columns of the table, and the specification, which has its own table. SQLite's integers are signed, so the
  /// seed is stored as decimal text.
  private enum CodingKeys: String, CodingKey {
    case name, specification, seed, createdAt, endedAt, endReason, endMessage
  }

  /// Reads the row's columns and the specification.
  public init(from decoder: any Decoder) throws {
    let columns = try decoder.container(keyedBy: CodingKeys.self)
    let seedText = try columns.decode(String.self, forKey: .seed)
    guard let seed = UInt64(seedText) else {
      throw DecodingError.dataCorruptedError(
        forKey: .seed, in: columns, debugDescription: "The seed '\(seedText)' is not an unsigned 64-bit integer.")
    }
    var end: CampaignEnd?
    if let reason = try columns.decodeIfPresent(EndReason.self, forKey: .endReason) {
      end = CampaignEnd(
        at: try columns.decode(Date.self, forKey: .endedAt), reason: reason,
        message: try columns.decode(String.self, forKey: .endMessage))
    }
    self.init(
      name: try columns.decode(String.self, forKey: .name),
      specification: try columns.decode(String.self, forKey: .specification),
      seed: seed, createdAt: try columns.decode(Date.self, forKey: .createdAt), end: end)
  }

  /// Writes the row's own columns.
  public func encode(to encoder: any Encoder) throws {
    var columns = encoder.container(keyedBy: CodingKeys.self)
    try columns.encode(name, forKey: .name)
    try columns.encode(String(seed), forKey: .seed)
    try columns.encode(createdAt, forKey: .createdAt)
    try columns.encode(end?.at, forKey: .endedAt)
    try columns.encode(end?.reason, forKey: .endReason)
    try columns.encode(end?.message, forKey: .endMessage)
  }
}

/// A text of the campaign file and the first iteration that it applies to.
public struct SpecificationRecord: StoredRecord {
  /// Its number in the campaign: 1, 2, 3 …
  public var number: Int
  /// The first iteration that was, or will be, designed by it.
  public var iteration: Int
  /// The text of the campaign file, verbatim.
  public var text: String
  /// All settings of the text, defaults included, as a JSON object of texts by key; `nil` if they were not recorded.
  public var settings: String?
  /// When it was recorded.
  public var recordedAt: Date

  /// A text with its settings.
  public init(number: Int, iteration: Int, text: String, settings: String?, recordedAt: Date) {
    self.number = number
    self.iteration = iteration
    self.text = text
    self.settings = settings
    self.recordedAt = recordedAt
  }

  package static let tableName = "specification"
}

/// The version of one program, library or set of molecules that the campaign uses.
public struct VersionRecord: Sendable, Hashable {
  /// The component: `cohobate`, `rdkit`, `xtb` …
  public var component: String
  /// Its version as it reports it.
  public var version: String

  /// A component and its version.
  public init(component: String, version: String) {
    self.component = component
    self.version = version
  }
}

/// A version and the first iteration that it applies to.
public struct VersionChange: StoredRecord {
  /// The component: `cohobate`, `rdkit`, `xtb` …
  public var component: String
  /// The first iteration that was, or will be, designed with it.
  public var iteration: Int
  /// Its version as it reports it; `nil` if the component is no longer used.
  public var version: String?

  /// A component with its version from an iteration on.
  public init(component: String, iteration: Int, version: String?) {
    self.component = component
    self.iteration = iteration
    self.version = version
  }

  package static let tableName = "version"
}

/// A property that the campaign's calculations give, with the unit of all its stored values.
public struct PropertyRecord: StoredRecord {
  /// The property's name, such as `gap`.
  public var name: String
  /// The unit of its values, such as `eV`.
  public var unit: String
  /// A one-line description.
  public var summary: String
  /// The origin of its values: the part of the program's output, or the equation with its paper; may be empty.
  public var source: String

  /// Makes a property with its unit, description and source.
  public init(name: String, unit: String, summary: String, source: String = "") {
    self.name = name
    self.unit = unit
    self.summary = summary
    self.source = source
  }

  package static let tableName = "property"
}
