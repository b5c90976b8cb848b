internal import Numerics

/// The values of the objectives in joint samples of some molecules.
struct SampledObjectives {
  /// The number of samples.
  let sampleCount: Int
  private let windows: [Values]
  private let goals: [Values]

  /// An objective with its values: those of the first molecule in all samples, then those of the second one.
  private struct Values {
    let goal: Goal
    let values: [Double]
  }

  /// Evaluates expressions in each sample.
  ///
  /// - Parameter samples: of the properties of the objectives, in their order: a row for each sample, and a column for
  ///   each molecule.
  init(_ objectives: [Target], samples: [Matrix]) {
    let properties = objectives.properties
    let valued = objectives.map { target in
      let own = target.properties.compactMap { properties.firstIndex(of: $0) }.map { samples[$0] }
      return Values(goal: target.goal, values: Self.values(of: target.expression, own))
    }
    windows = zip(objectives, valued).filter { !$0.0.isGoal }.map(\.1)
    goals = zip(objectives, valued).filter(\.0.isGoal).map(\.1)
    sampleCount = samples.first?.rows ?? 0
  }

  private static func values(of expression: PropertyExpression, _ samples: [Matrix]) -> [Double] {
    guard !expression.isProperty, let first = samples.first else { return samples.first?.storage ?? [] }
    var values: [Double] = []
    values.reserveCapacity(first.storage.count)
    for molecule in 0..<first.columns { values += expression.values(at: samples.map { $0.column(molecule) }) }
    return values
  }

  /// Whether a molecule meets all windows and values to be near.
  func meetsWindows(_ molecule: Int, in sample: Int) -> Bool {
    for place in windows.indices
    where windows[place].goal.isMet(by: windows[place].values[molecule * sampleCount + sample]) != true { return false }
    return true
  }

  /// The values of the maxima and minima; nil where an expression has none.
  func goalValues(_ molecule: Int, in sample: Int) -> [Double]? {
    var values = [Double](repeating: 0, count: goals.count)
    return setGoalValues(&values, molecule, in: sample) ? values : nil
  }

  /// Puts the values of the maxima and minima in a list that has a place for each; false where an expression has none.
  func setGoalValues(_ values: inout [Double], _ molecule: Int, in sample: Int) -> Bool {
    for place in goals.indices {
      let value = goals[place].values[molecule * sampleCount + sample]
      guard value.isFinite else { return false }
      values[place] = value
    }
    return true
  }
}
