import Acquisition
package import CampaignFile
package import Files
import Stores
import TransferLearning

/// What the built-in library has of a property of a campaign's objectives, so that nobody takes for found what was known.
public struct LibraryKnowledge: Encodable, Sendable, Hashable {
  /// The property.
  public let property: String
  /// The method that calculated the library's values, such as `GFN2-xTB`.
  public let method: String
  /// The number of molecules with a value of the property in the library.
  public let molecules: Int
  /// The number of molecules among which those of the library were counted; nil if they were not.
  public let among: Int?
  /// The number of those that the library has a value of; nil if they were not counted.
  public let known: Int?

  /// What the library has of each property of the objectives that it knows and that is a source of the campaign; empty if
  /// the campaign does not use it, or if its candidates are no molecules.
  ///
  /// - Parameters:
  ///   - smiles: The molecules to look up, in canonical SMILES; nil if they are too many to look up.
  ///   - version: The version of the library whose models serve; nil if none do. Nothing is said of another version than
  ///     this program's, whose molecules are not known.
  package static func list(
    _ specification: Specification, among smiles: [String]?, version: String?
  ) throws(CampaignError) -> [LibraryKnowledge] {
    guard specification.surrogate.library == LibraryName.builtIn, specification.policy == .surrogate,
      specification.kind == .molecule
    else {
      return []
    }
    let network = try CampaignError.mapping { try SharedNetwork.builtIn() }
    guard version == network.versionWithName else { return [] }
    let sources = specification.surrogate.sources
    return specification.objectives.properties.filter { sources?.contains($0) ?? true }.compactMap { property in
      network.place(of: property).map { place in
        LibraryKnowledge(
          property: property, method: network.heads[place].method, molecules: network.heads[place].trainingSize,
          among: smiles?.count, known: smiles.map { network.knownCount(of: place, among: $0) })
      }
    }
  }

  /// What it has of the calculated molecules of a record.
  package static func list(_ reader: CampaignRecordReader) throws(CampaignError) -> [LibraryKnowledge] {
    let version = try CampaignError.mapping { try reader.store.versions().first { $0.component == "library" }?.version }
    return try list(reader, reader.results().filter { !$0.isTold }, version: version)
  }

  static func list(
    _ reader: CampaignRecordReader, _ results: [CalculatedMolecule], version: String?
  ) throws(CampaignError) -> [LibraryKnowledge] {
    try list(
      reader.specification, among: results.filter { $0.state == .succeeded }.map(\.details.molecule.smiles),
      version: version)
  }

  /// A sentence.
  ///
  /// - Parameter molecules: What the molecules are that were looked up, such as `molecules of the pool`.
  public func text(_ molecules: String) -> String {
    let what = "The built-in library has \(property) of \(grouped(self.molecules)) molecules by \(method)"
    guard let known, let among else { return "\(what)." }
    return
      "\(what); \(grouped(known)) of the \(grouped(among)) \(molecules) \(known == 1 ? "is" : "are") among them."
  }
}
