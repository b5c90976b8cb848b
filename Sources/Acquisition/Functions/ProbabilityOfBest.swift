internal import GaussianProcess
internal import Glibc
public import Numerics

/// The logarithm of the probability that a candidate is the best of all candidates, counted over joint samples of their
/// observations (qPO: Fromer et al., arXiv 2410.06333; with several goals qPMHI, arXiv 2512.17659).
///
/// In each sample the best one is:
/// - with one maximum or minimum, the candidate of the best value among those that meet the windows. It need not be better
///   than the incumbent: where nobody is, one of them is still the best to try;
/// - with two to four, the candidate that alone adds most to the volume that the front dominates, among those that meet
///   the windows; nobody, if none adds anything;
/// - with windows and values to be near alone, each candidate that meets all of them. The value is then the logarithm of
///   the probability of meeting all.
///
/// Of n samples a candidate is the best in k, and its value is log((k + P̃)/(n + 1)). P̃ is a closed form of the
/// predictions of single candidates and stands for one more sample. Most candidates are the best in no sample, and P̃
/// alone orders them; without it they would all be worth −∞. With a maximum or minimum all P̃ add up to 1, as the
/// probabilities themselves do.
///
/// Five or more maxima and minima have no front, and a state without joint posteriors has no samples. The value is
/// then log P̃, which for the former is that of ``LogWindowProbability``.
public struct ProbabilityOfBest: AcquisitionFunction {
  /// `probability-of-best`.
  public static let name = "probability-of-best"
  /// A one-line description for users.
  public static let summary = "log probability of being the best of all candidates, by joint samples"
  /// False. In a sample only one candidate is the best, so that the probability that a batch has the best one is the sum
  /// over its molecules: the greatest values are the best batch, and nothing has to be penalised. Candidates that are
  /// alike share their samples.
  public static let isDiverse = false

  /// The greatest number of samples: the standard error of a probability is at most 1.6 %.
  static let sampleCount = 1024
  /// The least number of samples, for thousands of candidates.
  static let leastSampleCount = 200
  /// The greatest number of values that are drawn for a property, unless the least number of samples needs more.
  static let valueCount = 1 << 20
  /// The number of candidates that are sampled jointly, those of the greatest P̃: the time grows with its cube, and the
  /// memory with its square. The others are taken to be the best in no sample.
  private static let candidateLimit = 5000

  /// Those that ``LogExpectedImprovement`` searches by are.
  public static func searchesByProbability(of targets: [Target]) -> Bool {
    LogExpectedImprovement.searchesByProbability(of: targets)
  }

  private let stream: RandomStream
  private let candidateLimit: Int

  /// Makes the function, which has no options.
  public init(options: [String: Double] = [:], stream: RandomStream) {
    self.init(stream: stream, candidateLimit: Self.candidateLimit)
  }

  /// The function with another number of candidates that are sampled jointly.
  package init(stream: RandomStream, candidateLimit: Int) {
    precondition(candidateLimit > 0, "At least one candidate must be sampled.")
    (self.stream, self.candidateLimit) = (stream, candidateLimit)
  }

  /// At most 0; the same samples at each call.
  ///
  /// - Throws: ``AcquisitionError/unsampledCandidates(function:reason:)`` if a covariance matrix has no factor.
  public func logValues(_ state: AcquisitionState) throws(AcquisitionError) -> [Double] {
    let contest = Contest(state)
    let chances = contest.logChances(state)
    guard contest != .undecided, !state.posteriors.isEmpty, !chances.isEmpty else { return chances }
    let likeliest = chances.indices.sorted { (-chances[$0], $0) < (-chances[$1], $1) }.prefix(candidateLimit)
    let sampled = likeliest.sorted()
    let count = max(Self.leastSampleCount, min(Self.sampleCount, Self.valueCount / sampled.count))
    var columns = [Int](repeating: 0, count: chances.count)
    for (column, candidate) in sampled.enumerated() { columns[candidate] = column }
    let samples = try samples(of: sampled, count: count, from: state)
    // The likeliest come first. They are hard to surpass, and the others need no more than a glance.
    let wins = contest.wins(of: likeliest.map { columns[$0] }, in: samples, front: state.front)
    var values = chances.map { $0 - log(Double(count + 1)) }
    for (column, candidate) in sampled.enumerated() where wins[column] > 0 {
      values[candidate] = log((Double(wins[column]) + exp(chances[candidate])) / Double(count + 1))
    }
    return values
  }

  /// Those of ``LogExpectedImprovement``: who is the best of all is not known before all are.
  public func searchValues(_ state: AcquisitionState) -> [Double] { LogExpectedImprovement().searchValues(state) }

  private func samples(
    of candidates: [Int], count: Int, from state: AcquisitionState
  ) throws(AcquisitionError) -> SampledObjectives {
    var stream = stream
    var samples: [Matrix] = []
    do throws(GaussianProcessError) {
      for posterior in state.posteriors {
        samples.append(try posterior.samples(of: candidates, count: count, stream: &stream))
      }
    } catch {
      throw .unsampledCandidates(function: Self.name, reason: error.description)
    }
    return SampledObjectives(state.objectivePredictions.map(\.target), samples: samples)
  }
}

