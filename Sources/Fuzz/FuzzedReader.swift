/// A kind of file that Cohobate reads: examples of it, and its reader.
protocol FuzzedReader: Sendable {
  /// Words that change the meaning of a file of this kind, inserted into mutants.
  static var words: [String] { get }

  /// Makes the examples.
  init(in folder: String) async throws

  /// Complete files of this kind.
  var examples: [[UInt8]] { get }

  /// Replaces the digest in changed bytes, for kinds of file that have one.
  func seal(_ bytes: inout [UInt8])

  /// Reads a mutant like Cohobate.
  func read(_ bytes: [UInt8]) async throws
}

extension FuzzedReader {
  static var words: [String] { [] }

  func seal(_ bytes: inout [UInt8]) {}
}

/// All readers by name.
enum FuzzedReaders {
  static let all: KeyedReaders = [
    "campaign-file": CampaignFileReader.self, "csv": CSVReader.self, "smi": SMIReader.self, "sdf": SDFReader.self,
    "formula": FormulaReading.self, "formulas": FormulaListReader.self, "repeat-unit": RepeatUnitReader.self,
    "told-table": ToldTableReader.self, "json-answer": JSONAnswerReader.self, "qcschema": QCSchemaReader.self,
    "language-model": LanguageModelReader.self, "source-model": SourceModelReader.self, "library": LibraryReader.self,
    "shared-network": SharedNetworkReader.self, "compressed": CompressedReader.self,
    "table-parts": TablePartsReader.self, "pool-index": PoolIndexReader.self,
    "design-state": DesignStateReader.self, "cache": CacheReader.self, "campaign-database": CampaignDatabaseReader.self,
  ]
}

/// Readers in the order in which they are listed.
struct KeyedReaders: ExpressibleByDictionaryLiteral {
  private let pairs: [(String, any FuzzedReader.Type)]

  init(dictionaryLiteral elements: (String, any FuzzedReader.Type)...) { pairs = elements }

  var keys: [String] { pairs.map(\.0) }

  subscript(name: String) -> (any FuzzedReader.Type)? { pairs.first { $0.0 == name }?.1 }
}
