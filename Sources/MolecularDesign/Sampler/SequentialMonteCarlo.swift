import Chemistry
import Glibc
public import Numerics

/// Sequential Monte Carlo over the strings of a language model.
///
/// The target distribution at the inverse temperature β is p(s) · L(s)^β on *strings*: p is the language model's
/// probability and L the likelihood of the string's molecule, which is 0 if the string is not an allowed molecule. A
/// molecule's probability is thus the sum over its strings. With a ``Tempering`` the likelihood of each target has its
/// own power. β goes from 0 to 1; each step takes the greatest increment that keeps the effective sample size at a
/// given share, weights the particles by L^(β′ − β), resamples them if the weights have become too uneven, and moves
/// each by Metropolis–Hastings at the new β (Del Moral, Doucet and Jasra 2006, doi 10.1111/j.1467-9868.2006.00553.x).
///
/// `start` and `step` are pure functions: the state is for the next step, the info for display. Each particle has its
/// own random stream in each step, so that no result depends on the distribution of work over cores.
public struct SequentialMonteCarlo: Sendable {
  /// A proposal, and the probability that a sweep tries it on a particle.
  public struct Move: Sendable {
    /// The proposal.
    public let proposal: any Proposal
    /// The probability, from 0 to 1.
    public let probability: Double

    /// Creates a proposal that a sweep tries with a probability.
    public init(_ proposal: any Proposal, probability: Double = 1) {
      self.proposal = proposal
      self.probability = probability
    }
  }

  /// The model whose probabilities are the prior.
  public let model: LanguageModel
  /// The proposals of a sweep, in order.
  public let moves: [Move]
  /// The number of sweeps at each β.
  public let sweeps: Int
  /// The fraction of the effective sample size that remains after an increment of β.
  public let effectiveShareKept: Double
  /// Particles are resampled if the effective sample size is below this fraction of their number.
  public let resamplingShare: Double
  /// The tempering of each target's likelihood.
  public let tempering: Tempering
  /// The last β: 1 for the posterior; with a greater value p(s) · L(s)^β is sharper.
  public let lastTemperature: Double

  /// Creates a sampler. The defaults are those of ``DesignSettings``.
  public init(
    model: LanguageModel, moves: [Move], sweeps: Int = 1, effectiveShareKept: Double = 0.6,
    resamplingShare: Double = 0.5, tempering: Tempering = Tempering(),
    lastTemperature: Double = 1
  ) {
    self.model = model
    self.moves = moves
    self.sweeps = sweeps
    self.effectiveShareKept = effectiveShareKept
    self.resamplingShare = resamplingShare
    self.tempering = tempering
    self.lastTemperature = lastTemperature
  }

  /// The state at β = 0 of particles drawn from the prior (restricted to allowed molecules).
  ///
  /// Particles from another distribution make the weights and the evidence approximate; the proposals still move them
  /// towards the target.
  public func start(_ particles: [Particle]) -> SamplerState {
    SamplerState(
      temperature: 0, particles: particles,
      logWeights: Array(repeating: 0, count: particles.count), logEvidence: 0)
  }

  /// One step: a higher β (up to the last), resampling if needed, and the sweeps.
  ///
  /// - Parameter evaluate: evaluates all strings of a sweep at once, in their order.
  /// - Throws: ``DesignError/noLikelihood(molecules:)`` if no particle has any likelihood; and the errors of
  ///   `evaluate`.
  public func step(
    _ state: SamplerState, stream: inout RandomStream, evaluate: ([StringWithOrigin]) throws -> [Evaluation]
  ) throws -> (state: SamplerState, info: StepInfo) {
    var state = state
    let evaluations = state.particles.map(\.evaluation)
    let logLikelihoods = evaluations.map(\.logLikelihood)
    guard zip(state.logWeights, logLikelihoods).contains(where: { $0 > -.infinity && $1 > -.infinity }) else {
      throw DesignError.noLikelihood(molecules: Set(state.particles.map(\.evaluation.molecule)).count)
    }
    let increment = nextIncrement(state, evaluations)
    if increment > 0 {
      let last = state.temperature
      state.temperature = min(last + increment, lastTemperature)
      let before = logSumExp(state.logWeights)
      state.logWeights = zip(state.logWeights, evaluations).map {
        $0 + gain(of: $1, from: last, to: state.temperature)
      }
      state.logEvidence += logSumExp(state.logWeights) - before
    }
    let effectiveSampleSize = effectiveSampleSize(logWeights: state.logWeights)
    let resamples = effectiveSampleSize < resamplingShare * Double(state.particles.count)
    if resamples {
      let ancestors = systematicResample(logWeights: state.logWeights, offset: stream.uniform())
      state.particles = ancestors.map { state.particles[$0] }
      state.logWeights = Array(repeating: 0, count: ancestors.count)
    }
    var counts = moves.map { MoveCounts(move: $0.proposal.name) }
    var streams = state.particles.map { _ in RandomStream(seed: stream.next()) }
    for _ in 0..<sweeps {
      for (place, move) in moves.enumerated() {
        try apply(move, to: &state, streams: &streams, counts: &counts[place], evaluate: evaluate)
      }
    }
    let info = StepInfo(
      temperature: state.temperature, effectiveSampleSize: effectiveSampleSize, resampled: resamples, moves: counts,
      distinct: Set(state.particles.map(\.evaluation.molecule)).count)
    return (state, info)
  }

