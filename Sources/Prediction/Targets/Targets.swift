import Acquisition
package import GaussianProcess

/// The targets, with everything needed to compute their probabilities.
package struct Targets: Sendable {
  package let targets: [DesignTarget]
  /// For each target the indices of its expression's properties among the models.
  private let places: [[Int]]
  /// For each target the best value in the data, which an improvement must exceed.
  private let incumbents: [Double?]
  /// For each target the width of one widening step.
  private let margins: [Double]

  /// What is wanted of properties that models predict.
  ///
  /// - Parameters:
  ///   - names: what the targets call the properties, in the order of the models.
  ///   - values: the values that the models have learnt, a list for each property in one order of the molecules; nil where a molecule
  ///     has none.
  ///   - incumbents: for each target the value that an improvement must surpass; nil for the best among the values.
  package init(_ targets: [DesignTarget], names: [String], values: [[Double?]], incumbents: [Double?]? = nil) {
    let places = targets.map { target in target.expression.properties.compactMap { names.firstIndex(of: $0) } }
    self.targets = targets
    self.places = places
    self.incumbents = incumbents ?? Self.best(targets, places, values)
    margins = zip(targets, places).map { target, places in
      target.objective.margin(dataDeviation: places.map { deviation(of: values[$0].compactMap(\.self)) }.max() ?? 1)
    }
  }

  /// For each target the best of its expression's values.
  private static func best(_ targets: [DesignTarget], _ places: [[Int]], _ values: [[Double?]]) -> [Double?] {
    zip(targets, places).map { target, places in
      let molecules = values.first?.indices ?? 0..<0
      let known = molecules.compactMap { molecule -> Double? in
        let numbers = places.compactMap { values[$0][molecule] }
        guard numbers.count == places.count else { return nil }
        let value = target.expression.value(at: numbers).value
        return value.isFinite ? value : nil
      }
      return target.objective.incumbent(of: known)
    }
  }

  /// The predictions of each target's expression, a list for each.
  package func predictions(_ predictions: [[Prediction]]) -> [[Prediction]] {
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
  package func logLikelihoods(_ all: [[Prediction]], widening: Int) -> [[Double]] {
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

/// The standard deviation of values, in their unit; 0 where there are none.
private func deviation(of values: [Double]) -> Double {
  let count = Double(max(1, values.count))
  let average = values.reduce(0, +) / count
  return (values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / count).squareRoot()
}
