import Acquisition
import GaussianProcess

/// The targets, with everything needed to compute their probabilities.
struct Targets: Sendable {
  let targets: [DesignTarget]
  /// For each target the indices of its expression's properties among the models.
  private let places: [[Int]]
  /// For each target the best value in the data, which an improvement must exceed.
  private let incumbents: [Double?]
  /// For each target the width of one widening step.
  private let margins: [Double]

  init(_ targets: [DesignTarget], names: [String], columns: [SourceTable.Column], models: ForwardModels) {
    self.targets = targets
    places = targets.map { target in target.expression.properties.compactMap { names.firstIndex(of: $0) } }
    incumbents = zip(targets, places).map { target, places in
      let molecules = columns.first?.values.indices ?? 0..<0
      let values = molecules.compactMap { molecule -> Double? in
        let known = places.compactMap { columns[$0].values[molecule] }
        guard known.count == places.count else { return nil }
        let value = target.expression.value(at: known).value
        return value.isFinite ? value : nil
      }
      return target.objective.incumbent(of: values)
    }
    margins = zip(targets, places).map { target, places in
      target.objective.margin(dataDeviation: places.map { models.properties[$0].spread }.max() ?? 1)
    }
  }

  /// The predictions of each target's expression, a list for each.
  func predictions(_ predictions: [[Prediction]]) -> [[Prediction]] {
    zip(targets, places).map { target, places in
      guard !target.expression.isProperty else { return predictions[places[0]] }
      return (predictions.first ?? []).indices.map { molecule in
        target.expression.prediction(from: places.map { predictions[$0][molecule] })
      }
    }
  }

  /// For each molecule the log-likelihood of each target; −infinity if an expression has no value.
  ///
  /// - Parameter widening: the number of times each target is widened.
  func logLikelihoods(_ all: [[Prediction]], widening: Int) -> [[Double]] {
    let predicted = predictions(all)
    return (predicted.first ?? []).indices.map { molecule in
      targets.indices.map { index in
        let value = targets[index].objective.widened(by: Double(widening) * margins[index])
          .logProbability(predicted[index][molecule], incumbent: incumbents[index])
        return value.isNaN ? -.infinity : min(value, 0)
      }
    }
  }
}

extension ForwardModels.Property {
  /// The standard deviation of the values.
  fileprivate var spread: Double {
    let count = Double(max(1, values.count))
    let average = values.reduce(0, +) / count
    return (values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / count).squareRoot()
  }
}
