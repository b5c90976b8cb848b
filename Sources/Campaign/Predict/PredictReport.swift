import Foundation
import Tables

/// What was predicted for each record of a source: the most probable first where something is wanted, else in the source's order.
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

  /// What is told of the model of a property.
  public struct Model: Encodable, Sendable, Hashable {
    /// The property's name.
    public let property: String
    /// Its unit; "" if it has none, or none is known.
    public let unit: String
    /// The kind of model, in words.
    public let kind: String
    /// How many molecules it has learnt from.
    public let molecules: Int
    /// The cross-validated root mean square error, in the unit.
    public let rootMeanSquareError: Double
    /// The share of cross-validated errors within the model's standard deviation: .68 of a model that knows how good it is. Nil where it
    /// has no deviations.
    public let withinOneDeviation: Double?
  }

  /// A prediction of an observation, the model's noise included.
  public struct Value: Encodable, Sendable, Hashable {
    /// The expected value.
    public let mean: Double
    /// Its standard deviation; nil where the model has none.
    public let standardDeviation: Double?
  }

  /// A record of the source.
  public struct Row: Encodable, Sendable, Hashable {
    /// The number of the line in the source, from 1; of SMILES on the command line, the place.
    public let line: Int
    /// The name that the source gives, or else the identifier; nil if it gives neither.
    public let name: String?
    /// The SMILES as the source has it; empty of a mol block.
    public let input: String
    /// The canonical SMILES; nil if the record is no molecule.
    public let smiles: String?
    /// The cells of the source's columns, in the order of ``PredictReport/columns``.
    public let cells: [String]
    /// The predictions, in the order of ``PredictReport/quantities``, nil where an expression has no value; empty if there are none.
    public let predictions: [Value?]
    /// The probability of meeting all targets, as if they were independent; of a Gaussian the expectation of its factor. Nil without
    /// targets, or without predictions.
    public let probability: Double?
    /// Its natural logarithm, which is also told where the probability is too small for a number.
    public let logProbability: Double?
    /// Why there are no predictions, in a sentence; nil if there are.
    public let failure: String?
    /// The mol block of the source; nil where the source has a SMILES. It does not stand in JSON.
    let block: String?

    private enum CodingKeys: String, CodingKey {
      case line, name, input, smiles, cells, predictions, probability, logProbability, failure
    }
  }

  /// Where the models come from, in words.
  public let origin: String
  /// The models.
  public let models: [Model]
  /// What is wanted, in words; empty where nothing is.
  public let targets: [String]
  /// What the predictions are of.
  public let quantities: [Quantity]
  /// The titles of the source's columns that come back.
  public let columns: [String]
  /// A row for each record.
  public let rows: [Row]
  /// What a person should know, a sentence each.
  public internal(set) var notes: [String]

  /// How many records have no predictions.
  public var failedCount: Int { rows.count { $0.failure != nil } }
}

extension PredictReport.Model {
  /// What is told of the model in a line.
  var sentence: String {
    let error = String(format: "%.3g", rootMeanSquareError) + (unit.isEmpty ? "" : " \(unit)")
    return "\(property) is predicted from \(counted(molecules, "molecule")) (\(kind)): cross-validated RMSE \(error)."
  }
}
