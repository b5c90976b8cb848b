import Calculation
import Chemistry
public import Files
import Foundation
import GaussianProcess
import Stores
import Tables
public import TransferLearning

/// A library of source models, for campaigns and people.
public struct ModelLibrary: Sendable {
  /// The library's file, or the name of the built-in one.
  public let path: String
  let shelf: any ModelShelf

  /// Opens a library.
  ///
  /// - Parameter name: `built-in` for the one that comes with the program, or the path of a file.
  /// - Throws: `CampaignError` of kind `.input` if there is none, or the file is something else.
  public init(named name: String) throws(CampaignError) {
    path = name
    shelf = try CampaignError.mapping { () throws -> any ModelShelf in
      if name == LibraryName.builtIn { try BuiltInShelf() } else { try ModelLibraryStore(path: name, mayMake: false) }
    }
  }

  /// Opens a file.
  ///
  /// - Throws: `CampaignError` of kind `.input` if there is none, or the file is something else.
  public init(path: String) throws(CampaignError) {
    self.path = path
    shelf = try CampaignError.mapping { try ModelLibraryStore(path: path, mayMake: false) }
  }

  /// The outputs of a shared network, as the built-in library has them.
  package init(builtIn network: SharedNetwork) {
    (path, shelf) = (LibraryName.builtIn, BuiltInShelf(network: network))
  }

  /// Whether it is the one that comes with the program, which campaigns use unasked.
  package var isBuiltIn: Bool { shelf is BuiltInShelf }

  /// The models that a campaign may use: for each property, kind and data set the one with the smallest cross-validated
  /// root mean square error. Errors on different data are not comparable: the evidence decides between those models.
  ///
  /// Models whose features this program computes in another way are left out, unless a requested property has no
  /// others. The molecules of processes are read, and their features computed, once for all of them.
  ///
  /// - Parameter properties: only models of these; nil for all.
  /// - Throws: `CampaignError` of kind `.input` if a property has no model, if there is no model at all, or if the only
  ///   models of a property use features that this program computes in another way.
  public func sourceModels(properties: [String]? = nil) throws(CampaignError) -> [SourceModel] {
    try CampaignError.mapping { try load(best(of: properties)).map(\.model) }
  }

  /// The models with these numbers, in their order; without numbers those that a campaign may use.
  ///
  /// - Throws: `CampaignError` of kind `.input` if there is no such model, or one of them is named twice or cannot be
  ///   used.
  package func sourceModels(numbers: [Int]) throws(CampaignError) -> [SourceModel] {
    try CampaignError.mapping { try load(records(numbers: numbers)).map(\.model) }
  }

  /// Identifies the contents of the same models, wherever their library is: it changes if one of them is trained again.
  package func digest(numbers: [Int]) throws(CampaignError) -> String {
    try CampaignError.mapping {
      let documents = try records(numbers: numbers).map { "\(ContentDigest(try shelf.document(of: $0.id)))" }
      return ContentDigest(Data(documents.joined(separator: "\n").utf8)).description
    }
  }

  /// The records with these numbers, in their order; without numbers those of the models that a campaign may use.
  private func records(numbers: [Int]) throws -> [SourceModelRecord] {
    try requireDistinct(numbers)
    return try numbers.isEmpty ? best(of: nil) : numbers.map { try shelf.record(of: $0) }
  }

  /// Refuses a model that is named twice: it would count as two.
  func requireDistinct(_ numbers: [Int]) throws(CampaignError) {
    for (place, number) in numbers.enumerated() where numbers[..<place].contains(number) {
      throw CampaignError(.input, "The model \(number) of the library '\(path)' is named twice; name it once.")
    }
  }

  /// Reads models. The molecules of processes are read, and their features computed, once for all of them.
  ///
  /// - Throws: `CampaignError` of kind `.input` where a model cannot be used.
  func load(_ records: [SourceModelRecord]) throws -> [LoadedSourceModel] {
    var cache = FeatureCache()
    return try records.map { record in
      do {
        if let builtIn = shelf as? BuiltInShelf {
          return LoadedSourceModel(
            record: record, file: builtIn.network.origin.file, model: try builtIn.sourceModel(of: record.id), noise: 0)
        }
        let document = try SourceModelDocument(decoding: shelf.document(of: record.id))
        let payload = try SourcePayload(of: document)
        let features = try cache.inputs(payload.molecules, by: document.representation.representations())
        let model = try payload.sourceModel(
          name: "\(document.property.name) (\(document.kind.rawValue) \(record.id), \(document.provenance.file))",
          of: document, features: features)
        return LoadedSourceModel(record: record, file: document.provenance.file, model: model, noise: payload.noise)
      } catch let error as TransferLearningError {
        throw CampaignError(.input, "Model \(record.id) of the library '\(path)' cannot be used. \(error)")
      }
    }
  }

