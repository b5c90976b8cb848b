import Foundation
import GRDB
import Stores
import Synchronization
import Testing

@Suite struct CampaignStoreInspectionTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  @Test func theCandidatesOfAnIterationComeRankedWithAllThatIsKnown() throws {
    let candidates = try store.candidates(of: 1)
    #expect(candidates.map(\.molecule.smiles) == [Sample.phenol.smiles, Sample.ethanol.smiles])
    #expect(
      candidates.map(\.candidate) == [
        CandidateRecord(
          iteration: 1, molecule: 5, rank: 1, acquisition: -0.5, acquisitionWhenChosen: -0.625, decision: .chosen,
          reason: "Its gap is most likely in the window.", parent: "c1ccccc1", move: "suffix regrowth", position: 1,
          successProbability: 0.75),
        CandidateRecord(
          iteration: 1, molecule: 4, rank: 2, acquisition: -.infinity, acquisitionWhenChosen: nil,
          decision: .passedOver, reason: "The batch was full.", parent: nil, move: "language model", position: nil),
      ])
    #expect(
      candidates[0].predictions == [
        PredictionRecord(iteration: 1, molecule: 5, property: "dipole", mean: 1.25, standardDeviation: 0.5),
        PredictionRecord(iteration: 1, molecule: 5, property: "gap", mean: 3.5, standardDeviation: 0.75),
      ])
    #expect(candidates.map(\.predictions.count) == [2, 2])
    #expect(
      try store.success(of: 1)
        == SuccessRecord(
          iteration: 1, successCount: 1, failureCount: 1, baseRate: 0.5, outputScale: 1.5,
          logMarginalLikelihood: -1.25,
          explanation: "element S"))
    #expect(try store.success(of: 0) == nil)
    #expect(
      try store.expectedGains()
        == [ExpectedGainRecord(iteration: 1, kind: "hits", mean: 0.75, lower: 0, upper: 1)])
    #expect(
      try store.referencePoints() == [
        ReferencePointRecord(iteration: 1, objective: "dipole", isMinimum: false, value: -0.5, isStated: true),
        ReferencePointRecord(iteration: 1, objective: "gap", isMinimum: true, value: 4.75, isStated: false),
      ])
    #expect(
      try store.preselections() == [PreselectionRecord(iteration: 1, rankedCount: 900, examinedCount: 20)])
    #expect(
      try store.listings() == [
        ListingRecord(molecule: 4, line: 7, name: nil), ListingRecord(molecule: 5, line: 12, name: "phenol"),
      ])
    #expect(try store.listedNames() == [Sample.phenol.smiles: "phenol"])
    #expect(candidates.map(\.calculation?.id) == [3, nil])
    #expect(candidates.map(\.observations.count) == [0, 0])
  }

  /// Calculation 1 had runs of 2.5 and 60 seconds, calculation 2 one of half a second; calculation 3 is pending.
  @Test func theMeanTimeOfProgramsIsThatOfTheCalculationsThatEnded() throws {
    #expect(try store.meanProgramSeconds() == 31.5)
    try store.database.write { database in
      try database.execute(sql: "DROP TRIGGER outcomeIsFinal; UPDATE calculation SET isReused = 1 WHERE id = 2")
    }
    #expect(try store.meanProgramSeconds() == 62.5)
    try store.database.write { try $0.execute(sql: "DELETE FROM attempt") }
    #expect(try store.meanProgramSeconds() == nil)
  }

  @Test func refusedCandidatesComeLastAndResultsWithTheirCandidate() throws {
    let candidates = try store.candidates(of: 0)
    #expect(candidates.map(\.candidate.decision) == [.chosen, .chosen, .passedOver, .refused])
    #expect(candidates.map(\.calculation?.state) == [.succeeded, .failed, nil, nil])
    #expect(candidates.map(\.observations.count) == [2, 0, 0, 0])
    #expect(
      candidates[0].observations == [
        ObservationRecord(calculation: 1, property: "dipole", value: 0),
        ObservationRecord(calculation: 1, property: "gap", value: 4.75, uncertainty: 0.125),
      ])
    #expect(try store.candidates(of: 2).isEmpty)
  }

  @Test func inspectingAnIterationTakesAsManyQueriesHoweverManyCandidatesThereAre() throws {
    let count = Counter()
    store.database.writeWithoutTransaction { database in
      database.trace { event in
        if "\(event)".hasPrefix("SELECT") { count.increase() }
      }
    }
    _ = try store.candidates(of: 1)
    let few = count.value
    count.reset()
    try store.recordDesign(
      IterationRecord(number: 2, policy: .random, proposalCount: 50, invalidCount: 0, designedAt: Sample.start),
      candidates: (1...50).map { number in
        CandidateEntry(
          molecule: MoleculeEntry(
            smiles: String(repeating: "C", count: number + 3), formula: "C", charge: 0, heavyAtomCount: number + 3,
            molecularWeight: 1),
          rank: number, decision: .passedOver, reason: "The batch was full.", move: "corpus",
          predictions: [PredictionEntry(property: "gap", mean: 1, standardDeviation: 1)])
      }, calculator: "xtb", protocol: Sample.gfn2)
    count.reset()
    #expect(try store.candidates(of: 2).count == 50)
    #expect(few > 0)
    #expect(count.value == few)
  }

  @Test func aMoleculesHistoryIsFoundByNumberAndBySMILES() throws {
    let benzene = try #require(try store.history(ofSMILES: "c1ccccc1"))
    #expect(
      benzene.molecule
        == MoleculeRecord(
          id: 3, smiles: "c1ccccc1", formula: "C6H6", charge: 0, heavyAtomCount: 6, molecularWeight: 78.114))
    #expect(try store.history(ofMolecule: 3) == benzene)
    #expect(benzene.candidacies.map(\.candidate.iteration) == [0])
    #expect(benzene.candidacies[0].observations.map(\.value) == [0, 4.75])
    #expect(
      benzene.attempts == [
        CalculationAttemptRecord(
          calculation: 1, number: 1, commandLine: ["xtb", "a \"b\"/ü.xyz", "--opt"], exitStatus: 0,
          termination: .exited, startedAt: Sample.start + 1, wallSeconds: 2.5, energy: -15.875,
          notes: "The bond C1–C2 may be broken.", machine: "slurm: cluster/short on n17"),
        CalculationAttemptRecord(
          calculation: 1, number: 2, commandLine: ["xtb"], termination: .timedOut, startedAt: Sample.start + 1,
          wallSeconds: 60, failure: Sample.failure),
      ])
    #expect(benzene.attempts.map(\.failure) == [nil, Sample.failure])
    #expect(try store.attempts(of: 1) == benzene.attempts)
  }

  @Test func aMoleculeMayBeACandidateMoreThanOnce() throws {
    let ethanol = try #require(try store.history(ofSMILES: "CCO"))
    #expect(ethanol.candidacies.map(\.candidate.iteration) == [0, 1])
    #expect(ethanol.candidacies.map(\.predictions.count) == [0, 2])
    #expect(ethanol.candidacies.allSatisfy { $0.calculation == nil })
    #expect(ethanol.attempts.isEmpty)
  }

  @Test func anUnknownMoleculeHasNoHistory() throws {
    #expect(try store.history(ofSMILES: "C") == nil)
    #expect(try store.history(ofMolecule: 0) == nil)
  }

  @Test func fitsStepsAndRefusalsComeBack() throws {
    #expect(
      try store.fits() == [
        FitRecord(
          iteration: 1, property: "dipole", observationCount: 1, priorMean: -0.5, outputScale: 0.5, noise: 0.1,
          logPosterior: 2, leaveOneOutRMSE: 0.25, leaveOneOutLogDensity: -1.5, leaveOneOutCoverage: 1),
        FitRecord(
          iteration: 1, property: "gap", observationCount: 1, priorMean: 4.75, outputScale: 1.5, noise: 0.1,
          logPosterior: -3.25),
      ])
    #expect(
      try store.designSteps(of: 1) == [
        DesignStepRecord(
          iteration: 1, number: 0, temperature: 1, effectiveSampleSize: 15.5, acceptance: 0.25, distinctCount: 12),
        DesignStepRecord(
          iteration: 1, number: 1, temperature: 0.5, effectiveSampleSize: 9.5, acceptance: 0.125, distinctCount: 9),
      ])
    #expect(try store.designSteps(of: 0).isEmpty)
    #expect(
      try store.refusals(of: 1) == [
        RejectionRecord(iteration: 1, reason: "is charged", count: 4),
        RejectionRecord(iteration: 1, reason: "contains Br", count: 1),
      ])
  }
}

/// Counts what happens on the database's own thread.
private final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }
  func increase() { count.withLock { $0 += 1 } }
  func reset() { count.withLock { $0 = 0 } }
}