  /// The greatest increment of β, up to the last β, that keeps the given fraction of the effective sample size; by
  /// bisection.
  ///
  /// The fraction refers to the size after an infinitesimal increment, which removes particles without likelihood.
  private func nextIncrement(_ state: SamplerState, _ evaluations: [Evaluation]) -> Double {
    let remaining = lastTemperature - state.temperature
    guard remaining > 0 else { return 0 }
    func size(_ increment: Double) -> Double {
      effectiveSampleSize(
        logWeights: zip(state.logWeights, evaluations).map {
          $0 + gain(of: $1, from: state.temperature, to: state.temperature + increment)
        })
    }
    let least = effectiveShareKept * size(0)
    if size(remaining) >= least { return remaining }
    var (low, high) = (0.0, remaining)
    for _ in 0..<60 where high - low > 1e-4 * high {
      let middle = (low + high) / 2
      if size(middle) >= least { low = middle } else { high = middle }
    }
    return low > 0 ? low : high
  }

  /// The change of a log-weight from one β to another: −infinity without likelihood.
  private func gain(of evaluation: Evaluation, from last: Double, to next: Double) -> Double {
    guard evaluation.logLikelihood > -.infinity else { return -.infinity }
    return tempering.logLikelihood(evaluation, at: next) - tempering.logLikelihood(evaluation, at: last)
  }

  private func apply(
    _ move: Move, to state: inout SamplerState, streams: inout [RandomStream], counts: inout MoveCounts,
    evaluate: ([StringWithOrigin]) throws -> [Evaluation]
  ) throws {
    let (model, particles, before) = (model, state.particles, streams)
    let drawn = concurrentMap(particles.count) { index -> (tried: Bool, proposed: Proposed?, stream: RandomStream) in
      var stream = before[index]
      guard move.probability >= 1 || stream.uniform() < move.probability else { return (false, nil, stream) }
      return (true, move.proposal.propose(from: particles[index].string, model: model, stream: &stream), stream)
    }
    var evaluations = [Evaluation?](repeating: nil, count: particles.count)
    if move.proposal.preservesMolecule {
      for index in particles.indices { evaluations[index] = particles[index].evaluation }
    } else {
      let proposing = drawn.indices.filter { drawn[$0].proposed != nil }
      let made = proposing.compactMap { index in
        drawn[index].proposed.map {
          StringWithOrigin(string: $0.string, parent: particles[index].evaluation.molecule, move: move.proposal.name)
        }
      }
      for (index, evaluation) in zip(proposing, try evaluate(made)) { evaluations[index] = evaluation }
    }
    for (index, draw) in drawn.enumerated() {
      streams[index] = draw.stream
      guard draw.tried else { continue }
      counts.tried += 1
      guard let proposed = draw.proposed, let evaluation = evaluations[index] else {
        counts.outside += 1
        continue
      }
      let old = particles[index]
      if proposed.string.tokens != old.string.tokens { counts.changed += 1 }
      let logRatio =
        proposed.string.logProbability - old.string.logProbability
        + tempering.logLikelihood(evaluation, at: state.temperature)
        - tempering.logLikelihood(old.evaluation, at: state.temperature)
        + proposed.backwardLogProbability - proposed.forwardLogProbability
      // A particle without likelihood has weight 0 and stays unchanged; a proposal without likelihood is never
      // accepted.
      guard evaluation.logLikelihood > -.infinity, log(streams[index].uniform()) < logRatio else { continue }
      counts.accepted += 1
      state.particles[index] = Particle(string: proposed.string, evaluation: evaluation)
    }
  }
}
