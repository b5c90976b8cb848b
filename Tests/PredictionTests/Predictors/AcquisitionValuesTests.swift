import Acquisition
import Calculation
import CampaignTesting
import Chemistry
import GaussianProcess
import Numerics
import Prediction
import Testing
import TransferLearning

@Suite("Acquisition values of molecules one by one")
struct AcquisitionValuesTests {
  private static let window = Target(property: "gap", goal: .window(lower: 6, upper: 7))
  private static let highest = Target(property: "dipole", goal: .maximize)
  private static let lowest = Target(property: "gap", goal: .minimize)

  private func surrogate(_ objectives: [Target], failing: Bool = false) throws -> Surrogate {
    let corpus = try SmallCampaign.chains.map { try Molecule(smiles: $0) }
    let prior = TransferredPrior(
      model: .standard, reference: try corpus.inputs(MolecularModel.standard.representations))
    let entries = try SmallCampaign.chains.prefix(30).map { smiles in
      let fails = failing && smiles.contains("S")
      return try History.Entry(
        molecule: Molecule(smiles: smiles),
        values: fails ? [:] : ["gap": SmallCampaign.gap(of: smiles), "dipole": SmallCampaign.dipole(of: smiles)],
        succeeded: !fails, failureClass: fails ? .convergence : nil)
    }
    return try Surrogate(objectives: objectives, history: History(entries), prior: prior)
  }

  private func features() throws -> [MolecularInput] {
    try SmallCampaign.chains.suffix(30).map { try Molecule(smiles: $0) }
      .inputs(MolecularModel.standard.representations)
  }

  private func function(_ name: String) throws -> any AcquisitionFunction {
    try AcquisitionFunctions.make(name, stream: RandomStream(seed: 1))
  }

  @Test("A molecule has the same value in any company", arguments: AcquisitionFunctions.names)
  func alone(name: String) throws {
    let features = try features()
    for objectives in [[Self.window], [Self.highest], [Self.window, Self.highest], [Self.lowest, Self.highest]] {
      let surrogate = try surrogate(objectives)
      let values = try AcquisitionValues(of: function(name), by: surrogate)
      let together = try values.values(surrogate.forecast(features))
      #expect(together.count == features.count && Set(together).count > 1)
      for (index, value) in together.enumerated() {
        let alone = try values.values(surrogate.forecast([features[index]]))
        #expect(abs(alone[0] - value) < 1e-6 * max(1, abs(value)), "\(objectives)")
      }
    }
  }

  @Test("For windows they are the log-likelihood, widened or not", arguments: [0, 2], [false, true])
  func windows(widening: Int, failing: Bool) throws {
    let surrogate = try surrogate([Self.window], failing: failing)
    #expect((surrogate.success.classifier != nil) == failing)
    let forecast = try surrogate.forecast(features())
    for name in ["log-window", "log-expected-improvement", "probability-of-best", "random"] {
      let values = try AcquisitionValues(of: function(name), by: surrogate)
        .values(forecast, widening: widening)
      for (value, expected) in zip(values, surrogate.logLikelihoods(forecast, widening: widening)) {
        #expect(abs(value - expected) < 1e-9, "\(name)")
      }
    }
  }

  @Test("Whether they are log-probabilities depends on the function and on the objectives")
  func logProbabilities() throws {
    func are(_ name: String, _ objectives: [Target]) throws -> Bool {
      try AcquisitionValues(of: function(name), by: surrogate(objectives)).areLogProbabilities
    }
    for name in AcquisitionFunctions.names {
      #expect(try are(name, [Self.window]) == !["greedy", "upper-confidence-bound"].contains(name), "\(name)")
      #expect(try are(name, [Self.window, Self.highest]) == ["log-window", "random"].contains(name), "\(name)")
    }
  }

  @Test("They rank as the acquisition function does, for one goal and a front")
  func ranks() throws {
    let features = try features()
    for objectives in [[Self.highest], [Self.lowest, Self.highest]] {
      let surrogate = try surrogate(objectives)
      let state = try surrogate.acquisitionState(at: features).state
      for name in ["log-window", "upper-confidence-bound", "greedy"] {
        let values = try AcquisitionValues(of: function(name), by: surrogate).values(surrogate.forecast(features))
        let expected = try function(name).logValues(state)
        // The units of two goals are those of other molecules, so that margins over a front are ordered nearly alike; a
        // probability has no unit.
        guard objectives.count == 1 || name == "log-window" else {
          let pairs = expected.indices.flatMap { first in expected.indices.map { (first, $0) } }
            .filter { expected[$0] > expected[$1] }
          let alike = pairs.count { values[$0] > values[$1] }
          #expect(pairs.count > 100 && alike > pairs.count * 4 / 5, "\(name): \(alike) of \(pairs.count)")
          continue
        }
        let order = expected.indices.sorted { expected[$0] > expected[$1] }
        for (better, worse) in zip(order, order.dropFirst()) {
          #expect(values[better] > values[worse] - 1e-6, "\(name)")
        }
      }
    }
  }
}
