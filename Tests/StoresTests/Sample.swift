import Foundation
import Stores

/// A folder of its own for a test, removed with the object.
final class TemporaryFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "cohobate-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path(percentEncoded: false)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the folder.
  func file(_ name: String) -> String {
    path + "/" + name
  }
}

/// A small campaign that has a row of every kind.
enum Sample {
  static let start = Date(timeIntervalSince1970: 1_795_403_400.125)

  static let campaign = CampaignRecord(
    name: "small gap", specification: "name: small gap\nbudget: 4\n", seed: .max, createdAt: start)
  static let versions = [
    VersionRecord(component: "cohobate", version: "0.1.0"), VersionRecord(component: "xtb", version: "6.5.1"),
  ]
  static let properties = [
    PropertyRecord(name: "dipole", unit: "D", summary: "The length of the dipole moment."),
    PropertyRecord(name: "gap", unit: "eV", summary: "The gap between HOMO and LUMO."),
  ]

  static let gfn2 = ProtocolEntry(
    name: "standard", version: 1, json: #"{"name":"standard","version":1}"#, summary: "GFN2-xTB, gas phase")

  static let ethanol = MoleculeEntry(
    smiles: "CCO", formula: "C2H6O", charge: 0, heavyAtomCount: 3, molecularWeight: 46.069)
  static let benzene = MoleculeEntry(
    smiles: "c1ccccc1", formula: "C6H6", charge: 0, heavyAtomCount: 6, molecularWeight: 78.114)
  static let acetate = MoleculeEntry(
    smiles: "CC(=O)[O-]", formula: "C2H3O2-", charge: -1, heavyAtomCount: 4, molecularWeight: 59.044)
  static let pyridine = MoleculeEntry(
    smiles: "c1ccncc1", formula: "C5H5N", charge: 0, heavyAtomCount: 6, molecularWeight: 79.102)
  static let phenol = MoleculeEntry(
    smiles: "Oc1ccccc1", formula: "C6H6O", charge: 0, heavyAtomCount: 7, molecularWeight: 94.113)

  static let failure = FailureRecord(
    failureClass: "convergence", message: "The self-consistent charges did not converge.", evidence: "[ERROR] scf")

  /// A new campaign with nothing but its own rows.
  static func begin(at path: String) throws -> CampaignStore {
    try CampaignStore.create(at: path, campaign: campaign, versions: versions, properties: properties)
  }

  /// The campaign with one iteration ended (a success and a failure) and another with a pending calculation.
  static func run(at path: String) throws -> CampaignStore {
    let store = try begin(at: path)
    try recordInitialDesign(store)
    try recordSuccess(store)
    try recordFailure(store)
    try store.endIteration(0, at: start + 100)
    try recordSurrogateDesign(store)
    return store
  }

  /// Iteration 0: benzene and pyridine are chosen, ethanol is passed over, acetate is refused.
  @discardableResult
  static func recordInitialDesign(_ store: CampaignStore) throws -> [CalculationDetails] {
    try store.recordDesign(
      IterationRecord(number: 0, policy: .initial, proposalCount: 10, invalidCount: 2, designedAt: start),
      refusals: [RejectionRecord(iteration: 0, reason: "is charged", count: 3)],
      candidates: [
        CandidateEntry(
          molecule: acetate, decision: .refused, reason: "It is charged.", move: "language model"),
        CandidateEntry(
          molecule: pyridine, rank: 2, decision: .chosen, reason: "It is among the first.", move: "corpus",
          position: 2),
        CandidateEntry(
          molecule: benzene, rank: 1, decision: .chosen, reason: "It is among the first.", move: "corpus", position: 1),
        CandidateEntry(
          molecule: ethanol, rank: 3, decision: .passedOver, reason: "The batch was full.", move: "corpus"),
      ],
      calculator: "xtb", protocol: Sample.gfn2)
  }

  /// Calculation 1, benzene.
  static func recordSuccess(_ store: CampaignStore) throws {
    try store.recordOutcome(
      of: 1,
      .succeeded(
        ResultEntry(
          observations: [
            ObservationEntry(property: "gap", value: 4.75, uncertainty: 0.125),
            ObservationEntry(property: "dipole", value: 0),
          ],
          geometry: "1\nbenzene\nC 0 0 0\n")),
      attempts: [
        CalculationAttemptRecord(
          calculation: 1, number: 1, commandLine: ["xtb", "a \"b\"/ü.xyz", "--opt"], exitStatus: 0,
          termination: .exited, startedAt: start + 1, wallSeconds: 2.5, energy: -15.875,
          notes: "The bond C1–C2 may be broken.", machine: "slurm: cluster/short on n17"),
        CalculationAttemptRecord(
          calculation: 1, number: 2, commandLine: ["xtb"], termination: .timedOut, startedAt: start + 1,
          wallSeconds: 60, failure: failure),
      ],
      endedAt: start + 61, wallSeconds: 62.5)
  }

  /// Calculation 2, pyridine.
  static func recordFailure(_ store: CampaignStore) throws {
    try store.recordOutcome(
      of: 2, .failed(failure),
      attempts: [
        CalculationAttemptRecord(
          calculation: 2, number: 1, commandLine: ["xtb"], signal: 9, termination: .signalled, startedAt: start + 2,
          wallSeconds: 0.5, failure: failure)
      ],
      endedAt: start + 3, wallSeconds: 0.5)
  }

  /// Iteration 1: phenol is chosen, ethanol is passed over again.
  @discardableResult
  static func recordSurrogateDesign(_ store: CampaignStore) throws -> [CalculationDetails] {
    try store.recordDesign(
      IterationRecord(number: 1, policy: .surrogate, proposalCount: 40, invalidCount: 0, designedAt: start + 101),
      fits: [
        FitRecord(
          iteration: 1, property: "gap", observationCount: 1, priorMean: 4.75, outputScale: 1.5, noise: 0.1,
          logPosterior: -3.25),
        FitRecord(
          iteration: 1, property: "dipole", observationCount: 1, priorMean: -0.5, outputScale: 0.5, noise: 0.1,
          logPosterior: 2, leaveOneOutRMSE: 0.25, leaveOneOutLogDensity: -1.5, leaveOneOutCoverage: 1),
      ],
      leaveOneOut: [
        "gap": [], "dipole": [LeaveOneOutEntry(smiles: benzene.smiles, mean: -0.25, standardDeviation: 0.5)],
      ],
      success: SuccessRecord(
        iteration: 1, successCount: 1, failureCount: 1, baseRate: 0.5, outputScale: 1.5, logMarginalLikelihood: -1.25,
        explanation: "element S"),
      expectedGain: ExpectedGainRecord(iteration: 1, kind: "hits", mean: 0.75, lower: 0, upper: 1),
      references: [
        ReferencePointRecord(iteration: 1, objective: "gap", isMinimum: true, value: 4.75, isStated: false),
        ReferencePointRecord(iteration: 1, objective: "dipole", isMinimum: false, value: -0.5, isStated: true),
      ],
      steps: [
        DesignStepRecord(
          iteration: 1, number: 0, temperature: 1, effectiveSampleSize: 15.5, acceptance: 0.25, distinctCount: 12),
        DesignStepRecord(
          iteration: 1, number: 1, temperature: 0.5, effectiveSampleSize: 9.5, acceptance: 0.125, distinctCount: 9),
      ],
      refusals: [
        RejectionRecord(iteration: 1, reason: "contains Br", count: 1),
        RejectionRecord(iteration: 1, reason: "is charged", count: 4),
      ],
      preselection: PreselectionRecord(iteration: 1, rankedCount: 900, examinedCount: 20),
      candidates: [
        CandidateEntry(
          molecule: phenol, rank: 1, acquisition: -0.5, acquisitionWhenChosen: -0.625, decision: .chosen,
          reason: "Its gap is most likely in the window.", parent: "c1ccccc1", move: "suffix regrowth", position: 1,
          predictions: [
            PredictionEntry(property: "gap", mean: 3.5, standardDeviation: 0.75),
            PredictionEntry(property: "dipole", mean: 1.25, standardDeviation: 0.5),
          ], successProbability: 0.75),
        CandidateEntry(
          molecule: ethanol, rank: 2, acquisition: -.infinity, decision: .passedOver, reason: "The batch was full.",
          move: "language model",
          predictions: [
            PredictionEntry(property: "gap", mean: 9, standardDeviation: 0),
            PredictionEntry(property: "dipole", mean: 1.5, standardDeviation: 0.5),
          ]),
      ],
      listings: [
        ListingEntry(smiles: phenol.smiles, line: 12, name: "phenol"),
        ListingEntry(smiles: ethanol.smiles, line: 7, name: nil),
      ],
      calculator: "xtb", protocol: Sample.gfn2)
  }
}
