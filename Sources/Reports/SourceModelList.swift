import CampaignFile
package import Files
import Foundation
import Stores
import TransferLearning

/// The source models that a campaign may use, with their errors on molecules that they were not trained on.
package struct SourceModelList: Sendable {
  /// A source model.
  package struct Model: Sendable, Hashable {
    /// Its name as weights name it begins with this: `gap (built-in)`, `gap (gaussian-process 3, `.
    package let nameStart: String
    /// The property that it predicts.
    package let property: String
    /// The property's unit; empty if it has none.
    package let unit: String
    /// The kind of the model, or for the built-in ones the method of their values.
    package let kind: String
    /// The number of molecules that it was trained on.
    package let trainingSize: Int
    /// The mean absolute error, in the unit.
    package let meanAbsoluteError: Double
    /// The root mean square error, in the unit.
    package let rootMeanSquareError: Double
    /// The coefficient of determination; nil if it is not defined.
    package let rSquared: Double?
    /// The share of values within one predicted standard deviation; nil if there are none.
    package let coverage: Double?
  }

  /// The library: `built-in`, or the path of a file; nil if the campaign uses none.
  package let library: String?
  /// Its models, by property; only those of properties that the campaign file allows.
  package let models: [Model]
  /// Why the library cannot be read, in a sentence; nil if it can.
  package let problem: String?

  /// Reads the library of a campaign as it is now. It may have changed since the campaign used it.
  package init(reader: CampaignRecordReader) throws(CampaignError) {
    let choice = reader.specification.surrogate
    library = choice.library
    guard let library else {
      (models, problem) = ([], nil)
      return
    }
    let isAllowed = { (property: String) in choice.sources?.contains(property) ?? true }
    if library == LibraryName.builtIn {
      models = try CampaignError.mapping { try SharedNetwork.builtIn() }.heads.map(Model.init)
        .filter { isAllowed($0.property) }
      problem = nil
      return
    }
    do throws(LibraryError) {
      models = try ModelLibraryStore(readingOnly: library).models().map(Model.init).filter { isAllowed($0.property) }
      problem = nil
    } catch {
      (models, problem) = ([], error.description)
    }
  }
}

extension SourceModelList.Model {
  fileprivate init(_ head: SharedNetwork.Head) {
    self.init(
      nameStart: "\(head.property.name) (\(LibraryName.builtIn))", property: head.property.name,
      unit: head.property.unit, kind: "network on \(head.method)", trainingSize: head.trainingSize,
      meanAbsoluteError: head.errors.meanAbsoluteError, rootMeanSquareError: head.errors.rootMeanSquareError,
      rSquared: head.errors.rSquared, coverage: head.errors.coverage)
  }

  fileprivate init(_ record: SourceModelRecord) {
    let entry = record.entry
    self.init(
      nameStart: "\(entry.key.property) (\(entry.key.kind) \(record.id), ", property: entry.key.property,
      unit: entry.unit, kind: "\(entry.key.kind) \(record.id)", trainingSize: entry.trainingSize,
      meanAbsoluteError: entry.meanAbsoluteError, rootMeanSquareError: entry.rootMeanSquareError,
      rSquared: entry.rSquared, coverage: entry.coverage)
  }
}
