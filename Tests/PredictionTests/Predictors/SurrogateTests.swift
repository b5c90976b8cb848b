import Acquisition
import CampaignTesting
import Chemistry
import GaussianProcess
import Prediction
import Stores
import Testing
import TransferLearning

@Suite("The fitted processes")
struct SurrogateTests {
  private let window = Target(property: "gap", goal: .window(lower: 6, upper: 7))
  private let highest = Target(property: "dipole", goal: .maximize)
  private let lowest = Target(property: "energy", goal: .minimize)
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

  private func prior() throws -> TransferredPrior {
    let corpus = try SmallCampaign.chains.map { try Molecule(smiles: $0) }
    return TransferredPrior(
      model: .standard, reference: try corpus.inputs(MolecularModel.standard.representations))
  }

  private func surrogate(_ objectives: [Target], _ history: History) throws -> Surrogate {
    try Surrogate(objectives: objectives, history: history, prior: prior())
  }

  private func features() throws -> [MolecularInput] {
    try unseen.map { try Molecule(smiles: $0) }.inputs(MolecularModel.standard.representations)
  }

  @Test("The log-likelihood is the sum of the objectives' log probabilities")
  func logLikelihoods() throws {
    let objectives = [window, highest]
    let surrogate = try surrogate(objectives, history())
    let features = try features()
    let sums = try surrogate.logLikelihoods(features)
    for index in features.indices {
      var expected = 0.0
      for (objective, (fit, incumbent)) in zip(objectives, zip(surrogate.fits, surrogate.incumbents)) {
        let prediction = try fit.predict([features[index]], includingNoise: true)[0]
        expected += objective.logProbability(prediction, incumbent: incumbent)
      }
      #expect(abs(sums[index] - expected) < 1e-9)
      #expect(sums[index] < 0)
    }
    #expect(try surrogate.logLikelihoods([]).isEmpty)
  }

