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
