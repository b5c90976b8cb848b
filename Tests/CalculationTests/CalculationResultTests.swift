import Calculation
import Chemistry
import Foundation
import Testing

@Suite struct CalculationResultTests {
  private func ended(_ results: [AttemptResult]) -> [EndedAttempt] {
    results.enumerated().map { EndedAttempt(request: .running("/bin/true", number: $0 + 1), result: .success($1)) }
  }

  @Test func theLowestEnergyStandsAndTheSpreadIsTheSampleStandardDeviation() throws {
    let results = [(-1.0, 4.0), (-3.0, 7.0), (-2.0, 10.0)].map { energy, gap in
      AttemptResult(values: ["energy": energy, "gap": gap], notes: ["\(gap)"])
    }
    let result = CalculationResult(lowestEnergyOf: ended(results))
    #expect(result.values == ["energy": -3, "gap": 7])
    #expect(result.notes == ["7.0"])
    #expect(result.spreads == ["energy": 1, "gap": 3])
  }

  @Test func otherIsomersAndArrangementsAreNoErrorOfTheOneThatStands() throws {
    func attempt(_ energy: Double, _ gap: Double, _ arrangement: String, _ isomer: String) throws -> EndedAttempt {
      let start = try Geometry(
        elements: ["H"], coordinates: [0, 0, 0], bonds: [],
        embedding: Geometry.Embedding(method: "ETKDGv3", arrangement: arrangement))
      return EndedAttempt(
        request: AttemptRequest(
          number: 1, molecule: nil, geometry: start, executable: "/bin/true", arguments: [], environment: [:],
          files: [],
          timeLimitSeconds: 1),
        result: .success(AttemptResult(values: ["energy": energy, "gap": gap], isomer: isomer)))
    }
    let attempts = try [
      attempt(-3, 7, "T", "E"), attempt(-2, 9, "T", "E"), attempt(-1, 20, "plane", "E"), attempt(-1, 30, "T", "Z"),
    ]
    #expect(CalculationResult(lowestEnergyOf: attempts).spreads["gap"] == 2.0.squareRoot())
  }

  @Test func ofEqualsTheFirstStands() {
    let results = [1.0, 2.0].map { AttemptResult(values: ["energy": -1, "gap": $0]) }
    #expect(CalculationResult(lowestEnergyOf: ended(results)).values["gap"] == 1)
    let without = [1.0, 2.0].map { AttemptResult(values: ["gap": $0]) }
    #expect(CalculationResult(lowestEnergyOf: ended(without)).values["gap"] == 1)
  }

  @Test func aProgramMayCompareSomethingElseThanTheEnergy() {
    let results = [(-1.0, 4.0), (-3.0, 7.0)].map { energy, heat in
      AttemptResult(values: ["energy": energy, "heat_of_formation": heat])
    }
    #expect(CalculationResult(lowestEnergyOf: ended(results), by: .heatOfFormation).values["energy"] == -1)
    #expect(
      CalculationPlan.outcome(of: ended(results), lowest: .heatOfFormation)
        == .result(CalculationResult(lowestEnergyOf: ended(results), by: .heatOfFormation)))
  }

  @Test func oneAttemptHasNoSpread() {
    #expect(CalculationResult(lowestEnergyOf: ended([AttemptResult(values: ["gap": 1])])).spreads.isEmpty)
  }

  @Test func recordsSurviveARoundTrip() throws {
    let record = AttemptRecord(
      number: 2, commandLine: ["/bin/true", "x"], termination: .signalled(9), wallSeconds: 0.5,
      startedAt: Date(timeIntervalSinceReferenceDate: 1), failure: CalculationFailure(.random, "It was killed."),
      energy: nil)
    #expect(try JSONDecoder().decode(AttemptRecord.self, from: JSONEncoder().encode(record)) == record)
    let result = CalculationResult(values: ["gap": 1], spreads: ["gap": 0.25], notes: ["suspicious"])
    #expect(try JSONDecoder().decode(CalculationResult.self, from: JSONEncoder().encode(result)) == result)
  }
}
