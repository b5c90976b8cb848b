import Chemistry
import Foundation
import MolecularDesign
import Stores

/// Records that no campaign has to be run for.
enum LargeRecord {
  private static let start = Date(timeIntervalSince1970: 1_795_403_400)

  private static func specification(_ name: String) -> String {
    """
    name: \(name)
    seed: 1
    objectives: [{property: gap, window: [2.0, 2.6]}]
    calculator: {program: table, file: values.csv}
    budget: {calculations: 1000}

    """
  }

  /// Writes a record with nothing but its campaign.
  static func writeEmpty(_ name: String, to path: String) throws -> CampaignStore {
    try CampaignStore.create(
      at: path,
      campaign: CampaignRecord(name: name, specification: specification(name), seed: 1, createdAt: start), versions: [],
      properties: [PropertyRecord(name: "gap", unit: "eV", summary: "", source: "")])
  }

  /// Writes a record of 1,000 calculations in 50 iterations, each with 42 candidates more.
  static func write(_ name: String, to path: String) throws {
    let store = try writeEmpty(name, to: path)
    let molecules = Array(try Corpus.builtIn().molecules.prefix(50 * 62))
    for iteration in 0..<50 {
      let own = molecules.dropFirst(iteration * 62).prefix(62)
      let predictions = { (place: Int) in
        iteration == 0
          ? [] : [PredictionEntry(property: "gap", mean: 2 + 0.01 * Double(place), standardDeviation: 0.3)]
      }
      try store.recordDesign(
        IterationRecord(
          number: iteration, policy: iteration == 0 ? .initial : .surrogate, proposalCount: 0, invalidCount: 0,
          designedAt: start),
        fits: iteration == 0
          ? []
          : [
            FitRecord(
              iteration: iteration, property: "gap", observationCount: 20 * iteration, priorMean: 2, outputScale: 1,
              noise: 0.1, logPosterior: 0)
          ],
        leaveOneOut: [
          "gap": (0..<iteration).flatMap { earlier in
            molecules[(earlier * 62)..<(earlier * 62 + 20)].map {
              LeaveOneOutEntry(smiles: $0.smiles, mean: 2.5, standardDeviation: 0.5)
            }
          }
        ], refusals: [],
        candidates: own.enumerated().map { place, molecule in
          CandidateEntry(
            molecule: MoleculeEntry(
              smiles: molecule.smiles, formula: "C", charge: 0, heavyAtomCount: molecule.heavyAtomCount,
              molecularWeight: 100),
            rank: place + 1, acquisition: -0.01 * Double(place), decision: place < 20 ? .chosen : .passedOver,
            reason: place < 20 ? "one of the best" : "a better one was chosen", parent: nil, move: "corpus",
            position: place < 20 ? place + 1 : nil, predictions: predictions(place))
        }, calculator: "table", protocol: ProtocolEntry(name: "table", version: 1, json: "{}", summary: ""))
      for place in 0..<20 {
        try store.recordOutcome(
          of: iteration * 20 + place + 1,
          .succeeded(
            ResultEntry(
              observations: [
                ObservationEntry(property: "gap", value: 1.5 + 0.05 * Double((place * 7 + iteration) % 40))
              ],
              geometry: nil)), attempts: [], endedAt: start, wallSeconds: 1)
      }
    }
    try store.close()
  }
}
