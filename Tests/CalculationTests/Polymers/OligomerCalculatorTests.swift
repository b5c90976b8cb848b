import Calculation
import Chemistry
import Testing

@Suite struct OligomerCalculatorTests {
  /// Two conformers and then a step that depends on them; the energy of a chain is −2 per carbon atom and 1 for its ends.
  private static let planned = PlannedCalculator(steps: { molecule, ended in
    func request(_ number: Int, conformer: Int?, _ step: String) -> AttemptRequest {
      AttemptRequest(
        number: number, step: step, conformer: conformer, molecule: molecule, geometry: nil, executable: "/bin/echo",
        arguments: [molecule.smiles], environment: [:], timeLimitSeconds: 9)
    }
    switch ended.count {
    case 0: return .attempts([request(1, conformer: 1, "optimise"), request(2, conformer: 2, "optimise")])
    case 2:
      // It knows its attempts by the numbers and steps that it gave them.
      guard ended.map(\.request.number) == [1, 2], ended.allSatisfy({ $0.request.step == "optimise" }) else {
        return .failed(CalculationFailure(.unknown, "These are not my attempts."))
      }
      return .attempts([request(3, conformer: nil, "calculate")])
    default: return .outcome(of: ended)
    }
  })

  private struct Ending {
    var plan: CalculationPlan
    var requests: [AttemptRequest] = []
  }

  /// Plans and answers until there is an outcome.
  private func ending(
    _ calculator: any Calculator, _ smiles: String, energy: (Molecule) -> Double?
  ) throws -> Ending {
    let molecule = try Molecule(smiles: smiles, isRepeatUnit: true)
    var ended: [EndedAttempt] = []
    for _ in 0..<20 {
      guard case .attempts(let requests) = calculator.plan(for: molecule, after: ended) else { break }
      for request in requests {
        let chain = try #require(request.molecule)
        let output = AttemptOutput(termination: .exited(0), standardOutput: energy(chain).map { "\($0)" } ?? "nothing")
        ended.append(EndedAttempt(request: request, result: calculator.parse(output, of: request)))
      }
    }
    return Ending(plan: calculator.plan(for: molecule, after: ended), requests: ended.map(\.request))
  }

  private func energy(_ chain: Molecule) -> Double { 1 - 2 * Double(chain.carbonCount) }

  @Test func aPolymerIsCalculatedByItsChains() throws {
    let calculator = try OligomerCalculator(Self.planned, OligomerSettings(units: [4, 2, 3]))
    let ending = try ending(calculator, "*CC(*)C", energy: energy)
    #expect(ending.requests.map(\.number) == Array(1...9))
    #expect(ending.requests.map { $0.molecule?.carbonCount } == [6, 6, 6, 9, 9, 9, 12, 12, 12])
    #expect(ending.requests[2].step == "calculate, 2 units" && ending.requests[3].step == "optimise, 3 units")
    guard case .result(let result) = ending.plan else {
      Issue.record("\(ending.plan)")
      return
    }
    #expect(try abs(#require(result.values["energy"]) + 6) < 1e-12)
    #expect(try abs(#require(result.spreads["energy"])) < 1e-12)
    #expect(result.geometry == nil && result.isomer == nil)
    #expect(result.notes == ["By chains of 2, 3, 4 units: energy -11, -17, -23."])
  }

  @Test func oneChainGivesItsShare() throws {
    let calculator = try OligomerCalculator(Self.planned, OligomerSettings(units: [2]))
    guard case .result(let result) = try ending(calculator, "*CC(*)C", energy: energy).plan else {
      Issue.record("It has no result.")
      return
    }
    #expect(result.values == ["energy": -5.5])
    #expect(result.spreads == [:])
  }

  /// A chain that fails ends the calculation before longer ones are begun; the evidence says which it was.
  @Test func aChainThatFailsEndsTheCalculation() throws {
    let calculator = try OligomerCalculator(Self.planned, OligomerSettings(units: [1, 2, 3]))
    let ending = try ending(calculator, "*CC(*)C") { $0.carbonCount == 6 ? nil : energy($0) }
    #expect(ending.requests.count == 6)
    guard case .failed(let failure) = ending.plan else {
      Issue.record("\(ending.plan)")
      return
    }
    #expect(failure.message == "It gave no number.")
    #expect(failure.evidence.hasPrefix("This is the chain of 2 units.\n"))
  }

  @Test func aMoleculeThatIsNoRepeatUnitIsRefused() throws {
    let calculator = try OligomerCalculator(Self.planned, OligomerSettings(units: [1]))
    guard case .failed(let failure) = calculator.plan(for: try Molecule(smiles: "CCO")) else {
      Issue.record("It was planned.")
      return
    }
    #expect(failure.failureClass == .input && failure.message.contains("it is no repeat unit"))
  }

  @Test func aProgramIsNotGivenOpenEnds() throws {
    let unit = try Molecule(smiles: "*CC*", isRepeatUnit: true)
    guard case .failed(let failure) = XTBCalculator().plan(for: unit) else {
      Issue.record("It was planned.")
      return
    }
    #expect(failure.message.contains("has open ends (*)") && failure.message.contains("'oligomer'"))
  }

