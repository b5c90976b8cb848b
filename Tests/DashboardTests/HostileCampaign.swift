import CampaignFile
import Foundation
import Stores

/// A record whose every text tries to become a part of the page.
final class HostileCampaign: Sendable {
  static let text = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u{202E}&amp;"

  let paths: CampaignPaths
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "cohobate-hostile-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    paths = CampaignPaths(file: folder.appending(path: "hostile.sqlite").path(percentEncoded: false))
    let text = Self.text
    let start = Date(timeIntervalSince1970: 1_795_403_400)
    let specification = """
      # \(text)
      name: hostile
      seed: 1
      objectives: [{property: gap, window: [1.0, 2.0]}]
      calculator: {program: table, file: values.csv}
      budget: {calculations: 4}
      """
    let store = try CampaignStore.create(
      at: paths.database,
      campaign: CampaignRecord(name: "hostile", specification: specification, seed: 1, createdAt: start),
      versions: [VersionRecord(component: text, version: text)],
      properties: [PropertyRecord(name: "gap", unit: text, summary: text, source: text)])
    let candidate = { (smiles: String, position: Int) in
      CandidateEntry(
        molecule: MoleculeEntry(smiles: smiles, formula: text, charge: 0, heavyAtomCount: 1, molecularWeight: 16),
        rank: position, acquisition: -1, decision: .chosen, reason: text, parent: text, move: text, position: position,
        predictions: [PredictionEntry(property: "gap", mean: 1.5, standardDeviation: 0.2)])
    }
    try store.recordDesign(
      IterationRecord(number: 0, policy: .surrogate, proposalCount: 0, invalidCount: 0, designedAt: start),
      fits: [
        FitRecord(
          iteration: 0, property: "gap", observationCount: 1, priorMean: 1, outputScale: 1, noise: 0.1, logPosterior: 0)
      ],
      refusals: [RejectionRecord(iteration: 0, reason: text, count: 1)],
      candidates: [candidate(text, 1), candidate("C", 2), candidate("CO", 3), candidate("CN", 4)], calculator: text,
      protocol: ProtocolEntry(name: text, version: 1, json: "{}", summary: text))
    let failure = FailureRecord(failureClass: text, message: text, evidence: text)
    let attempt = { (number: Int, failure: FailureRecord?) in
      CalculationAttemptRecord(
        calculation: number, number: 1, step: text, changes: text, commandLine: [text], exitStatus: 0,
        termination: .exited, startedAt: start, wallSeconds: 1, failure: failure)
    }
    try store.recordOutcome(
      of: 1, .failed(failure), attempts: [attempt(1, failure)], endedAt: start, wallSeconds: 1)
    try store.recordOutcome(
      of: 2,
      .succeeded(
        ResultEntry(observations: [ObservationEntry(property: "gap", value: 1.25)], geometry: "1\n\(text)\nC 0 0 0\n")),
      attempts: [attempt(2, nil)], endedAt: start, wallSeconds: 1)
    try store.close()
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
