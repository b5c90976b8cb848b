/// A candidate's place in the pool of its campaign.
public struct ListingRecord: StoredRecord {
  /// The molecule's number.
  public var molecule: Int
  /// Its line in the pool's file, from 1: the first one of several.
  public var line: Int
  /// Its name in the file, or else its identifier; `nil` if there is neither.
  public var name: String?

  /// A place in a pool.
  public init(molecule: Int, line: Int, name: String?) {
    self.molecule = molecule
    self.line = line
    self.name = name
  }

  package static let tableName = "listing"
}
