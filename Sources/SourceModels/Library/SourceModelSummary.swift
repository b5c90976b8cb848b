import Chemistry
import Foundation
import Stores
import TransferLearning

/// A one-line summary of a source model in a library.
public struct SourceModelSummary: Encodable, Sendable, Hashable {
  /// Its number in the library.
  public let id: Int
  /// The property that it predicts.
  public let property: String
  /// The property's unit; empty for none.
  public let unit: String
  /// The representations that it uses, separated by ", ".
  public let representation: String
  /// `gaussian-process`, `sparse-gaussian-process`, `neural-network` or `shared-network`.
  public let kind: String
  /// The number of molecules that it was trained on.
  public let trainingSize: Int
  /// The cross-validated mean absolute error, in the unit.
  public let meanAbsoluteError: Double
  /// The cross-validated root mean square error, in the unit.
  public let rootMeanSquareError: Double
  /// The cross-validated coefficient of determination; nil if all values are equal.
  public let rSquared: Double?
  /// The share of values within one standard deviation of the predictions; nil if predictions have none.
  public let coverage: Double?
  /// When it was trained, as ISO 8601 in UTC.
  public let createdAt: String
  /// The size of its document, in bytes.
  public let bytes: Int

  /// What one of the molecules is called: `molecule`, or `composition`.
  package var noun: String { SourceModels.noun(describedBy: representation) }

  init(_ record: SourceModelRecord) {
    let entry = record.entry
    id = record.id
    property = entry.key.property
    unit = entry.unit
    representation = entry.key.representation
    kind = entry.key.kind
    trainingSize = entry.trainingSize
    meanAbsoluteError = entry.meanAbsoluteError
    rootMeanSquareError = entry.rootMeanSquareError
    rSquared = entry.rSquared
    coverage = entry.coverage
    createdAt = entry.createdAt.storedText
    bytes = record.size
  }
}

/// What the things are called that models on representations, separated by ", ", were trained on: `molecule`, or
/// `composition`.
func noun(describedBy representations: String) -> String {
  let names = SourceModelDocument.InputRepresentation(name: representations, version: "").names
  let areOfCompositions = names.allSatisfy { (try? Representation(named: $0))?.describesCompositions ?? false }
  return !names.isEmpty && areOfCompositions ? "composition" : "molecule"
}