  @Test("The acquisition function sees the same predictions")
  func acquisitionState() throws {
    let surrogate = try surrogate([window, highest], history())
    let features = try features()
    let values = LogWindowProbability().logValues(try surrogate.acquisitionState(at: features).state)
    for (value, sum) in zip(values, try surrogate.logLikelihoods(features)) { #expect(abs(value - sum) < 1e-9) }
    #expect(try surrogate.acquisitionState(at: features).predictions == surrogate.predictions(features))
  }

  @Test("An improvement is one on the best that meets what else is wanted")
  func incumbents() throws {
    let window = Target(property: "gap", goal: .window(lower: 11, upper: 20))
    let history = try history()
    let inWindow = history.entries.filter { window.isMet(by: $0.values["gap"] ?? .nan) == true }
    let best = try #require(inWindow.compactMap { $0.values["dipole"] }.max())
    let bestOfAll = try #require(history.entries.compactMap { $0.values["dipole"] }.max())
    #expect(best < bestOfAll, "the example must tell the two apart")
    #expect(try surrogate([window, highest], history).incumbents == [nil, best])
    #expect(try surrogate([highest], history).incumbents == [bestOfAll])
    let least = history.entries.compactMap { $0.values["energy"] }.min()
    #expect(try surrogate([highest, lowest], history).incumbents == [bestOfAll, least])
  }

  @Test("Where nothing meets what else is wanted there is nothing to improve on")
  func noIncumbent() throws {
    let impossible = Target(property: "gap", goal: .window(lower: 100, upper: 101))
    #expect(try surrogate([impossible, highest], history()).incumbents == [nil, nil])
  }

  @Test("What failed is not learnt from, and the fits are recorded")
  func records() throws {
    let surrogate = try surrogate([window, highest], history())
    #expect(surrogate.observationCounts.allSatisfy { $0 == 20 })
    let records = surrogate.records(iteration: 3)
    #expect(records.map(\.property) == ["gap", "dipole"])
    for (record, fit) in zip(records, surrogate.fits) {
      #expect(record.iteration == 3)
      #expect(record.observationCount == 20)
      #expect(record.priorMean == fit.best.hyperparameters.mean)
      #expect(record.outputScale == fit.best.hyperparameters.outputScale)
      #expect(record.noise == fit.best.hyperparameters.noise)
      #expect(record.logPosterior == fit.best.logPosterior)
      #expect(abs((record.leaveOneOutRMSE ?? 0) - fit.best.leaveOneOutRMSE) < 1e-12)
      #expect(abs((record.leaveOneOutLogDensity ?? 0) - fit.best.leaveOneOutLogDensity) < 1e-12)
      let within = zip(fit.leaveOneOut, fit.best.process.values).filter { abs($1 - $0.mean) < $0.standardDeviation }
      #expect(record.leaveOneOutCoverage == Double(within.count) / 20)
    }
  }

  @Test("What is predicted of each molecule left out is told with the molecule, and gives the recorded error")
  func leaveOneOut() throws {
    let history = try history()
    let surrogate = try surrogate([window, highest], history)
    let entries = surrogate.leaveOneOutEntries
    #expect(Set(entries.keys) == Set(surrogate.properties))
    for record in surrogate.records(iteration: 3) {
      let predicted = try #require(entries[record.property])
      #expect(predicted.map(\.smiles) == history.observed([record.property]).map(\.molecule.smiles))
      let values = Dictionary(
        uniqueKeysWithValues: history.entries.map { ($0.molecule.smiles, $0.values[record.property] ?? .nan) })
      let differences = predicted.map { (values[$0.smiles] ?? .nan) - $0.mean }
      let squares = differences.reduce(0) { $0 + $1 * $1 }
      #expect(abs((squares / Double(predicted.count)).squareRoot() - (record.leaveOneOutRMSE ?? .nan)) < 1e-12)
      #expect(predicted.allSatisfy { $0.standardDeviation > 0 })
    }
  }

  @Test("Where source models serve, what each way was worth is recorded")
  func transfers() throws {
    #expect(try surrogate([window], history()).transferRecords(iteration: 1).isEmpty)
    let molecules = try SmallCampaign.chains.map { try Molecule(smiles: $0) }
    let features = try molecules.inputs(MolecularModel.standard.representations)
    let (process, _) = try SourceProcess.train(
      molecules, features: features, values: molecules.map { SmallCampaign.gap(of: $0.smiles) }, model: .standard)
    let source = try process.sourceModel(name: "gap (elsewhere)", property: "gap", features: features)
    let prior = TransferredPrior(model: .standard, sources: [source], reference: features)
    let surrogate = try Surrogate(objectives: [window], history: history(), prior: prior)
    let records = surrogate.transferRecords(iteration: 1)
    #expect(records.count == surrogate.fits[0].modelWeights.count && records.count > 2)
    #expect(records.map(\.rank) == Array(1...records.count))
    #expect(records.contains { $0.sourceNames.isEmpty && $0.partNames.isEmpty })
    #expect(records[0].sourceNames == ["gap (elsewhere)"] && records[0].partNames.first == "linear")
    #expect(abs(records.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
  }

  @Test("A value is learnt from where another objective's is missing")
  func missingValues() throws {
    let complete = try history()
    let more = History(
      complete.entries + [
        try History.Entry(molecule: Molecule(smiles: "CCCCCCCCCN"), values: ["gap": 6.5], succeeded: true)
      ])
    let surrogate = try surrogate([window, highest], more)
    #expect(surrogate.observationCounts == [21, 20])
    #expect(surrogate.incumbents == (try self.surrogate([window, highest], complete).incumbents))
  }

  @Test("An expression shares the fits of its properties, and is predicted from them")
  func expressions() throws {
    let middle = Target(try PropertyExpression("(gap + dipole) / 2"), goal: .near(value: 5, deviation: 0.5))
    let difference = Target(try PropertyExpression("gap - dipole"), goal: .maximize)
    let history = try history()
    let surrogate = try surrogate([middle, window, difference], history)
    #expect(surrogate.properties == ["gap", "dipole"] && surrogate.fits.count == 2)
    #expect(surrogate.records(iteration: 1).map(\.property) == ["gap", "dipole"])
    let rivals = history.entries.filter { entry in
      [middle, window].allSatisfy { target in
        target.value(in: entry.values).map { target.isMet(by: $0) == true } == true
      }
    }
    #expect(surrogate.incumbents == [nil, nil, rivals.compactMap { difference.value(in: $0.values) }.max()])
    let features = try features()
    let predictions = try surrogate.predictions(features)
    let sums = try surrogate.logLikelihoods(features)
    let values = LogWindowProbability().logValues(try surrogate.acquisitionState(at: features).state)
    for index in features.indices {
      let (gap, dipole) = (predictions[0][index], predictions[1][index])
      let expected =
        middle.logProbability(middle.expression.prediction(from: [gap, dipole]))
        + window.logProbability(gap)
        + difference.logProbability(
          difference.expression.prediction(from: [gap, dipole]), incumbent: surrogate.incumbents[2])
      #expect(abs(sums[index] - expected) < 1e-9)
      #expect(abs(values[index] - expected) < 1e-6 * max(1, abs(expected)))
    }
  }

  @Test("Several goals are likely by improving the front of the molecules that meet the window")
  func front() throws {
    let window = Target(property: "gap", goal: .window(lower: 9.75, upper: 10.75))
    let surrogate = try surrogate([highest, window, lowest], history())
    let front = try #require(surrogate.targets.front)
    let all = SmallCampaign.chains.prefix(20)
    let met = all.filter { (9.75...10.75).contains(SmallCampaign.gap(of: $0)) }
    #expect(!met.isEmpty && met.count < all.count)
    #expect(
      front.reference == [all.map(SmallCampaign.dipole).min(), all.map { -SmallCampaign.gap(of: $0) }.max()])
    let best = try #require(met.map(SmallCampaign.dipole).max())
    #expect(front.front.points.first?.first == best)
    #expect(
      front.front.points.allSatisfy { point in
        met.contains { SmallCampaign.dipole(of: $0) == point[0] && SmallCampaign.gap(of: $0) == point[1] }
      })
    let features = try features()
    let predictions = try surrogate.predictions(features)
    let places = try ["dipole", "gap", "energy"].map { try #require(surrogate.properties.firstIndex(of: $0)) }
    let ofFront = front.logProbabilities([predictions[places[0]], predictions[places[2]]])
    for (index, sum) in try surrogate.logLikelihoods(features).enumerated() {
      let ofWindow = window.logProbability(predictions[places[1]][index])
      #expect(abs(sum - ofFront[index] - ofWindow) < 1e-9)
    }
    let state = try surrogate.acquisitionState(at: features).state
    #expect(state.front?.reference == front.reference && state.front?.front == front.front)
    let records = surrogate.referenceRecords(iteration: 3)
    #expect(records.map(\.objective) == ["dipole", "energy"] && records.map(\.value) == front.reference)
    #expect(records.map(\.isMinimum) == [false, true] && records.allSatisfy { $0.iteration == 3 && !$0.isStated })
    let recorded = try Surrogate(
      objectives: [highest, lowest], history: history(), prior: prior(),
      references: ReferenceRecord([
        ReferencePointRecord(iteration: 1, objective: "dipole", isMinimum: false, value: -7, isStated: false)
      ]))
    #expect(recorded.targets.front?.reference.first == -7)
    #expect(try self.surrogate([highest], history()).referenceRecords(iteration: 1).isEmpty)
  }
}
