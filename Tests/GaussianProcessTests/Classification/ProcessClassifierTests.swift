import GaussianProcess
import Glibc
import Numerics
import Testing

struct ProcessClassifierTests {
  private let inputs = [0, 0.4, 1.1, 1.3, 2.3, 3, 3.4, 4.2]
  private let outcomes = [true, true, false, false, true, true, false, true]

  /// The expected numbers are scipy's: the mode by a general minimiser, the rest by dense inverses and quadrature.
  ///
  ///     x = array([0, .4, 1.1, 1.3, 2.3, 3, 3.4, 4.2]); y = array([1, 1, -1, -1, 1, 1, -1, 1]); t = array([-1, .4, 1.7, 5])
  ///     k = lambda a, b: 1.5**2 * exp(-.5 * (a[:, None] - b[None, :])**2 / .8**2); m = .3
  ///     K = k(x, x); Ki = inv(K); c = k(x, t)
  ///     psi = lambda f: -norm.logcdf(y * f).sum() + .5 * (f - m) @ Ki @ (f - m)
  ///     f = minimize(psi, full(8, m), method='BFGS').x        # and five steps of Newton's method
  ///     r = exp(norm.logpdf(f) - norm.logcdf(y * f)); W = r * (r + y * f)
  ///     evidence = -psi(f) - .5 * slogdet(eye(8) + K @ diag(W))[1]
  ///     mu = m + c.T @ Ki @ (f - m); v = 1.5**2 - diag(c.T @ inv(K + diag(1 / W)) @ c)
  ///     p = [quad(lambda u: norm.cdf(a + b**.5 * u) * norm.pdf(u), -12, 12)[0] for a, b in zip(mu, v)]
  @Test func agreesWithScipy() throws {
    let classifier = try ProcessClassifier(
      kernel: ScaledKernel(variance: 2.25, base: SquaredExponential()), mean: 0.3, inputs: inputs, outcomes: outcomes)
    let others = [-1, 0.4, 1.7, 5]
    let latent = classifier.latent(others)
    #expect(
      distance(
        latent.map(\.mean), [0.7344170773945702, 0.5942457637738566, -0.2481353561956135, 0.7311680402351397]) < 1e-7)
    #expect(
      distance(
        latent.map(\.standardDeviation),
        [1.427145378797755, 0.8431668974607509, 0.9111252428882116, 1.343197595873255]) < 1e-7)
    let expected = [0.6632841292190049, 0.6751962460482698, 0.4272344555642543, 0.6688104044931187]
    #expect(distance(classifier.probabilities(others), expected) < 1e-7)
    #expect(distance(classifier.logProbabilities(others), expected.map { log($0) }) < 1e-7)
    #expect(abs(classifier.logMarginalLikelihood - -6.239131184885986) < 1e-9)
    #expect(abs(classifier.outputScale - 1.5) < 1e-12)
  }

  /// By scipy's Nelder-Mead on the same density: a scale of .631766 and a mean of .422294.
  @Test func theScaleAndTheMeanAreThoseOfGreatestDensity() throws {
    let classifier = try ProcessClassifier(fitting: SquaredExponential(), to: inputs, outcomes: outcomes)
    #expect(abs(classifier.outputScale - 0.631766) < 2e-3)
    #expect(abs(classifier.mean - 0.422294) < 2e-3)
    let share = exp(logNormalDistribution(0.422294 / (1 + 0.631766 * 0.631766).squareRoot()))
    #expect(abs(classifier.priorProbability - share) < 1e-3)
  }

  /// Outcomes drawn with known probabilities.
  private func drawn(_ count: Int, seed: UInt64, probability: (Double) -> Double) -> (
    inputs: [Double], outcomes: [Bool]
  ) {
    var stream = RandomStream(seed: seed)
    let inputs = (0..<count).map { _ in 10 * stream.uniform() }
    return (inputs, inputs.map { stream.uniform() < probability($0) })
  }

  @Test("Of what is expected to succeed with a probability, that share does", arguments: 1...5)
  func calibrated(seed: UInt64) throws {
    func truth(_ x: Double) -> Double { 0.5 + 0.45 * sin(1.2 * x) }
    let data = drawn(300, seed: seed, probability: truth)
    let classifier = try ProcessClassifier(fitting: SquaredExponential(), to: data.inputs, outcomes: data.outcomes)
    let others = stride(from: 0.05, to: 10, by: 0.05).map { $0 }
    let pairs = zip(others.map(truth), classifier.probabilities(others)).map { (truth: $0, expected: $1) }
    for lower in stride(from: 0.0, to: 1, by: 0.2) {
      let own = pairs.filter { $0.expected >= lower && $0.expected < lower + 0.2 }
      guard own.count >= 20 else { continue }
      let difference = own.reduce(0) { $0 + $1.truth - $1.expected } / Double(own.count)
      #expect(abs(difference) < 0.15, "from \(lower)")
    }
    // Better than the same probability for all, whose score is the entropy of the truth's average.
    let score = pairs.reduce(0) { $0 + $1.truth * log($1.expected) + (1 - $1.truth) * log(1 - $1.expected) }
    #expect(score / Double(pairs.count) > -0.6)
  }

  @Test("Outcomes that do not depend on the input are expected alike everywhere")
  func withoutAPattern() throws {
    let data = drawn(200, seed: 7) { _ in 0.8 }
    let classifier = try ProcessClassifier(fitting: SquaredExponential(), to: data.inputs, outcomes: data.outcomes)
    let probabilities = classifier.probabilities(Array(stride(from: 0, to: 10, by: 0.25)))
    #expect(probabilities.allSatisfy { abs($0 - 0.8) < 0.2 })
  }

  @Test("One kind of outcome only, and the same input with both outcomes")
  func extremes() throws {
    let all = try ProcessClassifier(
      fitting: SquaredExponential(), to: inputs, outcomes: Array(repeating: true, count: inputs.count))
    #expect(all.probabilities(inputs).allSatisfy { $0 > 0.8 && $0 <= 1 })
    let both = try ProcessClassifier(
      fitting: SquaredExponential(), to: [1, 1, 1, 1], outcomes: [true, false, true, false])
    #expect(abs(both.probabilities([1])[0] - 0.5) < 1e-3)
    #expect(throws: GaussianProcessError.noData) {
      try ProcessClassifier(fitting: SquaredExponential(), to: [], outcomes: [])
    }
    #expect(throws: GaussianProcessError.countMismatch(inputs: 1, values: 2)) {
      try ProcessClassifier(fitting: SquaredExponential(), to: [1], outcomes: [true, false])
    }
  }

  @Test("A rare failure is not lost where only some points are fitted to, and all are conditioned on")
  func manyPoints() throws {
    let inputs = (0..<400).map { Double($0) / 40 }
    let outcomes = inputs.map { !(3.0..<3.5).contains($0) }
    let classifier = try ProcessClassifier(
      fitting: SquaredExponential(), to: inputs, outcomes: outcomes, pointsToFit: 60)
    #expect(classifier.inputs.count == 400)
    let probabilities = classifier.probabilities([3.25, 6, 9])
    #expect(
      probabilities[0] < probabilities[1] - 0.3 && probabilities[1] > 0.8 && probabilities[2] > 0.8, "\(probabilities)")
    let again = try ProcessClassifier(
      fitting: SquaredExponential(), to: inputs, outcomes: outcomes, pointsToFit: 60)
    #expect(again.probabilities([3.25, 6, 9]) == probabilities)
  }

  @Test(
    "The probability far from all data is that of the true share, also where failures are rare and few are fitted to")
  func rareFailuresWithoutAPattern() throws {
    let inputs = (0..<400).map { Double($0) / 40 }
    let outcomes = inputs.indices.map { $0 % 10 != 4 }
    let classifier = try ProcessClassifier(
      fitting: SquaredExponential(), to: inputs, outcomes: outcomes, pointsToFit: 60)
    #expect(abs(classifier.priorProbability - 0.9) < 0.02, "\(classifier.priorProbability)")
    #expect(classifier.probabilities([3.25, 6, 9]).allSatisfy { abs($0 - 0.9) < 0.05 })
    // Three failures of 400 are less than one of 60.
    let rarer = try ProcessClassifier(
      fitting: SquaredExponential(), to: inputs, outcomes: inputs.indices.map { $0 % 130 != 60 }, pointsToFit: 60)
    #expect(rarer.priorProbability > 0.97 && rarer.priorProbability < 0.999, "\(rarer.priorProbability)")
  }

  @Test("The kernel is chosen under which the outcomes are the most probable, also by some of them alone")
  func choiceOfKernel() throws {
    let inputs = (0..<120).map { [Double($0 % 7), Double($0 / 12)] }
    let outcomes = inputs.map { $0[1] < 5 }
    let kernels: [any Kernel<[Double]>] = [0, 1].map { place in SquaredExponential().on { $0[place] } }
    let better = try ProcessClassifier(fitting: kernels[1], to: inputs, outcomes: outcomes)
    let explanations = [("first", kernels[0]), ("second", kernels[1])].map {
      ProcessClassifier.Explanation(name: $0, kernel: $1)
    }
    for choice in [explanations, explanations.reversed()] {
      for count in [40, 200] {
        let chosen = try ProcessClassifier(
          fittingBestOf: choice, to: inputs, outcomes: outcomes, pointsToChoose: count)
        #expect(chosen.explanation == "second")
        #expect(chosen.probabilities(inputs) == better.probabilities(inputs))
        #expect(chosen.logMarginalLikelihood == better.logMarginalLikelihood)
      }
    }
    // What is hardly believed before needs more outcomes than these.
    let unlikely = ProcessClassifier.Explanation(name: "second", kernel: kernels[1], logWeight: -1000)
    #expect(
      try ProcessClassifier(fittingBestOf: [explanations[0], unlikely], to: inputs, outcomes: outcomes).explanation
        == "first")
    #expect(better.explanation == nil)
    let only = try ProcessClassifier(fittingBestOf: [explanations[0]], to: inputs, outcomes: outcomes)
    #expect(
      try only.probabilities(inputs)
        == ProcessClassifier(fitting: kernels[0], to: inputs, outcomes: outcomes).probabilities(inputs))
  }
}
