public import GaussianProcess
internal import Glibc
public import Numerics

/// What a batch is expected to bring, judged by joint samples of its observations.
public struct ExpectedGain: Sendable, Hashable {
  /// The quantity that is gained, which depends on the objectives.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The number of molecules that meet all objectives, which are windows and values to be near.
    case hits
    /// How much the best molecule that meets the windows is better than the best before, in the unit of the one maximum
    /// or minimum; 0 if none is better.
    case improvement
    /// How much the hypervolume of the front above the reference point grows by the molecules that meet the windows, in
    /// the product of the units of the two to four maxima and minima.
    case hypervolume

    /// The quantity for some objectives; nil without any, and with more maxima and minima than have a front.
    public init?(of objectives: [Target]) {
      switch objectives.count(where: \.isGoal) {
      case 0 where !objectives.isEmpty: self = .hits
      case 1: self = .improvement
      case let count where GoalFront.goalCounts.contains(count): self = .hypervolume
      default: return nil
      }
    }
  }

  /// The quantity.
  public let kind: Kind
  /// Its expectation.
  public let mean: Double
  /// Its 10 % quantile.
  public let lower: Double
  /// Its 90 % quantile.
  public let upper: Double

  /// The number of samples: the standard error of the mean is a 64th of the standard deviation.
  static let sampleCount = 4096
  /// The number of samples for the front of three or four goals, whose volumes take up to thirty times as long as those
  /// of two: the standard error of the mean is a 23rd of the standard deviation.
  static let sampleCountOfManyGoals = 512

  /// What the candidates with these indices are expected to bring together, given the data alone; nil if there is no
  /// quantity for the objectives, no molecule, or neither an incumbent nor a front to improve on.
  ///
  /// In each sample, a molecule without success brings nothing, and expressions are evaluated at the sampled values of
  /// their properties.
  ///
  /// - Parameters:
  ///   - state: the candidates, with their joint posterior.
  ///   - baseRate: the probability of success of every molecule if the state has none of its own.
  /// - Throws: `GaussianProcessError` if a covariance matrix has no factor.
  public init?(
    of indices: [Int], from state: AcquisitionState, baseRate: Double = 1, stream: inout RandomStream
  ) throws(GaussianProcessError) {
    let objectives = state.objectivePredictions.map(\.target)
    let goal = state.objectivePredictions.first { $0.target.isGoal }
    guard !indices.isEmpty, let kind = Kind(of: objectives) else { return nil }
    if kind == .improvement, goal?.incumbent == nil { return nil }
    if kind == .hypervolume, state.front == nil { return nil }
    let isOfManyGoals = kind == .hypervolume && objectives.frontPlaces.count > 2
    let sampleCount = isOfManyGoals ? Self.sampleCountOfManyGoals : Self.sampleCount
    var samples: [Matrix] = []
    for posterior in state.posteriors {
      samples.append(try posterior.samples(of: indices, count: sampleCount, stream: &stream))
    }
    let batch = SampledObjectives(objectives, samples: samples)
    let successes = indices.map { index in state.successes.map { exp($0.logProbabilities[index]) } ?? baseRate }
    var gains: [Double] = []
    for sample in 0..<sampleCount {
      let succeeded = successes.indices.filter { stream.uniform() < successes[$0] }
      let counting = succeeded.filter { batch.meetsWindows($0, in: sample) }
      switch kind {
      case .hits: gains.append(Double(counting.count))
      case .improvement:
        guard let goal, let incumbent = goal.incumbent else { return nil }
        let values = counting.compactMap { batch.goalValues($0, in: sample)?[0] }
        gains.append(goal.target.improvement(by: values, on: incumbent))
      case .hypervolume:
        guard let front = state.front else { return nil }
        gains.append(front.growth(by: counting.compactMap { batch.goalValues($0, in: sample) }))
      }
    }
    gains.sort()
    self.kind = kind
    mean = gains.reduce(0, +) / Double(gains.count)
    (lower, upper) = (quantile(0.1, ofSorted: gains), quantile(0.9, ofSorted: gains))
  }
}

extension Target {
  /// How much the best of some values is better than the incumbent of a maximum or minimum; 0 if none is, and for other
  /// goals.
  func improvement(by values: [Double], on incumbent: Double) -> Double {
    guard isGoal, let best = self.incumbent(of: values + [incumbent]) else { return 0 }
    return abs(best - incumbent)
  }
}

extension [Target] {
  /// The best value of a maximum or minimum among molecules that meet all other objectives that can be met; nil without
  /// one, and for other goals.
  ///
  /// - Parameter molecules: the values of each molecule, by property.
  public func incumbent(of objective: Target, among molecules: [[String: Double]]) -> Double? {
    let rivals = molecules.filter { values in
      allSatisfy { $0.expression == objective.expression || $0.isMet(by: $0.value(in: values) ?? .nan) != false }
    }
    return objective.incumbent(of: rivals.compactMap { objective.value(in: $0) })
  }

  /// What a batch has brought, in the quantity of ``ExpectedGain``; nil for another quantity than that of the
  /// objectives, and without an incumbent to improve on or a reference point.
  ///
  /// - Parameters:
  ///   - batch: the values of its molecules that succeeded, by property.
  ///   - earlier: those of the molecules that were known when it was chosen.
  ///   - reference: the reference point by which it was chosen, by the names of the maxima and minima.
  public func gain(
    _ kind: ExpectedGain.Kind, of batch: [[String: Double]], after earlier: [[String: Double]],
    reference: [String: Double] = [:]
  ) -> Double? {
    guard ExpectedGain.Kind(of: self) == kind else { return nil }
    switch kind {
    case .hits: return Double(batch.count { areMet(by: $0) })
    case .improvement:
      guard let goal = first(where: \.isGoal), let incumbent = incumbent(of: goal, among: earlier) else { return nil }
      return goal.improvement(by: [self.incumbent(of: goal, among: batch)].compactMap(\.self), on: incumbent)
    case .hypervolume:
      let corner = frontPlaces.compactMap { reference[self[$0].name] }
      guard corner.count == frontPlaces.count, corner.allSatisfy(\.isFinite) else { return nil }
      func values(_ molecules: [[String: Double]]) -> [[Double]] {
        molecules.compactMap { values in frontValues(map { $0.value(in: values) }) }
      }
      return GoalFront(self, reference: corner, values: values(earlier)).growth(by: values(batch))
    }
  }
}
