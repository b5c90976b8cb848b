import Chemistry
import CohobateTesting
import Foundation
import MolecularDesign
import Numerics
import Testing

/// The molecules that a language of a few tokens spells with up to four atoms, with likelihoods made for the test.
private struct SmallChemistry {
  let model: LanguageModel
  let strings: [ExtendedSMILES]
  private var molecules: [ExtendedSMILES: Molecule] = [:]
  private var evaluations: [[TokenID]: Evaluation] = [:]
  private let numbers: [Molecule: Int]
  /// From exp(−strength) to 1; every seventh molecule has none.
  let strength: Double

  init(strength: Double) throws {
    model = try smallModel()
    strings = enumeratedStrings(of: model, atomsAtMost: 4)
    self.strength = strength
    for string in strings { molecules[string] = try? Molecule(smiles: string.smiles) }
    let distinct = Set(molecules.values).sorted { $0.smiles < $1.smiles }
    numbers = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    for string in strings {
      if let tokens = model.vocabulary.encode(string) { evaluations[tokens] = evaluation(of: string) }
    }
  }

  func evaluation(of string: ExtendedSMILES, temperature: Double = 1) -> Evaluation? {
    guard let molecule = molecules[string], let number = numbers[molecule] else { return nil }
    let logLikelihood = number % 7 == 6 ? -.infinity : -strength * Double(number * 5 % 11) / 10
    return Evaluation(logLikelihood: temperature == 0 ? 0 : logLikelihood, molecule: number)
  }

  func evaluate(_ visits: [StringWithOrigin]) -> [Evaluation] {
    visits.map { evaluations[$0.string.tokens] ?? Evaluation(logLikelihood: -.infinity, molecule: nil) }
  }

  var posterior: EnumeratedPosterior { EnumeratedPosterior(model: model, strings: strings) { evaluation(of: $0) } }

  /// Draws from the prior carry the true likelihoods.
  func priorDraws(_ count: Int, stream: inout RandomStream) -> [Particle] {
    EnumeratedPosterior(model: model, strings: strings) { evaluation(of: $0, temperature: 0) }
      .draws(count, stream: &stream)
      .compactMap { particle in
        evaluations[particle.string.tokens].map { Particle(string: particle.string, evaluation: $0) }
      }
  }
}

@Suite struct SequentialMonteCarloTests {
  private static let moveSets: [[SequentialMonteCarlo.Move]] = [
    [.init(SuffixRegrowth(longestDeletion: 20))],
    [.init(SuffixRegrowth(longestDeletion: 3))],
    [.init(Rerooting(), probability: 0.5), .init(SuffixRegrowth(longestDeletion: 4))],
    [.init(InnerRegrowth(longestDeletion: 4)), .init(SuffixRegrowth(longestDeletion: 4), probability: 0.5)],
  ]

