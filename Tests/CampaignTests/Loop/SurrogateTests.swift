import Acquisition
import Campaign
import CampaignStore
import Chemistry
import GaussianProcess
import Testing

@Suite("The fitted processes")
struct SurrogateTests {
  private let window = Objective(property: "gap", goal: .window(lower: 6, upper: 7))
  private let highest = Objective(property: "dipole", goal: .maximize)
  private let lowest = Objective(property: "energy", goal: .minimize)
  private let unseen = ["CCCCCO", "NCCCN", "CCF", "SCCCl"]

  private func history(_ smiles: [String] = Array(SmallCampaign.chains.prefix(20))) throws -> History {
    History(
      try smiles.map { smiles in
        let gap = SmallCampaign.gap(of: smiles)
        return try History.Entry(
          molecule: Molecule(smiles: smiles),
          values: ["gap": gap, "dipole": SmallCampaign.dipole(of: smiles), "energy": -gap], succeeded: true)
      } + [History.Entry(molecule: Molecule(smiles: "CCCCCCCC"), values: [:], succeeded: false)])
  }

  private func fingerprints() throws -> [CountFingerprint] {
    try unseen.map { try Molecule(smiles: $0).fingerprint() }
  }

  @Test("The log-likelihood is the sum of the objectives' log probabilities")
  func logLikelihoods() throws {
    let objectives = [window, highest]
    let surrogate = try Surrogate(objectives: objectives, history: history())
    let fingerprints = try fingerprints()
    let sums = surrogate.logLikelihoods(fingerprints)
    for (index, fingerprint) in fingerprints.enumerated() {
      var expected = 0.0
      for (objective, (fit, incumbent)) in zip(objectives, zip(surrogate.fits, surrogate.incumbents)) {
        let prediction = fit.process.predict([fingerprint], includingNoise: true)[0]
        expected += objective.logProbability(prediction, incumbent: incumbent)
      }
      #expect(abs(sums[index] - expected) < 1e-9)
      #expect(sums[index] < 0)
    }
    #expect(surrogate.logLikelihoods([]).isEmpty)
  }

  @Test("The acquisition function sees the same predictions")
  func acquisitionState() throws {
    let surrogate = try Surrogate(objectives: [window, highest], history: history())
    let fingerprints = try fingerprints()
    let values = LogWindowProbability().logValues(try surrogate.acquisitionState(at: fingerprints))
    for (value, sum) in zip(values, surrogate.logLikelihoods(fingerprints)) { #expect(abs(value - sum) < 1e-9) }
  }

  @Test("An improvement is one on the best that meets what else is wanted")
  func incumbents() throws {
    let window = Objective(property: "gap", goal: .window(lower: 11, upper: 20))
    let history = try history()
    let inWindow = history.entries.filter { window.isMet(by: $0.values["gap"] ?? .nan) == true }
    let best = try #require(inWindow.compactMap { $0.values["dipole"] }.max())
    let bestOfAll = try #require(history.entries.compactMap { $0.values["dipole"] }.max())
    #expect(best < bestOfAll, "the example must tell the two apart")
    #expect(try Surrogate(objectives: [window, highest], history: history).incumbents == [nil, best])
    #expect(try Surrogate(objectives: [highest], history: history).incumbents == [bestOfAll])
    let least = history.entries.compactMap { $0.values["energy"] }.min()
    #expect(try Surrogate(objectives: [highest, lowest], history: history).incumbents == [bestOfAll, least])
  }

  @Test("Where nothing meets what else is wanted there is nothing to improve on")
  func noIncumbent() throws {
    let impossible = Objective(property: "gap", goal: .window(lower: 100, upper: 101))
    #expect(try Surrogate(objectives: [impossible, highest], history: history()).incumbents == [nil, nil])
  }

  @Test("What failed is not learnt from, and the fits are recorded")
  func records() throws {
    let surrogate = try Surrogate(objectives: [window, highest], history: history())
    #expect(surrogate.observationCount == 20)
    let records = surrogate.records(iteration: 3)
    #expect(records.map(\.property) == ["gap", "dipole"])
    for (record, fit) in zip(records, surrogate.fits) {
      #expect(record.iteration == 3)
      #expect(record.observationCount == 20)
      #expect(record.priorMean == fit.hyperparameters.mean)
      #expect(record.outputScale == fit.hyperparameters.outputScale)
      #expect(record.noise == fit.hyperparameters.noise)
      #expect(record.logPosterior == fit.logPosterior)
      #expect(record.leaveOneOutRMSE == fit.leaveOneOutRMSE)
      #expect(record.leaveOneOutLogDensity == fit.leaveOneOutLogDensity)
      let within = zip(fit.leaveOneOut, fit.process.values).filter { abs($1 - $0.mean) < $0.standardDeviation }
      #expect(record.leaveOneOutCoverage == Double(within.count) / 20)
    }
  }
}
