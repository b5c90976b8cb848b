public import Acquisition
internal import GaussianProcess

/// The violations of an acquisition function's requirements, as sentences; empty if it conforms.
///
/// These are checked for every kind of goal, for fronts of two, and for ordinary and extreme predictions: one value for each candidate,
/// finite or −infinity and never NaN; the same values at a second call; and, of two candidates with equal standard
/// deviations, that the one with the better mean (greater, smaller, nearer the window's middle) is not worth less; that
/// the values of a search are the same in any company; and that a mixture of normal predictions, as transfer gives, is worth neither more nor less than all its members.
///
/// - Parameters:
///   - ordersByMean: false for functions that contradict the order of the means, such as the random choice.
///   - averagesMembers: false for functions that are meant to depend on the mean and standard deviation of a whole
///     mixture, such as a confidence bound.
public func acquisitionViolations(
  _ function: any AcquisitionFunction, ordersByMean: Bool = true, averagesMembers: Bool = true
) -> [String] {
  var violations: [String] = []
  // None of these states has anything that could fail.
  func values(_ state: AcquisitionState) -> [Double] {
    do throws(AcquisitionError) {
      return try function.logValues(state)
    } catch {
      violations.append("It failed: \(error.description)")
      return []
    }
  }
  let means = [-1e6, -40, -3, -1, -0.5, -1e-9, 0, 0.25, 0.5, 1, 2, 5, 40, 1e6]
  for (goal, incumbent) in goals {
    for deviation in [0, 1e-9, 0.1, 1, 30] {
      let objectivePrediction = AcquisitionState.ObjectivePrediction(
        target: Target(property: "value", goal: goal),
        predictions: means.map { Prediction(mean: $0, standardDeviation: deviation) }, incumbent: incumbent, scale: 2)
      let setting = "for \(goal) with the best value \(incumbent.map { "\($0)" } ?? "none") and deviations \(deviation)"
      let two = [objectivePrediction, objectivePrediction]
      var states = [[objectivePrediction], two].map { AcquisitionState(objectivePredictions: $0) }
      if objectivePrediction.target.isGoal {
        // Two goals with a front of three points, one of them without a known molecule.
        let values = incumbent.map { [[$0, $0], [$0 - 0.5, $0 + 0.5], [$0 + 0.5, $0 - 0.5]] } ?? []
        let reference = goal == .minimize ? 3.0 : -3
        states.append(
          AcquisitionState(
            objectivePredictions: two,
            front: GoalFront(two.map(\.target), reference: [reference, reference], values: values)))
      }
      for state in states {
        let given = values(state)
        guard given.count == means.count else {
          violations.append("It gave \(given.count) values for \(means.count) candidates \(setting).")
          continue
        }
        for (mean, value) in zip(means, given) where value.isNaN || value == .infinity {
          violations.append("The value is \(value) for a mean of \(mean) \(setting).")
        }
        if given.map(\.bitPattern) != values(state).map(\.bitPattern) {
          violations.append("A second call gave other values \(setting).")
        }
        violations += searchViolations(function, state, setting)
        guard ordersByMean else { continue }
        let merits = means.map { merit(of: $0, for: goal) }
        for (better, a) in merits.enumerated() {
          for (worse, b) in merits.enumerated() where a >= b && given[better] < given[worse] - 1e-9 {
            violations.append("A mean of \(means[better]) is worth less than one of \(means[worse]) \(setting).")
          }
        }
      }
    }
  }
  let none = values(AcquisitionState(candidateCount: 0))
  if !none.isEmpty { violations.append("It gave \(none.count) values for no candidate.") }
  return violations + (averagesMembers ? mixtureViolations(function) : [])
}

/// Every kind of goal, with the best value observed.
private let goals: [(Goal, Double?)] = [
  (.window(lower: -1, upper: 1), nil), (.window(lower: 2, upper: .infinity), nil),
  (.window(lower: -.infinity, upper: -2), nil), (.window(lower: 5, upper: 5 + 1e-9), nil),
  (.near(value: 1, deviation: 0.5), nil), (.maximize, 0.5), (.minimize, 0.5), (.maximize, nil), (.minimize, nil),
]

/// A search values candidates by parts: each value must follow from the predictions of its candidate alone.
private func searchViolations(
  _ function: any AcquisitionFunction, _ state: AcquisitionState, _ setting: String
) -> [String] {
  func values(of places: [Int]) -> [Double]? {
    let parts = state.objectivePredictions.map { objective in
      AcquisitionState.ObjectivePrediction(
        target: objective.target, predictions: places.map { objective.predictions[$0] }, incumbent: objective.incumbent,
        scale: objective.scale)
    }
    return try? function.searchValues(AcquisitionState(objectivePredictions: parts, front: state.front))
  }
  let everything = Array(0..<state.candidateCount)
  guard let whole = values(of: everything), whole.count == everything.count else {
    return ["It gave no value of a search for each of \(everything.count) candidates \(setting)."]
  }
  for places in everything.map({ [$0] }) + [everything.filter { $0.isMultiple(of: 2) }] {
    let part = values(of: places) ?? []
    let isSame =
      part.count == places.count
      && zip(places, part).allSatisfy { place, value in
        whole[place] == value || abs(whole[place] - value) <= 1e-9 * max(1, abs(value))
      }
    if !isSame { return ["The value of a search depends on the other candidates \(setting)."] }
  }
  return []
}

/// An expectation under a mixture is the average of those under its members. One computed from the mixture's mean and
/// standard deviation is wrong, but finite: here a window between two members would seem likely.
private func mixtureViolations(_ function: any AcquisitionFunction) -> [String] {
  let members = [(-40.0, 0.5), (-3, 0.2), (0, 1), (4, 0.1), (30, 2)].map {
    Prediction(mean: $0.0, standardDeviation: $0.1)
  }
  var violations: [String] = []
  for (goal, incumbent) in goals {
    func value(_ prediction: Prediction) -> Double {
      let state = AcquisitionState(objectivePredictions: [
        AcquisitionState.ObjectivePrediction(
          target: Target(property: "value", goal: goal), predictions: [prediction], incumbent: incumbent, scale: 2)
      ])
      // A failure is a violation already.
      return (try? function.logValues(state))?.first ?? .nan
    }
    for (place, first) in members.enumerated() {
      for second in members[(place + 1)...] {
        let ends = [value(first), value(second)]
        let mixed = value(Prediction(mixing: [(0.3, first), (0.7, second)]))
        guard let least = ends.min(), let greatest = ends.max(), mixed < least - 1e-9 || mixed > greatest + 1e-9 else {
          continue
        }
        violations.append(
          "A mixture of predictions with means \(first.mean) and \(second.mean) is worth \(mixed), and its members "
            + "\(ends[0]) and \(ends[1]), for \(goal) with the best value \(incumbent.map { "\($0)" } ?? "none"): use "
            + "target.logProbability or prediction.logExpectation, or state averagesMembers: false if the function "
            + "is meant to depend on the mean and standard deviation of the whole mixture.")
      }
    }
  }
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
