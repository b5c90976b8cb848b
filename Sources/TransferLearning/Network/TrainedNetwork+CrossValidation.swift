public import Numerics

/// The result of a cross-validation of networks.
public struct NetworkCrossValidation: Sendable, Hashable {
  /// Each output's errors, in its own unit.
  public let errors: [CrossValidatedErrors]
  /// Each molecule's prediction by the network that was not trained on it: one row per molecule, one column per output.
  public let predictions: Matrix
}

extension TrainedNetwork {
  /// For each fold, trains a network on all others and predicts the fold.
  ///
  /// A network gives no standard deviations. The root mean square error in the other folds is used for each prediction,
  /// so that log density and coverage refer to unseen molecules as well. With values in fewer than two folds there are
  /// none.
  ///
  /// - Throws: the errors of `train`; each output must have two values outside every fold.
  public static func crossValidation(
    _ inputs: NetworkInputs, _ targets: NetworkTargets, folds: Folds, _ settings: NetworkSettings = NetworkSettings(),
    stream: inout RandomStream
  ) throws(TransferLearningError) -> NetworkCrossValidation {
    guard inputs.rows == targets.rows else { throw .countMismatch(inputs: inputs.rows, targets: targets.rows) }
    guard folds.assignment.count == inputs.rows else {
      throw .countMismatch(inputs: inputs.rows, targets: folds.assignment.count)
    }
    var predictions = Matrix(rows: inputs.rows, columns: targets.outputs.count)
    for fold in 0..<folds.count {
      let others = folds.assignment.indices.filter { folds.assignment[$0] != fold }
      let network = try train(inputs, targets.restricted(to: others), settings, stream: &stream).network
      let own = folds.assignment.indices.filter { folds.assignment[$0] == fold }
      let predicted = try network.predictions(inputs.rows(own))
      for (position, row) in own.enumerated() {
        for output in 0..<predictions.columns {
          guard predicted[position, output].isFinite else { throw .nonFinitePrediction(row: row) }
          predictions[row, output] = predicted[position, output]
        }
      }
    }
    let errors = targets.outputs.enumerated().map { output, values in
      Self.errors(of: Array(predictions.column(output)), values: values, folds: folds)
    }
    return NetworkCrossValidation(errors: errors, predictions: predictions)
  }

  private static func errors(of predictions: [Double], values: [Double?], folds: Folds) -> CrossValidatedErrors {
    let known = values.indices.filter { values[$0] != nil }
    var squares = [Double](repeating: 0, count: folds.count)
    var counts = [Int](repeating: 0, count: folds.count)
    for row in known {
      let error = predictions[row] - (values[row] ?? 0)
      squares[folds.assignment[row]] += error * error
      counts[folds.assignment[row]] += 1
    }
    let deviations = (0..<folds.count).map { fold in
      let others = (0..<folds.count).filter { $0 != fold }
      let (sum, count) = others.reduce((0.0, 0)) { ($0.0 + squares[$1], $0.1 + counts[$1]) }
      return count > 0 ? (sum / Double(count)).squareRoot() : 0
    }
    let ofRows = known.map { deviations[folds.assignment[$0]] }
    return CrossValidatedErrors(
      folds: folds.count, values: known.map { values[$0] ?? 0 }, predictions: known.map { predictions[$0] },
      deviations: ofRows.allSatisfy { $0 > 0 } ? ofRows : nil)
  }
}
