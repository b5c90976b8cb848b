public import Acquisition
internal import GaussianProcess

/// The violations of an acquisition function's requirements, as sentences; empty if it conforms.
///
/// These are checked for every kind of goal and for ordinary and extreme predictions: one value for each candidate,
/// finite or −infinity and never NaN; the same values at a second call; and, of two candidates with equal standard
/// deviations, that the one with the better mean (greater, smaller, nearer the window's middle) is not worth less.
///
/// - Parameter ordersByMean: false for functions that ignore the predictions, such as the random choice.
public func acquisitionViolations(_ function: any AcquisitionFunction, ordersByMean: Bool = true) -> [String] {
  var violations: [String] = []
  let goals: [(Goal, Double?)] = [
    (.window(lower: -1, upper: 1), nil), (.window(lower: 2, upper: .infinity), nil),
    (.window(lower: -.infinity, upper: -2), nil), (.window(lower: 5, upper: 5 + 1e-9), nil),
    (.near(value: 1, deviation: 0.5), nil), (.maximize, 0.5), (.minimize, 0.5), (.maximize, nil), (.minimize, nil),
  ]
  let means = [-1e6, -40, -3, -1, -0.5, -1e-9, 0, 0.25, 0.5, 1, 2, 5, 40, 1e6]
  for (goal, incumbent) in goals {
    for deviation in [0, 1e-9, 0.1, 1, 30] {
      let objectivePrediction = AcquisitionState.ObjectivePrediction(
        target: Target(property: "value", goal: goal),
        predictions: means.map { Prediction(mean: $0, standardDeviation: deviation) }, incumbent: incumbent, scale: 2)
      let setting = "for \(goal) with the best value \(incumbent.map { "\($0)" } ?? "none") and deviations \(deviation)"
      for objectivePredictions in [[objectivePrediction], [objectivePrediction, objectivePrediction]] {
        let state = AcquisitionState(objectivePredictions: objectivePredictions)
        let values = function.logValues(state)
        guard values.count == means.count else {
          violations.append("It gave \(values.count) values for \(means.count) candidates \(setting).")
          continue
        }
        for (mean, value) in zip(means, values) where value.isNaN || value == .infinity {
          violations.append("The value is \(value) for a mean of \(mean) \(setting).")
        }
        if values.map(\.bitPattern) != function.logValues(state).map(\.bitPattern) {
          violations.append("A second call gave other values \(setting).")
        }
        guard ordersByMean else { continue }
        let merits = means.map { merit(of: $0, for: goal) }
        for (better, a) in merits.enumerated() {
          for (worse, b) in merits.enumerated() where a >= b && values[better] < values[worse] - 1e-9 {
            violations.append("A mean of \(means[better]) is worth less than one of \(means[worse]) \(setting).")
          }
        }
      }
    }
  }
  let none = function.logValues(AcquisitionState(candidateCount: 0))
  if !none.isEmpty { violations.append("It gave \(none.count) values for no candidate.") }
  return violations
}

private func merit(of mean: Double, for goal: Goal) -> Double {
  switch goal {
  case .maximize: mean
  case .minimize: -mean
  case .near(let value, _): -abs(mean - value)
  case .window(let lower, .infinity): mean - lower
  case .window(-.infinity, let upper): upper - mean
  case .window(let lower, let upper): -abs(mean - 0.5 * (lower + upper))
  }
}
