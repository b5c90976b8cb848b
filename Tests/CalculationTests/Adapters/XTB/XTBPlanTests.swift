import Calculation
import Chemistry
import Testing

/// The way through a calculation, with the real program wherever it matters what that says.
@Suite struct XTBPlanTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  /// Runs an attempt and reads it; with more arguments where it is to go wrong.
  private func run(
    _ request: AttemptRequest, with calculator: XTBCalculator, adding arguments: [String] = []
  ) async throws -> EndedAttempt {
    let changed = AttemptRequest(
      number: request.number, step: request.step, conformer: request.conformer, changes: request.changes,
      molecule: request.molecule, geometry: request.geometry, executable: request.executable,
      arguments: request.arguments + arguments, environment: request.environment, files: request.files,
      timeLimitSeconds: request.timeLimitSeconds, collect: request.collect)
    let output = await LocalExecutor().run(changed, in: try scratch.folder())
    return EndedAttempt(request: request, result: calculator.parse(output, of: request))
  }

  /// Carries a calculation on to its end, and gives all its attempts.
  private func finish(
    _ molecule: Molecule, after begun: [EndedAttempt] = [], with calculator: XTBCalculator
  ) async throws -> (plan: CalculationPlan, ended: [EndedAttempt]) {
    var ended = begun
    while case .attempts(let requests) = calculator.plan(for: molecule, after: ended) {
      #expect(requests.map(\.number) == Array(ended.count + 1...ended.count + requests.count))
      try #require(ended.count < 20)
      for request in requests { ended.append(try await run(request, with: calculator)) }
    }
    return (calculator.plan(for: molecule, after: ended), ended)
  }

  private func result(_ plan: CalculationPlan) throws -> CalculationResult {
    guard case .result(let result) = plan else {
      throw CalculationFailure(.unknown, "There is no result but \(plan).")
    }
    return result
  }

  private func first(_ smiles: String, _ calculator: XTBCalculator) throws -> AttemptRequest {
    guard case .attempts(let requests) = calculator.plan(for: try Molecule(smiles: smiles)) else {
      throw CalculationFailure(.unknown, "'\(smiles)' was not planned.")
    }
    return try #require(requests.first)
  }

  /// The request with another geometry, and perhaps of another molecule of the same charge.
  private func request(
    _ request: AttemptRequest, from geometry: Geometry, of molecule: Molecule? = nil
  ) -> AttemptRequest {
    AttemptRequest(
      number: 1, step: request.step, conformer: 1, molecule: molecule ?? request.molecule, geometry: geometry,
      executable: request.executable, arguments: request.arguments, environment: request.environment,
      files: [.init(name: "molecule.xyz", contents: geometry.xyz())], timeLimitSeconds: request.timeLimitSeconds,
      collect: request.collect)
  }

  // MARK: Steps

  @Test func everyStepIsTakenAndEveryPropertyGiven() async throws {
    let settings = try XTBSettings([
      "preoptimization": .text("GFN-FF"), "solvent": .text("water"), "conformers": .number(3),
      "properties": .list([.text("ip"), .text("reduction_potential"), .text("free_energy"), .text("fukui_plus")]),
    ])
    let calculator = XTBCalculator(settings: settings)
    let molecule = try Molecule(smiles: "OCCO")
    let (plan, ended) = try await finish(molecule, with: calculator)
    let result = try result(plan)
    #expect(Set(result.values.keys) == Set(calculator.properties.map(\.name)))
    #expect(Set(result.atomicValues.keys) == ["charge", "fukui_plus", "fukui_minus", "fukui_zero"])
    #expect(result.atomicValues.values.allSatisfy { $0.count == 10 })
    #expect(result.changes == [])
    let steps = ended.map(\.request.step)
    #expect(
      steps == Array(repeating: "preoptimise", count: steps.count { $0 == "preoptimise" })
        + Array(repeating: "optimise", count: steps.count { $0 == "optimise" }) + [
          "ionise", "vibrate", "attach", "detach",
        ])
    let ionisation = try #require(ended.first { $0.request.step == "ionise" }).request.arguments
    #expect(ionisation.contains { $0.hasSuffix("/param_ipea-xtb.txt") })
    // The lowest counts, and what is run for properties is run on it.
    let optimised = ended.filter { $0.request.step == "optimise" }
    #expect(optimised.count > 1)
    #expect(optimised.compactMap { $0.accepted?.values["energy"] }.min() == result.values["energy"])
    #expect(ended.suffix(4).allSatisfy { $0.request.geometry == result.geometry })
    #expect(result.spreads["gap"] != nil && result.spreads["ip"] == nil)
    let (ip, ea) = (try #require(result.values["ip"]), try #require(result.values["ea"]))
    #expect(abs(try #require(result.values["reduction_potential"]) - (ea - 4.28)) < 1e-12)
    #expect(ip > 5 && ip < 11)
    let (free, energy) = (try #require(result.values["free_energy"]), try #require(result.values["energy"]))
    #expect(free > energy && free < energy + 0.2)
  }

  @Test func theQuickProtocolIsAForceFieldAndOneSinglePoint() async throws {
    let calculator = XTBCalculator(settings: try XTBSettings(["protocol": .text("quick")]))
    let (plan, ended) = try await finish(try Molecule(smiles: "CCO"), with: calculator)
    #expect(ended.map(\.request.step) == ["preoptimise", "calculate"])
    // A little above the energy of the optimised geometry.
    let energy = try #require(try result(plan).values["energy"])
    #expect(energy > -11.39434 && energy < -11.393)
  }

  @Test(arguments: ["CCO", "[CH3]", "CC(=O)[O-]"]) func theForceFieldAlone(smiles: String) async throws {
    let settings = try XTBSettings(["method": .text("GFN-FF"), "conformers": .number(1)])
    let calculator = XTBCalculator(settings: settings)
    let (plan, ended) = try await finish(try Molecule(smiles: smiles), with: calculator)
    #expect(ended.map(\.request.step) == ["optimise"])
    #expect(Set(try result(plan).values.keys) == ["energy"])
  }

  // MARK: Retries, with the real program

  @Test func anSCFThatOscillatesIsDamped() async throws {
    // From https://github.com/grimme-lab/xtb/issues/678: the ions are far apart.
    let text = """
      18

      C -5.12996550 0.88237190 0.00000000
      N -3.58996550 0.88235293 0.00000000
      C -3.07664979 -0.56957923 0.00000000
      C -3.07662328 1.60830920 1.25740497
      C -3.07662328 1.60830920 -1.25740497
      Cl 8.67002652 8.03808016 -5.16543654
      H -5.48661942 1.89118208 0.00000189
      H -5.48663807 0.37797482 -0.87365225
      H -5.48663857 0.37797197 0.87365040
      H -3.43332200 -1.07397719 -0.87365189
      H -2.00664979 -0.56959187 0.00000116
      H -3.43332333 -1.07397820 0.87365077
      H -2.00662509 1.60660213 1.25838332
      H -3.43167984 2.61768222 1.25642758
      H -3.43489225 1.10504120 2.13105517
      H -2.00662329 1.60842572 -1.25732975
      H -3.43317414 1.10382386 -2.13105595
      H -3.43339975 2.61707605 -1.25748033
      """
    let bonds = [0, 2, 3, 4].enumerated().flatMap { place, carbon in
      [Geometry.Bond(first: carbon, second: 1, order: 1)]
        + (0..<3).map { Geometry.Bond(first: carbon, second: 6 + 3 * place + $0, order: 1) }
    }
    let calculator = XTBCalculator(settings: XTBSettings(optimisation: .none, conformers: 1))
    // Several components are not planned from the start.
    let pair = try Molecule(smiles: "[Cl-].C[N+](C)(C)C")
    let start = request(try first("C", calculator), from: try Geometry(xyz: text, bonds: bonds), of: pair)
    let failed = try await run(start, with: calculator)
    #expect(failed.failure?.failureClass == .convergence)
    let (plan, ended) = try await finish(try #require(start.molecule), after: [failed], with: calculator)
    let sentence = "The SCF's Broyden damping was 0.1 instead of 0.4."
    #expect(ended.map(\.request.changes) == [[], [sentence]])
    #expect(ended.last?.failure == nil)
    let result = try result(plan)
    #expect(result.changes == [sentence])
    // The energy that another initial guess gives as well.
    #expect(abs(try #require(result.values["energy"]) - -22.012346) < 1e-5)
  }

  @Test func anOptimisationOutOfCyclesGetsMore() async throws {
    let calculator = XTBCalculator(settings: XTBSettings(conformers: 1))
    let start = try first("CCO", calculator)
    let failed = try await run(start, with: calculator, adding: ["--cycles", "1"])
    #expect(failed.failure?.failureClass == .convergence)
    let (plan, ended) = try await finish(try Molecule(smiles: "CCO"), after: [failed], with: calculator)
    #expect(ended.count == 2)
    #expect(ended.last?.request.arguments.suffix(4) == ["--iterations", "1000", "--cycles", "1000"])
    let result = try result(plan)
    #expect(result.changes.count == 1)
    #expect(abs(try #require(result.values["energy"]) - -11.39433868) < 1e-6)
  }

  @Test func aSaddlePointIsLeft() async throws {
    // Planar ammonia stays planar.
    let flat = "4\n\nN 0 0 0\nH 1.0 0 0\nH -0.5 0.8660254 0\nH -0.5 -0.8660254 0\n"
    let bonds = (1...3).map { Geometry.Bond(first: 0, second: $0, order: 1) }
    let calculator = XTBCalculator(settings: XTBSettings(conformers: 1, propertyRuns: [.vibrate]))
    let start = request(try first("N", calculator), from: try Geometry(xyz: flat, bonds: bonds))
    let optimised = try await run(start, with: calculator)
    let (plan, ended) = try await finish(try Molecule(smiles: "N"), after: [optimised], with: calculator)
    #expect(ended.map(\.request.step) == ["optimise", "vibrate", "optimise", "vibrate"])
    #expect(ended[1].failure?.failureClass == .convergence)
    let result = try result(plan)
    #expect(result.changes == ["The geometry was moved along its imaginary vibration and optimised one level tighter."])
    #expect(try #require(result.values["energy"]) < #require(optimised.accepted?.values["energy"]) - 1e-3)
  }

  // MARK: Rules

  private func ended(
    _ number: Int, conformer: Int, step: String = "calculate", changes: [String] = [], energy: Double? = nil,
    failure: FailureClass = .convergence
  ) throws -> EndedAttempt {
    let geometry = try Geometry(elements: ["C", "H"], coordinates: [Double(conformer), 0, 0, 0, 0, 1], bonds: [])
    let request = AttemptRequest(
      number: number, step: step, conformer: conformer, changes: changes, molecule: try Molecule(smiles: "C"),
      geometry: geometry, executable: "/usr/bin/xtb", arguments: [], environment: [:], timeLimitSeconds: 1)
    guard let energy else {
      return EndedAttempt(request: request, result: .failure(CalculationFailure(failure, "It is the SCF.")))
    }
    return EndedAttempt(
      request: request, result: .success(AttemptResult(values: ["energy": energy], geometry: geometry)))
  }

  private let singlePoints = XTBCalculator(settings: XTBSettings(optimisation: .none))
  private let warm = "The electronic temperature was 1000 K instead of 300 K."

  @Test func theLadderHasThreeRungsOfOneChangeMore() throws {
    let molecule = try Molecule(smiles: "C")
    var past: [EndedAttempt] = []
    var changes: [String] = []
    for number in 1...4 {
      past.append(try ended(number, conformer: 1, changes: changes))
      guard case .attempts(let requests) = singlePoints.plan(for: molecule, after: past) else { break }
      #expect(requests.count == 1)
      #expect(Array(requests[0].changes.dropLast()) == changes)
      changes = requests[0].changes
    }
    #expect(past.count == 4)
    #expect(changes.count == 3 && changes.last == warm)
    guard case .failed(let failure) = singlePoints.plan(for: molecule, after: past) else {
      Issue.record("Nothing is left to change.")
      return
    }
    #expect(failure.failureClass == .convergence)
  }

  @Test(arguments: [FailureClass.input, .timeout, .topologyChanged, .unknown])
  func onlyWhatDidNotConvergeIsTriedAgain(failure: FailureClass) throws {
    let past = [try ended(1, conformer: 1, failure: failure)]
    guard case .failed(let found) = singlePoints.plan(for: try Molecule(smiles: "C"), after: past) else {
      Issue.record("It should have failed.")
      return
    }
    #expect(found.failureClass == failure)
  }

  @Test func aRaisedTemperatureDoesNotCompete() throws {
    let molecule = try Molecule(smiles: "C")
    let cold = try ended(1, conformer: 1, energy: -1)
    let lower = try ended(2, conformer: 2, changes: [warm], energy: -2)
    let kept = try result(singlePoints.plan(for: molecule, after: [cold, lower]))
    #expect(kept.values["energy"] == -1 && kept.changes == [] && kept.spreads == [:])
    let alone = try result(
      singlePoints.plan(for: molecule, after: [try ended(1, conformer: 1, failure: .timeout), lower]))
    #expect(alone.values["energy"] == -2 && alone.changes == [warm])
  }

  @Test func aPropertyThatFailsFailsTheCalculation() throws {
    let calculator = XTBCalculator(settings: XTBSettings(optimisation: .none, propertyRuns: [.ionise]))
    let past = [
      try ended(1, conformer: 1, energy: -1), try ended(2, conformer: 1, step: "ionise", failure: .timeout),
    ]
    guard case .failed(let failure) = calculator.plan(for: try Molecule(smiles: "C"), after: past) else {
      Issue.record("It should have failed.")
      return
    }
    #expect(failure.failureClass == .timeout)
  }

  @Test func anotherElectronicStateIsNoticed() throws {
    let calculator = XTBCalculator(settings: XTBSettings(propertyRuns: [.vibrate]))
    let past = [
      try ended(1, conformer: 1, step: "optimise", energy: -1),
      try ended(2, conformer: 1, step: "vibrate", energy: -1.01),
    ]
    guard case .failed(let failure) = calculator.plan(for: try Molecule(smiles: "C"), after: past) else {
      Issue.record("It should have failed.")
      return
    }
    #expect(failure.message.contains("found an energy"))
  }
}