  @Test(arguments: moveSets.indices) func itReproducesAPosteriorThatCanBeEnumerated(moves: Int) throws {
    let chemistry = try SmallChemistry(strength: 4)
    let sampler = SequentialMonteCarlo(model: chemistry.model, moves: Self.moveSets[moves], sweeps: 2)
    var stream = RandomStream(seed: 11)
    let posterior = chemistry.posterior
    #expect(posterior.particles.count > 100)
    let prior = chemistry.priorDraws(10_000, stream: &stream)
    #expect(
      try samplerViolations(
        of: sampler, posterior: posterior, priorDraws: prior, steps: 8, independentShare: 0.25, stream: &stream,
        evaluate: chemistry.evaluate) == [])
  }

  /// Two targets, of which the one is settled before the other comes in: at β = 1 the posterior is the same.
  @Test(arguments: [[], [0...0.5, 0.3...1]]) func aScheduleForEachTargetEndsAtTheSamePosterior(
    ramps: [ClosedRange<Double>]
  ) throws {
    let chemistry = try SmallChemistry(strength: 4)
    func split(_ evaluation: Evaluation) -> Evaluation {
      let part = evaluation.logLikelihood * 0.3
      return Evaluation(
        logLikelihood: evaluation.logLikelihood, terms: [part, evaluation.logLikelihood - part],
        molecule: evaluation.molecule)
    }
    let sampler = SequentialMonteCarlo(
      model: chemistry.model, moves: Self.moveSets[2], sweeps: 2, tempering: Tempering(ramps: ramps))
    var stream = RandomStream(seed: 16)
    let prior = chemistry.priorDraws(10_000, stream: &stream).map {
      Particle(string: $0.string, evaluation: split($0.evaluation))
    }
    var state = sampler.start(prior)
    for _ in 0..<10 {
      state = try sampler.step(state, stream: &stream) { chemistry.evaluate($0).map(split) }.state
    }
    let posterior = chemistry.posterior
    let violations = posterior.violations(
      of: state.particles, logWeights: state.logWeights, independentDraws: 2500, standardErrors: 5, what: "the run")
    #expect(violations == [])
    #expect(state.temperature == 1)
    let variation = posterior.totalVariation(of: state.particles, logWeights: state.logWeights)
    let expected = posterior.expectedVariation(draws: 10_000)
    print(
      "Exactness with ramps \(ramps): \(posterior.particles.count) strings, 10000 particles, total variation \(variation) "
        + "(independent draws: \(expected)), log-evidence \(state.logEvidence) (exact: \(posterior.logEvidence)).")
    #expect(variation < 2 * expected)
    #expect(abs(state.logEvidence - posterior.logEvidence) < 0.05)
  }

  @Test func aWrongProposalIsFoundOut() throws {
    /// States the way back as the way there, as a sampler that accepts everything does in effect.
    struct Careless: Proposal {
      let name = "careless"
      let preservesMolecule = false
      func propose(from string: ScoredString, model: LanguageModel, stream: inout RandomStream) -> Proposed? {
        SuffixRegrowth(longestDeletion: 4).propose(from: string, model: model, stream: &stream).map {
          Proposed(
            string: $0.string, forwardLogProbability: $0.forwardLogProbability,
            backwardLogProbability: $0.forwardLogProbability)
        }
      }
    }
    let chemistry = try SmallChemistry(strength: 4)
    let sampler = SequentialMonteCarlo(model: chemistry.model, moves: [.init(Careless())])
    var stream = RandomStream(seed: 12)
    let prior = chemistry.priorDraws(10_000, stream: &stream)
    let violations = try samplerViolations(
      of: sampler, posterior: chemistry.posterior, priorDraws: prior, steps: 8, independentShare: 0.25,
      stream: &stream, evaluate: chemistry.evaluate)
    #expect(!violations.isEmpty)
    let strings = enumeratedStrings(of: chemistry.model, atomsAtMost: 2)
    #expect(
      !proposalViolations(of: Careless(), model: chemistry.model, from: strings, draws: 2000, stream: &stream).isEmpty)
  }

  @Test func temperaturesRiseToOneAndKeepTheEffectiveSize() throws {
    let chemistry = try SmallChemistry(strength: 60)
    let sampler = SequentialMonteCarlo(
      model: chemistry.model, moves: Self.moveSets[0], effectiveShareKept: 0.6, resamplingShare: 0.99)
    var stream = RandomStream(seed: 13)
    var state = sampler.start(chemistry.priorDraws(1000, stream: &stream))
    var infos: [StepInfo] = []
    while state.temperature < 1, infos.count < 50 {
      let (next, info) = try sampler.step(state, stream: &stream, evaluate: chemistry.evaluate)
      #expect(next.temperature > state.temperature)
      state = next
      infos.append(info)
    }
    #expect(state.temperature == 1)
    #expect(infos.count >= 3)
    for info in infos.dropFirst() { #expect(info.effectiveSampleSize > 590) }
    #expect(infos.last?.distinct == Set(state.particles.map(\.evaluation.molecule)).count)
  }

  @Test func particlesAreResampledOnlyWhenTheWeightsAreUneven() throws {
    let chemistry = try SmallChemistry(strength: 0.1)
    var stream = RandomStream(seed: 14)
    let particles = chemistry.priorDraws(500, stream: &stream).filter { $0.evaluation.logLikelihood > -.infinity }
    for (share, expected) in [(0.0, false), (0.5, false), (1.0, true)] {
      let sampler = SequentialMonteCarlo(model: chemistry.model, moves: [], resamplingShare: share)
      let (state, info) = try sampler.step(
        sampler.start(particles), stream: &stream, evaluate: chemistry.evaluate)
      #expect(info.resampled == expected)
      #expect((Set(state.logWeights).count == 1) == expected)
    }
  }

  @Test func noLikelihoodAnywhereIsSaid() throws {
    let chemistry = try SmallChemistry(strength: 1)
    let sampler = SequentialMonteCarlo(model: chemistry.model, moves: Self.moveSets[0])
    var stream = RandomStream(seed: 15)
    let dead = chemistry.priorDraws(20, stream: &stream).map {
      Particle(string: $0.string, evaluation: Evaluation(logLikelihood: -.infinity, molecule: $0.evaluation.molecule))
    }
    #expect(throws: DesignError.noLikelihood(molecules: Set(dead.map(\.evaluation.molecule)).count)) {
      try sampler.step(sampler.start(dead), stream: &stream, evaluate: chemistry.evaluate)
    }
  }
}