/// What candidates compete for in a sample.
private enum Contest: Equatable {
  /// All that meet the windows win.
  case windows
  /// The best value of a goal wins.
  case value(Target)
  /// The greatest growth of the front wins.
  case growth
  /// Nobody can be told to be the best: there are too many goals, or they have no front.
  case undecided

  init(_ state: AcquisitionState) {
    let objectives = state.objectivePredictions.map(\.target)
    switch ExpectedGain.Kind(of: objectives) {
    case .hits: self = .windows
    case .improvement: self = objectives.first(where: \.isGoal).map { .value($0) } ?? .undecided
    case .hypervolume: self = state.front == nil ? .undecided : .growth
    case nil: self = .undecided
    }
  }

  // MARK: From single predictions

  /// For each candidate log P̃: with windows alone its probability of meeting them, and otherwise its share in a sum over
  /// the candidates. That sum is of the probabilities of meeting the windows, times the probability that the value is better
  /// than the best expected one, or times the expected growth of the front.
  func logChances(_ state: AcquisitionState) -> [Double] {
    switch self {
    case .windows: return state.sum(Self.logProbabilityOfWindow)
    case .value(let target):
      let windows = state.sum(Self.logProbabilityOfWindow)
      guard let goal = state.objectivePredictions.first(where: { $0.target == target }) else { return windows }
      // A value that few surpass, so that it tells apart candidates that would all improve on the incumbent, and those
      // that would not. A candidate that is expected not to meet the windows must not set it.
      let rivals = goal.predictions.indices.filter { goal.predictions[$0].isFinite && windows[$0] >= log(0.5) }
      let level = target.incumbent(of: rivals.map { goal.predictions[$0].mean })
      return Self.logShares(
        zip(windows, goal.predictions).map { $0 + target.logProbability($1, incumbent: level) })
    case .growth:
      return Self.logShares(
        state.sum(
          front: { front, goals in
            front.logExpectedImprovements(goals.map(\.predictions), scales: goals.map(\.scale))
          }, others: Self.logProbabilityOfWindow))
    case .undecided: return LogWindowProbability().logValues(state)
    }
  }

  /// The log-probability that the value is in a window, or within the tolerance of one to be near; 0 for goals.
  private static func logProbabilityOfWindow(
    _ predicted: AcquisitionState.ObjectivePrediction, _ prediction: Prediction
  ) -> Double {
    switch predicted.target.goal {
    case .maximize, .minimize: 0
    case .window: predicted.target.logProbability(prediction)
    case .near(let value, let deviation):
      Target(predicted.target.expression, goal: .window(lower: value - deviation, upper: value + deviation))
        .logProbability(prediction)
    }
  }

  private static func logShares(_ logTerms: [Double]) -> [Double] {
    let total = logSumExp(logTerms)
    return total == -.infinity ? logTerms : logTerms.map { min(0, $0 - total) }
  }

  // MARK: In samples

  /// In how many samples each candidate wins. Of equal ones the first in the order does.
  func wins(of order: [Int], in samples: SampledObjectives, front: GoalFront?) -> [Int] {
    switch self {
    case .windows:
      var wins = [Int](repeating: 0, count: order.count)
      for candidate in order {
        for sample in 0..<samples.sampleCount where samples.meetsWindows(candidate, in: sample) { wins[candidate] += 1 }
      }
      return wins
    case .value(let target):
      let sign = target.goal == .minimize ? -1.0 : 1
      return Self.wins(of: order, in: samples, goals: 1, above: -.infinity) { values, _ in sign * values[0] }
    case .growth:
      guard let front else { return [Int](repeating: 0, count: order.count) }
      let growth = front.pointGrowth
      return Self.wins(of: order, in: samples, goals: front.places.count, above: 0) { values, best in
        front.orient(&values)
        return growth.volume(of: values, above: best)
      }
    case .undecided: return [Int](repeating: 0, count: order.count)
    }
  }

  /// The wins by a merit, of candidates that meet the windows.
  ///
  /// - Parameters:
  ///   - goals: the number of maxima and minima.
  ///   - floor: the merit that a winner must exceed.
  ///   - merit: that of a candidate by its values of the goals, which it may change, where the best one so far is given. It
  ///     need not be exact if it is no better.
  private static func wins(
    of order: [Int], in samples: SampledObjectives, goals: Int, above floor: Double,
    by merit: (_ values: inout [Double], _ best: Double) -> Double
  ) -> [Int] {
    var winners = [Int](repeating: -1, count: samples.sampleCount)
    var best = [Double](repeating: floor, count: samples.sampleCount)
    var values = [Double](repeating: 0, count: goals)
    for candidate in order {
      for sample in winners.indices where samples.meetsWindows(candidate, in: sample) {
        guard samples.setGoalValues(&values, candidate, in: sample) else { continue }
        let own = merit(&values, best[sample])
        if own > best[sample] { (best[sample], winners[sample]) = (own, candidate) }
      }
    }
    var wins = [Int](repeating: 0, count: order.count)
    for winner in winners where winner >= 0 { wins[winner] += 1 }
    return wins
  }
}