  /// What the values depend on is in the protocol; the order of the lengths is not.
  @Test func theProtocolSaysWhichChains() throws {
    let calculator = try OligomerCalculator(XTBCalculator(), OligomerSettings(units: [2, 4, 6]))
    let steps = calculator.calculationProtocol.steps
    #expect(steps.first?.summary == "repeat (ends H, tacticity unspecified, units 2, 4, 6)")
    #expect(steps.last?.summary == "extrapolate (limit line in 1/n, per unit slope of the line in n)")
    #expect(calculator.calculationProtocol.summary.hasPrefix("chains of 2, 4 and 6 units with H ends; GFN2-xTB, "))
    #expect(
      try OligomerCalculator(XTBCalculator(), OligomerSettings(units: [6, 4, 2])).calculationProtocol
        == calculator.calculationProtocol)
    for other in [
      OligomerSettings(units: [2, 4]), OligomerSettings(units: [2, 4, 6], ends: .methyl),
      OligomerSettings(units: [2, 4, 6], tacticity: .isotactic),
      OligomerSettings(units: [2, 4, 6], tacticity: .atactic, seed: 2),
      OligomerSettings(units: [2, 4, 6], limits: ["dipole"]),
    ] {
      let protocols = [
        calculator.calculationProtocol, try OligomerCalculator(XTBCalculator(), other).calculationProtocol,
      ]
      #expect(protocols[0] != protocols[1])
    }
  }

  @Test func onlyPropertiesOfAPolymerAreGiven() throws {
    let calculator = try OligomerCalculator(XTBCalculator(), OligomerSettings(units: [2, 4]))
    #expect(calculator.properties.map(\.name) == ["gap", "homo", "lumo", "polarizability", "energy"])
    #expect(calculator.properties[0].source.hasPrefix("limit of a line in 1/n; "))
    let more = try OligomerCalculator(XTBCalculator(), OligomerSettings(units: [2], perUnit: ["dipole"]))
    #expect(more.properties.map(\.name) == ["gap", "homo", "lumo", "dipole", "polarizability", "energy"])
    #expect(more.properties[3].source.hasPrefix("of the chain, over its units; "))
  }

  /// Polyacetylene, polythiophene, poly(phenylene vinylene), poly(p-phenylene) and polyethylene: 1.5, 2.0, 2.5, 3.2 and 8.8 eV.
  @Test func theOrderOfKnownGapsIsThatOfExperiment() async throws {
    let units = ["*/C=C/*", "*c1ccc(*)s1", "*/C=C/c1ccc(*)cc1", "*c1ccc(*)cc1", "*C*"]
    let scratch = try Scratch()
    let calculator = try Calculators.make(
      name: "xtb",
      CalculatorSetup([
        "optimization": .text("crude"), "preoptimization": .text("GFN-FF"), "conformers": .number(1),
        "oligomer": .map(["units": .list([2, 4].map(JSONValue.number))]),
      ]))
    let stage = CalculationStage(
      calculator: calculator, executor: LocalExecutor(), concurrency: 2, workdir: scratch.path)
    let jobs = try units.enumerated().map {
      CalculationJob(number: $0, molecule: try Molecule(smiles: $1, isRepeatUnit: true))
    }
    var gaps: [Int: Double] = [:]
    try await stage.run(jobs) { gaps[$0] = try $1.result.get().values["gap"] }
    let inOrder = try units.indices.map { try #require(gaps[$0]) }
    #expect(inOrder == inOrder.sorted(), "\(inOrder)")
  }

  /// The limit of the gap is the difference of the limits of its orbitals, because a line is linear in its values.
  @Test func xtbCalculatesAPolymer() async throws {
    let scratch = try Scratch()
    let calculator = try Calculators.make(
      name: "xtb",
      CalculatorSetup([
        "optimization": .text("crude"), "conformers": .number(1),
        "oligomer": .map(["units": .list([1, 2, 3].map(JSONValue.number))]),
      ]))
    let stage = CalculationStage(
      calculator: calculator, executor: LocalExecutor(), concurrency: 2, workdir: scratch.path)
    var outcomes: [CalculationOutcome] = []
    try await stage.run([CalculationJob(number: 1, molecule: Molecule(smiles: "*C=C*", isRepeatUnit: true))]) {
      outcomes.append($1)
    }
    let result = try #require(outcomes.first).result.get()
    // A chain that does not converge at once is tried again.
    let steps = outcomes[0].attempts.map(\.step).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(steps == ["optimise, 1 unit", "optimise, 2 units", "optimise, 3 units"])
    let (gap, homo, lumo) = (result.values["gap"], result.values["homo"], result.values["lumo"])
    #expect(try abs(#require(gap) - (#require(lumo) - #require(homo))) < 1e-3)
    #expect(try (0.0..<2.5).contains(#require(gap)) && #require(result.spreads["gap"]) > 0)
    // Two carbon and two hydrogen atoms: the energy of ethyne, roughly.
    #expect(try (-5.6 ..< -4.8).contains(#require(result.values["energy"])))
  }
}
