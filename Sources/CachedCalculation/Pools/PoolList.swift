package import CampaignFile
package import Chemistry
package import Files
package import MolecularDesign
import Numerics

/// The molecules of a pool: in memory, or, if the list is large, in an index.
package enum PoolList: Sendable {
  /// All molecules of the list.
  case listed(Corpus)
  /// Those that the campaign's filter allows.
  case indexed(PoolIndex)

  /// Reads the pool of a campaign, which may take minutes for a large one that has no index yet.
  ///
  /// - Parameters:
  ///   - specification: The campaign's, whose filter has the known molecules.
  ///   - tell: Called with the progress of making an index.
  package init(
    _ source: CorpusSource, for specification: Specification, tell: (PoolProgress) -> Void = { _ in }
  ) throws(CampaignError) {
    let reading = PoolReading.current
    self = try CampaignError.mapping {
      if case .file(let path, let column) = source, let extent = reading.largeExtent(of: path) {
        return .indexed(
          try PoolIndex(
            of: path, column: column, extent: extent, for: specification, in: reading.folder ?? CacheLocation.pools(),
            tell: tell))
      }
      return .listed(try source.read(asPool: true, of: specification.kind, salts: specification.salts))
    }
  }

  /// The number of different molecules of the list, allowed or not.
  package var count: Int {
    switch self {
    case .listed(let list): list.molecules.count
    case .indexed(let index): index.contents.moleculeCount
    }
  }

  /// The different molecules of the list; nil if they are too many to be in memory.
  package var molecules: [Molecule]? {
    if case .listed(let list) = self { list.molecules } else { nil }
  }

  /// Identifies the list.
  package var version: String {
    switch self {
    case .listed(let list): stableHash(list.molecules.map(\.smiles).joined(separator: "\n"))
    case .indexed(let index): hexadecimalDigits(index.contents.extent.hash)
    }
  }

  /// Notes for the user on reading the list.
  package var notes: [String] {
    switch self {
    case .listed(let list): list.notes
    case .indexed(let index): index.contents.notes
    }
  }

  /// The number of lines that are no molecules.
  package var refusedLineCount: Int {
    switch self {
    case .listed(let list): list.refusedLines.count
    case .indexed(let index): index.contents.refusedLineCount
    }
  }

  /// The lines that are no molecules; of a large list the first ones.
  package var refusedLines: [RejectedLine] {
    switch self {
    case .listed(let list): list.refusedLines
    case .indexed(let index): index.contents.firstRefusedLines
    }
  }

  /// The number of molecules of a large list over which descriptors are scaled.
  private static let referenceCount = 2000

  /// The molecules over which descriptors are scaled: all of the list, of a large one some of the allowed ones at even
  /// distances.
  package func reference() throws(ChemistryError) -> [Molecule] {
    switch self {
    case .listed(let list): list.molecules
    case .indexed(let index): try index.molecules(at: (0..<index.count).evenlySpread(Self.referenceCount))
    }
  }
}