  /// Identifies the models that a campaign may use: it changes if one of them is trained again or replaced.
  package func digest(properties: [String]?) throws(CampaignError) -> String {
    if let builtIn = shelf as? BuiltInShelf { return builtIn.network.versionWithName }
    return try CampaignError.mapping {
      stableHash(
        try best(of: properties).map { record in
          let key = record.entry.key
          return "\(key.property) \(key.kind) \(key.representation) \(key.dataDigest) \(key.settingsDigest)"
        }.joined(separator: "\n"))
    }
  }

  /// The number of models of these properties that are left out because this program computes their features in another
  /// way.
  package func unusableCount(properties: [String]?) throws(CampaignError) -> Int {
    try CampaignError.mapping {
      try shelf.models().count { (properties?.contains($0.entry.key.property) ?? true) && !$0.isUsable }
    }
  }

  /// The records of some properties; nil for all.
  ///
  /// - Throws: `CampaignError` of kind `.input` where a property has no model, or there is none at all.
  func records(of properties: [String]?) throws -> [SourceModelRecord] {
    let all = try shelf.models()
    let there = all.map(\.entry.key.property).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    guard !all.isEmpty else {
      throw CampaignError(.input, "The library '\(path)' has no models; `cohobate pretrain` trains some.")
    }
    if let absent = properties?.first(where: { !there.contains($0) }) {
      throw CampaignError(
        .input,
        "\(title) has no model of '\(absent)'; it has \(there.joined(separator: ", "))."
          + suggestion(for: absent, among: there))
    }
    return all.filter { properties?.contains($0.entry.key.property) ?? true }
  }

  /// Its name at the beginning of a sentence.
  private var title: String { isBuiltIn ? "The built-in library" : "The library '\(path)'" }

  /// The best records of each property, kind and data; of equal ones the newest.
  private func best(of properties: [String]?) throws -> [SourceModelRecord] {
    let wanted = try records(of: properties)
    let usable = wanted.filter(\.isUsable)
    // For a property without a usable model, one unusable model is kept; opening it reports the reason.
    let others = wanted.filter { record in
      !usable.contains { properties == nil || $0.entry.key.property == record.entry.key.property }
    }
    var best: [SourceModelRecord] = []
    for record in usable + others.prefix(1) {
      if let rival = best.firstIndex(where: { $0.competes(with: record) }) {
        if record.entry.rootMeanSquareError <= best[rival].entry.rootMeanSquareError { best[rival] = record }
      } else {
        best.append(record)
      }
    }
    return best
  }
}

/// A source model that was read from a library.
struct LoadedSourceModel: Sendable {
  /// What the library says of it.
  let record: SourceModelRecord
  /// The file that its data came from, without the folder.
  let file: String
  /// The model itself.
  let model: SourceModel
  /// The standard deviation of an observation's noise, in the property's unit; 0 where the model has none.
  let noise: Double
}

extension SourceModelRecord {
  /// Whether this program computes the numbers that it saw.
  var isUsable: Bool {
    let representation = SourceModelDocument.InputRepresentation(
      name: entry.key.representation, version: entry.key.representationVersion)
    return (try? representation.representations()) != nil
  }

  /// Whether it has the same property, unit, kind and data.
  fileprivate func competes(with other: SourceModelRecord) -> Bool {
    entry.key.property == other.entry.key.property && entry.unit == other.entry.unit
      && entry.key.kind == other.entry.key.kind && entry.key.dataDigest == other.entry.key.dataDigest
  }
}

/// Features of molecules, each computed once.
private struct FeatureCache {
  private var molecules: [String: Molecule] = [:]
  private var features: [Representation: [String: Features]] = [:]

  /// The inputs of a model with some representations for molecules, which are given as canonical SMILES.
  mutating func inputs(_ smiles: [String], by representations: [Representation]) throws -> [MolecularInput] {
    let unread = smiles.filter { molecules[$0] == nil }
    let read = try concurrentMap(unread.count) { index in
      Result { () throws(ChemistryError) in try Molecule(smiles: unread[index], isRepeatUnit: true) }
    }.values()
    for (text, molecule) in zip(unread, read) { molecules[text] = molecule }
    for representation in representations {
      let missing = smiles.filter { features[representation]?[$0] == nil }
      let computed = try representation.features(of: missing.compactMap { molecules[$0] })
      for (text, one) in zip(missing, computed) { features[representation, default: [:]][text] = one }
    }
    return smiles.map { text in
      MolecularInput(features: representations.compactMap { features[$0]?[text] })
    }
  }
}
