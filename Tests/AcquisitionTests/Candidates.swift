import Acquisition
import GaussianProcess

/// A state with one objective over predictions given as (mean, standard deviation).
func state(
  _ goal: Goal, _ predictions: [(Double, Double)], incumbent: Double? = nil, scale: Double = 1, property: String = "gap"
) -> AcquisitionState {
  AcquisitionState(objectivePredictions: [
    objectivePrediction(goal, predictions, incumbent: incumbent, scale: scale, property: property)
  ])
}

/// One objective over predictions given as (mean, standard deviation).
func objectivePrediction(
  _ goal: Goal, _ predictions: [(Double, Double)], incumbent: Double? = nil, scale: Double = 1, property: String = "gap"
) -> AcquisitionState.ObjectivePrediction {
  AcquisitionState.ObjectivePrediction(
    target: Target(property: property, goal: goal),
    predictions: predictions.map { Prediction(mean: $0.0, standardDeviation: $0.1) }, incumbent: incumbent, scale: scale
  )
}

/// A maximum of a and a minimum of b over predictions given as (mean, standard deviation), with the front of (3, −1), (2,
/// −2) and (1, −3) above (0, 0).
func stateWithFront(_ a: [(Double, Double)], _ b: [(Double, Double)], scale: Double = 1) -> AcquisitionState {
  let goals = [
    objectivePrediction(.maximize, a, scale: scale, property: "a"),
    objectivePrediction(.minimize, b, scale: scale, property: "b"),
  ]
  return AcquisitionState(
    objectivePredictions: goals,
    front: GoalFront(goals.map(\.target), reference: [0, 0], values: [[3, -1], [2, -2], [1, -3]]))
}
