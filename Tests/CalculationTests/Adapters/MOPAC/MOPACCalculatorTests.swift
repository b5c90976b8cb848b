import Calculation
import Chemistry
import Testing

/// With the real program.
@Suite struct MOPACCalculatorTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func outcome(_ smiles: String, _ settings: MOPACSettings) async throws -> CalculationOutcome {
    let stage = CalculationStage(
      calculator: MOPACCalculator(settings: settings), executor: LocalExecutor(), concurrency: 2, workdir: scratch.path)
    var outcome: CalculationOutcome?
    try await stage.run([CalculationJob(number: 1, molecule: try Molecule(smiles: smiles))]) { outcome = $1 }
    return try #require(outcome)
  }

  private func requests(_ smiles: String, _ calculator: MOPACCalculator) throws -> [AttemptRequest] {
    guard case .attempts(let requests) = calculator.plan(for: try Molecule(smiles: smiles)) else { return [] }
    return requests
  }

  @Test func ethanolHasTheRecordedValues() async throws {
    let result = try await outcome("CCO", MOPACSettings(optimisation: .precise)).result.get()
    let expected = ["heat_of_formation": -57.859, "homo": -10.641, "lumo": 2.965, "gap": 13.605, "dipole": 2.057]
    #expect(Set(result.values.keys) == Set(expected.keys))
    for (name, value) in expected {
      #expect(abs(try #require(result.values[name]) - value) < 0.02, "\(name)")
    }
  }

  @Test func theConformerOfLowestHeatOfFormationStands() async throws {
    let calculated = try await outcome("CC(=O)Oc1ccccc1C(=O)O", MOPACSettings(conformers: 3))
    let result = try calculated.result.get()
    #expect(calculated.attempts.count > 1)
    #expect(try #require(result.spreads["heat_of_formation"]) > 0)
    #expect(abs(try #require(result.values["heat_of_formation"]) - -153.61) < 0.3)
    #expect(result.geometry?.elements.count == 21)
    #expect(scratch.contents.isEmpty)
  }

  @Test func itsVersionIsThatOfTheProgram() async throws {
    let version = try await MOPACCalculator().version(on: LocalExecutor())
    #expect(version.split(separator: ".").count == 3 && version.allSatisfy { $0.isNumber || $0 == "." })
  }

  @Test func anotherProgramIsNotMOPAC() async {
    let calculator = MOPACCalculator(settings: MOPACSettings(executable: "/usr/bin/env"))
    let error = await #expect(throws: CalculatorUnavailable.self) { try await calculator.version(on: LocalExecutor()) }
    #expect(error?.description.contains("does not answer as MOPAC does") == true)
  }

  @Test func withoutTheProgramThereIsAReason() async throws {
    let calculator = MOPACCalculator(environment: ["PATH": "/nonexistent"])
    let error = await #expect(throws: CalculatorUnavailable.self) { try await calculator.version(on: LocalExecutor()) }
    #expect(error?.description.contains("apt-get install mopac") == true)
    guard case .failed(let failure) = calculator.plan(for: try Molecule(smiles: "C")) else {
      Issue.record("Nothing should be planned.")
      return
    }
    #expect(failure.failureClass == .resource)
  }

  // MARK: Plans

  @Test func theFileSaysEverything() throws {
    let calculator = MOPACCalculator(settings: MOPACSettings(conformers: 1, timeLimitSeconds: 7))
    let request = try #require(try requests("CCO", calculator).first)
    let geometry = try #require(request.geometry)
    let lines = try #require(request.files.first).contents.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.prefix(3) == ["PM7 AUX(PRECISION=6,XP,XS) BONDS THREADS=1 CHARGE=0 SINGLET", "cohobate", ""])
    #expect(lines.dropFirst(3).count == 10 && lines.last == "")
    for (atom, line) in lines.dropFirst(3).dropLast().enumerated() {
      let words = line.split(separator: " ")
      #expect(String(words[0]) == geometry.elements[atom] && [2, 4, 6].allSatisfy { words[$0] == "1" })
      for axis in 0..<3 {
        #expect(abs(try #require(Double(words[1 + 2 * axis])) - geometry.coordinates[3 * atom + axis]) < 1e-6)
      }
    }
    #expect(request.arguments == ["molecule.mop"] && request.timeLimitSeconds == 7)
    #expect(
      Set(request.environment.keys) == ["PATH", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
  }

  @Test func whatDoesNotConvergeIsTriedAgainWithChanges() async throws {
    let calculator = MOPACCalculator(settings: MOPACSettings(conformers: 1))
    let molecule = try Molecule(smiles: "CCO")
    let first = try #require(try requests("CCO", calculator).first)
    var ended = [EndedAttempt(request: first, result: .failure(CalculationFailure(.convergence, "It did not.")))]
    guard case .attempts(let second) = calculator.plan(for: molecule, after: ended) else {
      Issue.record("There should be another attempt.")
      return
    }
    #expect(second.map(\.changes) == [[MOPACRetryLadder.Change.pulay.rawValue]] && second.first?.number == 2)
    ended += second.map {
      EndedAttempt(request: $0, result: .failure(CalculationFailure(.convergence, "Nor did this.")))
    }
    guard case .attempts(let third) = calculator.plan(for: molecule, after: ended) else {
      Issue.record("There should be another attempt.")
      return
    }
    for request in third {
      let output = await LocalExecutor().run(request, in: scratch.path)
      ended.append(EndedAttempt(request: request, result: calculator.parse(output, of: request)))
    }
    guard case .result(let result) = calculator.plan(for: molecule, after: ended) else {
      Issue.record("There should be a result: \(String(describing: ended.last?.failure))")
      return
    }
    #expect(result.changes == [MOPACRetryLadder.Change.pulay, .limitedMemory].map(\.rawValue))
    #expect(result.notes == [])
    #expect(abs(try #require(result.values["heat_of_formation"]) - -57.83) < 0.1)
  }

  @Test func theLadderEnds() throws {
    let calculator = MOPACCalculator(settings: MOPACSettings(conformers: 1))
    let molecule = try Molecule(smiles: "CCO")
    var ended: [EndedAttempt] = []
    while case .attempts(let requests) = calculator.plan(for: molecule, after: ended) {
      try #require(ended.count < 9)
      ended += requests.map { EndedAttempt(request: $0, result: .failure(CalculationFailure(.convergence, "No."))) }
    }
    #expect(ended.count == 4)
    #expect(calculator.plan(for: molecule, after: ended) == .failed(CalculationFailure(.convergence, "No.")))
  }

  @Test(arguments: [("[Ce]", nil, "no parameters for Ce"), ("[Fe]Cl", 0, "electrons"), ("[Fe]Cl", 11, "no keyword")])
  func whatMOPACWouldGetWrongIsNotAsked(smiles: String, unpaired: Int?, words: String) throws {
    let settings = MOPACSettings(electrons: StatedElectrons(unpaired: unpaired))
    guard case .failed(let failure) = MOPACCalculator(settings: settings).plan(for: try Molecule(smiles: smiles)) else {
      Issue.record("'\(smiles)' should not be planned.")
      return
    }
    #expect(failure.failureClass == .input)
    #expect(failure.message.contains(words))
  }

  // MARK: Runs that go wrong

  @Test func aLongRunIsStoppedByTheTimeLimit() async throws {
    let smiles = String(repeating: "C", count: 60)
    let settings = MOPACSettings(optimisation: .precise, conformers: 1, timeLimitSeconds: 0.3)
    guard case .failure(let failure) = try await outcome(smiles, settings).result else {
      Issue.record("It should have been stopped.")
      return
    }
    #expect(failure.failureClass == .timeout)
  }

  @Test(arguments: ["KILL", "TERM"]) func aKilledRunIsRandom(signal: String) async throws {
    let calculator = MOPACCalculator(settings: MOPACSettings(conformers: 1))
    let plan = try #require(try requests("C", calculator).first)
    // MOPAC waits for its input from a pipe, which opens for writing only when MOPAC has opened it for reading.
    let script =
      "rm molecule.mop; mkfifo molecule.mop; (exec 3>molecule.mop; kill -\(signal) $$) & exec mopac molecule.mop"
    let request = AttemptRequest(
      number: 1, molecule: plan.molecule, geometry: plan.geometry, executable: "/bin/sh", arguments: ["-c", script],
      environment: plan.environment, files: plan.files, timeLimitSeconds: 30, collect: plan.collect)
    let output = await LocalExecutor().run(request, in: scratch.path)
    let failure = #expect(throws: CalculationFailure.self) { try calculator.parse(output, of: request).get() }
    #expect(failure?.failureClass == .random)
  }

  @Test func aZwitterionThatNeutralisesItselfIsAnotherMolecule() async throws {
    guard case .failure(let failure) = try await outcome("[NH3+]CC(=O)[O-]", MOPACSettings(conformers: 1)).result else {
      Issue.record("It should have failed.")
      return
    }
    #expect(failure.failureClass == .topologyChanged)
  }
}
