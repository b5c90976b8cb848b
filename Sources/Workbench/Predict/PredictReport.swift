import Foundation
import Tables

/// The predictions for each record of an input: with targets the most probable first, else in the order of the input.
public struct PredictReport: Encodable, Sendable {
  /// A column of predictions: a property, or an expression over properties.
  public struct Quantity: Encodable, Sendable, Hashable {
    /// The property's name, or the expression.
    public let name: String
    /// The unit; "" if it has none, or none is known.
    public let unit: String
    /// Whether the predictions have standard deviations: those of neural networks have none.
    public let hasDeviations: Bool
  }

  /// The model of a property.
  public struct Model: Encodable, Sendable, Hashable {
    /// The property's name.
    public let property: String
    /// Its unit; "" if it has none, or none is known.
    public let unit: String
    /// The kind of model, in words.
    public let kind: String
    /// The number of molecules that it was fitted to.
    public let molecules: Int
    /// The cross-validated root mean square error, in the unit.
    public let rootMeanSquareError: Double
    /// The fraction of cross-validated errors within one standard deviation: 0.68 for a calibrated model. Nil if the model
    /// has no deviations.
    public let withinOneDeviation: Double?
  }

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
  public let models: [Model]
  /// The targets, in words; empty if there are none.
  public let targets: [String]
  /// The predicted quantities.
  public let quantities: [Quantity]
  /// The titles of the input's columns that are kept.
  public let columns: [String]
  /// A row for each record.
  public let rows: [Row]
  /// Notes for the user, a sentence each.
  public internal(set) var notes: [String]

  /// The number of records without predictions.
  public var failedCount: Int { rows.count { $0.failure != nil } }
}

extension PredictReport.Model {
  /// The model in a sentence.
  var sentence: String {
    let error = String(format: "%.3g", rootMeanSquareError) + (unit.isEmpty ? "" : " \(unit)")
    return "\(property) is predicted from \(counted(molecules, "molecule")) (\(kind)): cross-validated RMSE \(error)."
  }
}
