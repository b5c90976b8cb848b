import Files
import Foundation
import GaussianProcess
import Tables

/// A column of predictions: a property, or an expression over properties.
public struct PredictedQuantity: Encodable, Sendable, Hashable {
  /// The property's name, or the expression.
  public let name: String
  /// The unit; "" if it has none, or none is known.
  public let unit: String
  /// Whether the predictions have standard deviations: those of neural networks have none.
  public let hasDeviations: Bool

  /// A column with its unit.
  package init(name: String, unit: String, hasDeviations: Bool) {
    (self.name, self.unit, self.hasDeviations) = (name, unit, hasDeviations)
  }
}

/// The model of a property.
public struct PredictorSummary: Encodable, Sendable, Hashable {
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

  /// A model with its cross-validated errors.
  package init(
    property: String, unit: String, kind: String, molecules: Int, rootMeanSquareError: Double,
    withinOneDeviation: Double?
  ) {
    (self.property, self.unit, self.kind, self.molecules) = (property, unit, kind, molecules)
    (self.rootMeanSquareError, self.withinOneDeviation) = (rootMeanSquareError, withinOneDeviation)
  }

  /// A model with its leave-one-out predictions of the values that it was fitted to.
  init(property: String, unit: String, kind: String, leaveOneOut: [Prediction], values: [Double]) {
    let errors = zip(leaveOneOut, values).map { $1 - $0.mean }
    let count = Double(max(1, errors.count))
    self.init(
      property: property, unit: unit, kind: kind, molecules: values.count,
      rootMeanSquareError: (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot(),
      withinOneDeviation: Double(zip(errors, leaveOneOut).count { abs($0) < $1.standardDeviation }) / count)
  }
}

extension PredictorSummary {
  /// The model in a sentence.
  ///
  /// - Parameter noun: what it was fitted to: `molecule` or `composition`.
  package func sentence(of noun: String) -> String {
    let error = withUnit(significant(rootMeanSquareError), unit)
    return withFullStop(
      "\(property) is predicted from \(counted(molecules, noun)) (\(kind)): cross-validated RMSE \(error)")
  }
}
