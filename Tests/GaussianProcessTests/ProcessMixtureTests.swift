import GaussianProcess
import Testing

struct ProcessMixtureTests {
  let mixture: ProcessMixture<Double>
  let data: SyntheticData

  init() throws {
    data = try SyntheticData(count: 12, seed: 5, mean: 1000, outputScale: 2, noise: 0.2)
    let (inputs, values) = (data.inputs, data.values)
    let processes = try [0.5, 2.0].map { length in
      try GaussianProcess(
        mean: ConstantMean(1000), kernel: ScaledKernel(variance: 4, base: SquaredExponential(length: length)),
        noiseVariance: 0.04 * length
      ).conditioned(on: inputs, values: values)
    }
    mixture = ProcessMixture([
      .init(weight: 3, process: processes[0]), .init(weight: 1, process: processes[1]),
    ])
  }

  @Test func hasTheMomentsOfTheMixture() {
    let places = [-1.0, 0.3, 4.4, 20]
    let (first, second) = (mixture.members[0].process.predict(places), mixture.members[1].process.predict(places))
    for (index, prediction) in mixture.predict(places).enumerated() {
      let (a, b) = (first[index], second[index])
      let mean = 0.75 * a.mean + 0.25 * b.mean
      let square =
        0.75 * (a.standardDeviation * a.standardDeviation + (a.mean - mean) * (a.mean - mean)) + 0.25
        * (b.standardDeviation * b.standardDeviation + (b.mean - mean) * (b.mean - mean))
      #expect(abs(prediction.mean - mean) < 1e-10)
      #expect(abs(prediction.standardDeviation - square.squareRoot()) < 1e-10)
    }
  }

  @Test func aloneItIsTheProcess() {
    let process = mixture.members[0].process
    #expect(ProcessMixture(process).predict([0.1, 7]) == process.predict([0.1, 7]))
  }

  /// The candidates' covariance has the mixture's variances on its diagonal, and knowing one candidate leaves less of
  /// those that the members, or their disagreement, tie to it.
  @Test func theCandidatesShareTheDisagreement() {
    let candidates = [0.2, 0.9, 3.3, 14, 14.5]
    var posterior = CandidatePosterior(of: mixture, at: candidates)
    for (index, prediction) in posterior.predictions.enumerated() {
      let row = posterior.covariances(with: index)
      #expect(abs(row[index] - prediction.standardDeviation * prediction.standardDeviation) < 1e-9)
      for other in candidates.indices {
        #expect(abs(row[other] - posterior.covariances(with: other)[index]) < 1e-9)
      }
    }
    posterior.suppose(known: 3)
    let shares = posterior.unexplainedShares
    #expect(shares[3] == 0 && shares[4] < 0.9 && shares.allSatisfy { $0 >= 0 && $0 <= 1 })
  }
}
