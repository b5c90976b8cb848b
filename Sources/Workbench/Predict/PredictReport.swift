import Foundation
public import Prediction
import Tables

/// The predictions for each record of an input: with targets the most probable first, else in the order of the input.
public struct PredictReport: Encodable, Sendable {
  /// A prediction of an observation, the model's noise included.
  public struct Value: Encodable, Sendable, Hashable {
    /// The expected value.
    public let mean: Double
    /// Its standard deviation; nil if the model has none.
    public let standardDeviation: Double?
  }

  /// A record of the input.
  public struct Row: Encodable, Sendable, Hashable {
    /// The line in the input, from 1; for SMILES of the command line the position.
    public let line: Int
    /// The name in the input, or else the identifier; nil if there is neither.
    public let name: String?
    /// The SMILES as written in the input; empty for a mol block.
    public let input: String
    /// The canonical SMILES; nil if the record is not a molecule.
    public let smiles: String?
    /// The cells of the input's columns, in the order of ``PredictReport/columns``.
    public let cells: [String]
    /// The predictions, in the order of ``PredictReport/quantities``, nil if an expression has no value; empty if there are none.
    public let predictions: [Value?]
    /// The probability of meeting all targets, as if they were independent. For a target with `near` it is the expectation
    /// of the target's Gaussian factor. Nil without targets or predictions.
    public let probability: Double?
    /// Its natural logarithm, also if the probability is too small for a floating-point number.
    public let logProbability: Double?
    /// The reason why there are no predictions, a sentence; nil if there are.
    public let failure: String?
    /// The mol block of the input; nil if the input has a SMILES. JSON does not have it.
    let block: String?

    private enum CodingKeys: String, CodingKey {
      case line, name, input, smiles, cells, predictions, probability, logProbability, failure
    }
  }

  /// The origin of the models, in words.
  public let origin: String
  /// The models.
  public let models: [PredictorSummary]
  /// The targets, in words; empty if there are none.
  public let targets: [String]
  /// The predicted quantities.
  public let quantities: [PredictedQuantity]
  /// The titles of the input's columns that are kept.
  public let columns: [String]
  /// A row for each record.
  public let rows: [Row]
  /// Notes for the user, a sentence each.
  public internal(set) var notes: [String]

  /// The number of records without predictions.
  public var failedCount: Int { rows.count { $0.failure != nil } }
}
