import Foundation
import Stores

/// What holds the models of a library: a file, or the program itself.
protocol ModelShelf: Sendable {
  /// The records that meet a query, in its order.
  func models(_ query: SourceModelQuery) throws(LibraryError) -> [SourceModelRecord]

  /// The record of a model.
  func record(of id: Int) throws(LibraryError) -> SourceModelRecord

  /// The document of a model.
  func document(of id: Int) throws(LibraryError) -> Data
}

extension ModelShelf {
  /// All records, by property, representation and kind.
  func models() throws(LibraryError) -> [SourceModelRecord] { try models(SourceModelQuery()) }
}

extension ModelLibraryStore: ModelShelf {}
