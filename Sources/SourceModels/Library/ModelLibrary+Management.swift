public import Files
import Foundation
import Stores
import Tables
import TransferLearning

/// The selected models of a library and their order.
public struct SourceModelFilter: Sendable, Hashable {
  /// The order of the models.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// By property, representation and kind.
    case name
    /// The smallest mean absolute error first, within each property and unit.
    case error
    /// The greatest R² first.
    case r2
    /// The most molecules first.
    case size
    /// The last one trained first.
    case newest
  }

  /// Only those of this property.
  public var property: String?
  /// Only those that use this representation, alone or among others.
  public var representation: String?
  /// Only those of this kind.
  public var kind: String?
  /// Only those with at most this mean absolute error.
  public var maxError: Double?
  /// Only those with at least this R².
  public var minR2: Double?
  /// The order.
  public var order: Order

  /// Makes a filter; nil sets no condition.
  public init(
    property: String? = nil, representation: String? = nil, kind: String? = nil, maxError: Double? = nil,
    minR2: Double? = nil, order: Order = .name
  ) {
    (self.property, self.representation, self.kind) = (property, representation, kind)
    (self.maxError, self.minR2, self.order) = (maxError, minR2, order)
  }
}

/// The models of a library that meet a filter.
public struct SourceModelList: Encodable, Sendable {
  /// The library's file.
  public let library: String
  /// The number of all its models.
  public let total: Int
  /// The models that meet the filter.
  public let models: [SourceModelSummary]
}

/// A model that was imported, or was there before.
public struct SourceModelImport: Encodable, Sendable {
  /// The library's file.
  public let library: String
  /// The model.
  public let model: SourceModelSummary
  /// Whether the library had it.
  public let wasThere: Bool
}

extension ModelLibrary {
  /// The models that meet a filter, in its order.
  ///
  /// - Throws: `CampaignError` of kind `.input` for an unknown kind, or a property that the library does not have.
  public func list(_ filter: SourceModelFilter = SourceModelFilter()) throws(CampaignError) -> SourceModelList {
    if let kind = filter.kind { _ = try SourceModelKind(named: kind) }
    return try CampaignError.mapping {
      let all = try shelf.models()
      let there = Set(all.map(\.entry.key.property)).sorted()
      if let property = filter.property, !there.contains(property), !all.isEmpty {
        throw CampaignError(
          .input,
          "The library '\(path)' has no model of '\(property)'; it has \(there.joined(separator: ", "))."
            + suggestion(for: property, among: there))
      }
      let found = try shelf.models(
        SourceModelQuery(
          property: filter.property, kind: filter.kind, meanAbsoluteErrorAtMost: filter.maxError,
          rSquaredAtLeast: filter.minR2, order: filter.order.query))
      let seen = found.filter { record in
        guard let name = filter.representation else { return true }
        let key = record.entry.key
        let names = SourceModelDocument.InputRepresentation(
          name: key.representation, version: key.representationVersion
        ).names
        return key.representation == name || names.contains(name)
      }
      return SourceModelList(library: path, total: all.count, models: seen.map { SourceModelSummary($0) })
    }
  }

  /// Everything known about a model.
  public func details(of id: Int) throws(CampaignError) -> SourceModelDetails {
    try CampaignError.mapping {
      SourceModelDetails(
        SourceModelSummary(try shelf.record(of: id)), try SourceModelDocument(decoding: shelf.document(of: id)),
        library: path)
    }
  }

  /// Removes all the models, or none if the library lacks any of them.
  public func remove(_ ids: [Int]) throws(CampaignError) {
    let store = try file("its models cannot be removed")
    try CampaignError.mapping { try store.remove(Set(ids)) }
  }

  /// Writes a model to a new file.
  public func export(_ id: Int, to file: String) throws(CampaignError) {
    let store = try self.file("every program has its models already")
    try CampaignError.mapping { try store.export(id, to: file) }
  }

  /// The library's file.
  ///
  /// - Parameter reason: why the built-in library will not do.
  private func file(_ reason: String) throws(CampaignError) -> ModelLibraryStore {
    guard let store = shelf as? ModelLibraryStore else {
      throw Self.isBuiltIn(reason)
    }
    return store
  }

  private static func isBuiltIn(_ reason: String) -> CampaignError {
    CampaignError(.input, "The built-in library is part of the program: \(reason). Name a file with --library.")
  }

  /// Puts a model from a file into a library, which is made if there is none.
  ///
  /// - Throws: `CampaignError` of kind `.input` if the file is not a complete model that this program can read.
  public static func importModel(_ file: String, into path: String) throws(CampaignError) -> SourceModelImport {
    guard path != LibraryName.builtIn else { throw Self.isBuiltIn("nothing can be added to it") }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw CampaignError(.input, unreadable: file, error)
    }
    return try CampaignError.mapping {
      let entry: SourceModelEntry
      do {
        let document = try SourceModelDocument(decoding: data)
        _ = try SourcePayload(of: document)
        entry = SourceModelEntry(document)
      } catch {
        throw CampaignError(.input, "'\(file)' cannot be imported. \(error)")
      }
      let store = try ModelLibraryStore(path: path, mayMake: true)
      let wasThere = try store.model(for: entry.key) != nil
      let id = try store.add(entry, document: data)
      return SourceModelImport(
        library: path, model: SourceModelSummary(try store.record(of: id)), wasThere: wasThere)
    }
  }
}

extension SourceModelFilter.Order {
  fileprivate var query: SourceModelQuery.Order {
    switch self {
    case .name: .name
    case .error: .meanAbsoluteError
    case .r2: .rSquared
    case .size: .trainingSize
    case .newest: .newest
    }
  }
}
