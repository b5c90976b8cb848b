import CachedCalculation
import Calculation
import Chemistry
import Foundation
import Testing

@Suite("What of an outcome the cache keeps")
struct CachedOutcomeTests {
  @Test("A result comes back as it was, to the last bit")
  func result() throws {
    let geometry = try Geometry(
      elements: ["C", "O"], coordinates: [0.1, 0.2, 0.30000000000000004, -1e-17, 1.2, 3],
      bonds: [
        .init(first: 0, second: 1, order: 3)
      ])
    let result = CalculationResult(
      values: ["gap": 0.1 + 0.2, "energy": -5.07e-300], spreads: ["gap": 1 / 3], atomicValues: ["charge": [0.1, -0.1]],
      geometry: geometry, notes: ["A frequency is low."], changes: ["The electronic temperature was 1000 K."])
    let attempts = [
      AttemptRecord.sample(
        number: 1, failure: CalculationFailure(.convergence, "It did not converge.", evidence: "é\n")),
      AttemptRecord.sample(number: 2),
    ]
    let outcome = CalculationOutcome(result: .success(result), attempts: attempts, wallSeconds: 1.25)
    let found = try roundTrip(outcome)
    #expect(try found.result.get() == result)
    #expect(found.attempts == attempts)
    #expect(found.wallSeconds == 1.25)
    #expect(found.isReused)
  }

  @Test(
    "A failure that would come again comes back",
    arguments: [
      FailureClass.input, .topologyChanged, .convergence,
    ])
  func failures(_ failureClass: FailureClass) throws {
    let failure = CalculationFailure(failureClass, "It failed.", evidence: "as the program says")
    for attempts in [[], [AttemptRecord.sample(failure: failure)]] {
      let found = try roundTrip(CalculationOutcome(result: .failure(failure), attempts: attempts, wallSeconds: 0))
      #expect(found.attempts == attempts)
      guard case .failure(failure) = found.result else {
        Issue.record("\(found.result) is not the failure")
        return
      }
    }
  }

  @Test("Too much output is a failure of the molecule, whatever else lacks is one of the machine")
  func resources() throws {
    let failure = CalculationFailure(.resource, "It wrote too much.")
    for termination in [Termination.outputLimitExceeded(bytes: 9), .folderLimitExceeded(bytes: 9, found: 10, files: 2)]
    {
      let tooMuch = AttemptRecord.sample(termination: termination, failure: failure)
      #expect(
        try roundTrip(CalculationOutcome(result: .failure(failure), attempts: [tooMuch], wallSeconds: 0)).isReused)
    }
    let notStarted = AttemptRecord.sample(termination: .notStarted("gone"), failure: failure)
    for attempts in [[], [notStarted]] {
      #expect(CachedOutcome(CalculationOutcome(result: .failure(failure), attempts: attempts, wallSeconds: 0)) == nil)
    }
  }

  @Test(
    "Accidents, stops, time limits and what nobody knows are not kept, neither as an outcome nor of one attempt of several",
    arguments: [
      FailureClass.random, .cancelled, .timeout, .unknown,
    ])
  func accidents(_ failureClass: FailureClass) {
    let failure = CalculationFailure(failureClass, "It was no fault of the molecule.")
    let failed = AttemptRecord.sample(number: 2, failure: failure)
    #expect(CachedOutcome(CalculationOutcome(result: .failure(failure), attempts: [failed], wallSeconds: 0)) == nil)
    let result = CalculationResult(values: ["gap": 1])
    let attempts = [AttemptRecord.sample(number: 1), failed]
    #expect(CachedOutcome(CalculationOutcome(result: .success(result), attempts: attempts, wallSeconds: 0)) == nil)
  }

  private func roundTrip(_ outcome: CalculationOutcome) throws -> CalculationOutcome {
    let kept = try #require(CachedOutcome(outcome))
    let read = try JSONDecoder().decode(CachedOutcome.self, from: try JSONEncoder().encode(kept))
    #expect(read == kept)
    return try #require(read.outcome)
  }
}

extension AttemptRecord {
  /// An attempt that was accepted, unless a failure is given.
  static func sample(
    number: Int = 1, termination: Termination = .exited(0), failure: CalculationFailure? = nil
  ) -> AttemptRecord {
    AttemptRecord(
      number: number, step: "optimise", conformer: 1, changes: [], commandLine: ["/usr/bin/xtb", "mol.xyz"],
      termination: termination, wallSeconds: 0.123, startedAt: Date(timeIntervalSince1970: 1_790_000_000.123),
      failure: failure, energy: failure == nil ? -5.1 : nil)
  }
}
