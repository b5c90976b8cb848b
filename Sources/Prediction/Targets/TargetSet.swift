package import Acquisition
package import Files
package import GaussianProcess
import Tables

/// Targets with everything that their probabilities need: how their properties are ordered, what an improvement must
/// exceed, and how far a widening goes.
package struct TargetSet: Sendable {
  package let targets: [Target]
  /// For each target the value that an improvement must exceed; nil if there is none.
  package let incumbents: [Double?]
  /// The front of the maxima and minima, of the molecules that meet the other targets. Nil unless there are two to four of
  /// them, and each has a reference value.
  package let front: GoalFront?
  /// For each target the indices of its expression's properties among the predicted ones.
  private let places: [[Int]]
  /// For each target the number of molecules that have all its properties, if its expression has a finite value for none
  /// of them; else 0.
  private let valuelessCounts: [Int]
  /// For each target the width of one widening step.
  private let margins: [Double]

  /// - Parameters:
  ///   - names: the predicted properties, in their order.
  ///   - values: the values that the models have learnt, a list for each property in one order of the molecules; nil
  ///     where a molecule has none.
  ///   - incumbents: for each target the value that an improvement must exceed; nil for the best among the values.
  ///   - references: the worst value of interest of maxima and minima that state none, by name; for others it is the worst
  ///     of the values.
  package init(
    _ targets: [Target], names: [String], values: [[Double?]], incumbents: [Double?]? = nil,
    references: [String: Double] = [:]
  ) {
    let places = targets.map { target in target.properties.compactMap { names.firstIndex(of: $0) } }
    let known = zip(targets, places).map { Self.known($0, $1, values) }
    valuelessCounts = zip(zip(targets, places), known).map { target, known in
      known.isEmpty && !target.0.expression.isProperty ? Self.knownCount(target.1, values) : 0
    }
    self.targets = targets
    self.places = places
    self.incumbents = incumbents ?? zip(targets, known).map { $0.incumbent(of: $1) }
    margins = zip(targets, known).map { $0.margin(dataDeviation: deviation(of: $1)) }
    let reference = targets.frontPlaces.compactMap { place in
      let target = targets[place]
      return target.reference ?? references[target.name] ?? target.worst(of: known[place])
    }
    front =
      reference.isEmpty || reference.count < targets.frontPlaces.count
      ? nil : GoalFront(targets, reference: reference, values: Self.rivals(targets, places, values))
  }

  /// The values of the goals of each molecule that may be on the front.
  private static func rivals(_ targets: [Target], _ places: [[Int]], _ values: [[Double?]]) -> [[Double]] {
    (values.first?.indices ?? 0..<0).compactMap { molecule in
      targets.frontValues(
        zip(targets, places).map { target, places in
          let numbers = places.compactMap { values[$0][molecule] }
          guard numbers.count == places.count else { return nil }
          return target.expression.isProperty ? numbers[0] : target.expression.value(at: numbers).value
        })
    }
  }

  /// The number of molecules that have all of some properties.
  private static func knownCount(_ places: [Int], _ values: [[Double?]]) -> Int {
    (places.first.map { values[$0].indices } ?? 0..<0).count { molecule in
      places.allSatisfy { values[$0][molecule] != nil }
    }
  }

  /// The values of a target's expression for the molecules that have all it needs.
  private static func known(_ target: Target, _ places: [Int], _ values: [[Double?]]) -> [Double] {
    guard let first = places.first else { return [] }
    guard !target.expression.isProperty else { return values[first].compactMap(\.self) }
    return values[first].indices.compactMap { molecule -> Double? in
      let numbers = places.compactMap { values[$0][molecule] }
      guard numbers.count == places.count else { return nil }
      let value = target.expression.value(at: numbers).value
      return value.isFinite ? value : nil
    }
  }

  /// Refuses an expression that has no finite value for any molecule whose properties are known, as `log(gap - 100)` may
  /// have none: no molecule would be predicted to meet its target.
  ///
  /// - Parameter noun: What one of the molecules is called.
  package func requireFiniteValues(of noun: String) throws(CampaignError) {
    for (target, count) in zip(targets, valuelessCounts) where count > 0 {
      throw CampaignError(
        .input,
        "The expression '\(target.name)' has no finite value for any of the \(counted(count, "known \(noun)")); give one "
          + "that has.")
    }
  }

  /// Refuses a maximum or a minimum without a best value among the data: anything would be an improvement on it.
  ///
  /// - Parameters:
  ///   - isOfLibrary: Whether the models are those of a library, which keeps no values.
  ///   - noun: What one of the molecules is called.
  package func requireBestValues(isOfLibrary: Bool = false, of noun: String) throws(CampaignError) {
    let (reason, other) =
      isOfLibrary
      ? ("a library keeps no values", ", or models of data in its place")
      : ("no \(noun) of the data has a finite value of it", ", or data with such a value")
    for (target, incumbent) in zip(targets, incumbents) where target.isGoal && incumbent == nil {
      throw CampaignError(
        .input,
        "'\(target.name)' has no best value to improve on, since \(reason); give a window or a half-line, such as "
          + "--target \(shellWord("\(target.name)=2.5.."))\(other)."
      )
    }
  }

  /// The predictions of each target's expression, a list for each, from those of the properties.
  package func predictions(_ predictions: [[Prediction]]) -> [[Prediction]] {
    zip(targets, places).map { target, places in
      guard !target.expression.isProperty else { return predictions[places[0]] }
      return (predictions.first ?? []).indices.map { molecule in
        target.expression.prediction(from: places.map { predictions[$0][molecule] })
      }
    }
  }

  /// The targets, each widened this number of times.
  package func widened(_ widening: Int) -> [Target] {
    zip(targets, margins).map { widening == 0 ? $0 : $0.widened(by: Double(widening) * $1) }
  }

  /// For each molecule the logarithm of the probability of each target; −infinity if an expression has no value.
  ///
  /// With a front, its goals are met together, by improving it. Each of them has an equal part of that logarithm, so that
  /// each can be ramped up in its own way.
  ///
  /// - Parameters:
  ///   - predictions: the predictions of the properties, a list for each.
  ///   - widening: the number of times each target is widened.
  package func logProbabilities(_ predictions: [[Prediction]], widening: Int = 0) -> [[Double]] {
    let predicted = self.predictions(predictions)
    let widened = widened(widening)
    let ofFront = front.map { front in front.logProbabilities(front.places.map { predicted[$0] }) }
    let places = front?.places ?? []
    return (predicted.first ?? []).indices.map { molecule in
      targets.indices.map { index in
        if let ofFront, places.contains(index) { return ofFront[molecule] / Double(places.count) }
        return widened[index].logProbability(predicted[index][molecule], incumbent: incumbents[index])
      }
    }
  }

  /// The same as log-likelihoods of a design, which are at most 0: rounding may put a probability above 1.
  package func logLikelihoods(_ predictions: [[Prediction]], widening: Int = 0) -> [[Double]] {
    logProbabilities(predictions, widening: widening).map { $0.map { min($0, 0) } }
  }
}

/// The standard deviation of values, in their unit; 0 where there are none.
private func deviation(of values: [Double]) -> Double {
  let count = Double(max(1, values.count))
  let average = values.reduce(0, +) / count
  return (values.reduce(0) { $0 + ($1 - average) * ($1 - average) } / count).squareRoot()
}
