/// The method of calculations, as a value: two observed values are comparable if `json` and both versions are equal.
public struct ProtocolEntry: Sendable, Hashable {
  /// The calculator's name for it.
  public var name: String
  /// Its version: raised when the same name and steps take another meaning.
  public var version: Int
  /// Everything that values depend on besides the molecule and the versions of programs, as a JSON object with sorted
  /// keys.
  public var json: String
  /// A one-line description.
  public var summary: String
  /// The version of the calculator's program; empty if a person entered the values.
  public var programVersion: String
  /// The version of RDKit, which embeds conformers; empty if a person entered the values.
  public var rdkitVersion: String

  /// A protocol without a number.
  public init(
    name: String, version: Int, json: String, summary: String, programVersion: String = "", rdkitVersion: String = ""
  ) {
    self.name = name
    self.version = version
    self.json = json
    self.summary = summary
    self.programVersion = programVersion
    self.rdkitVersion = rdkitVersion
  }
}

/// A protocol under its number in the campaign.
///
/// Calculations recorded under the first schema have only a summary: their protocol is called `unrecorded`, has version
/// 0, and its JSON is `{"schema": 1, "summary": …}`.
public struct ProtocolRecord: StoredRecord {
  /// Its number: 1, 2, 3 … in the order in which they were first used.
  public var id: Int
  /// The calculator's name for it.
  public var name: String
  /// Its version: raised when the same name and steps take another meaning.
  public var version: Int
  /// Everything that values depend on besides the molecule and the versions of programs, as a JSON object with sorted
  /// keys.
  public var json: String
  /// A one-line description.
  public var summary: String
  /// The version of the calculator's program; empty if a person entered the values.
  public var programVersion: String
  /// The version of RDKit, which embeds conformers; empty if a person entered the values.
  public var rdkitVersion: String

  /// A protocol under a number.
  public init(id: Int, _ entry: ProtocolEntry) {
    self.id = id
    name = entry.name
    version = entry.version
    json = entry.json
    summary = entry.summary
    programVersion = entry.programVersion
    rdkitVersion = entry.rdkitVersion
  }

  package static let tableName = "protocol"
}
