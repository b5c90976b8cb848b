import Files

/// A description of the model of a property.
public struct ForwardModelSummary: Encodable, Sendable {
  /// The property's name.
  public let property: String
  /// Its unit; "" if it has none, or if it is unknown.
  public let unit: String
  /// The kind of model, in words.
  public let kind: String
  /// The number of molecules that it was fitted to.
  public let molecules: Int
  /// The root mean square error of leave-one-out predictions.
  public let leaveOneOutRMSE: Double
  /// The share of these errors within the model's standard deviation: 0.68 for a well-calibrated model.
  public let withinOneDeviation: Double

  init(property: String, unit: String, kind: String, molecules: Int, errors: [Double], deviations: [Double]) {
    (self.property, self.unit, self.kind, self.molecules) = (property, unit, kind, molecules)
    let count = Double(max(1, errors.count))
    leaveOneOutRMSE = (errors.reduce(0) { $0 + $1 * $1 } / count).squareRoot()
    withinOneDeviation = Double(zip(errors, deviations).count { abs($0) < $1 }) / count
  }
}

extension ForwardModelSummary {
  /// A one-line description of the model.
  package var sentence: String {
    "\(property) is predicted by a \(kind) on \(molecules) molecules: leave-one-out RMSE "
      + withUnit(significant(leaveOneOutRMSE), unit) + "."
  }
}
