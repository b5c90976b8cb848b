import Calculation
import Chemistry
import Foundation
import Testing

@Suite struct LibXTBCalculatorTests {
  /// The one attempt for a molecule, and what the real worker answers it.
  private func attempt(
    _ smiles: String, _ settings: LibXTBSettings = LibXTBSettings()
  ) async throws -> (request: AttemptRequest, result: Result<AttemptResult, CalculationFailure>) {
    let calculator = LibXTBCalculator(settings: settings)
    guard case .attempts(let requests) = calculator.plan(for: try Molecule(smiles: smiles)), requests.count == 1 else {
      throw CalculationFailure(.unknown, "There should be one attempt.")
    }
    let line = try #require(requests[0].standardInput)
    let (answers, status) = try await libxtbAnswers(to: [line], arguments: requests[0].arguments)
    let output = AttemptOutput(termination: .exited(status), standardOutput: answers.joined(separator: "\n"))
    return (requests[0], calculator.parse(output, of: requests[0]))
  }

  /// xtb itself, on the same geometry.
  private func program(
    _ smiles: String, _ method: XTBSettings.Method, adding arguments: [String] = []
  ) async throws -> (request: AttemptRequest, output: AttemptOutput, calculator: XTBCalculator) {
    let calculator = XTBCalculator(settings: XTBSettings(method: method, optimisation: .none, conformers: 1))
    guard case .attempts(let planned) = calculator.plan(for: try Molecule(smiles: smiles)) else {
      throw CalculationFailure(.unknown, "There should be an attempt.")
    }
    let request = AttemptRequest(
      number: 1, molecule: planned[0].molecule, geometry: planned[0].geometry, executable: planned[0].executable,
      arguments: planned[0].arguments + arguments, environment: planned[0].environment, files: planned[0].files,
      timeLimitSeconds: 120, collect: planned[0].collect)
    let scratch = try Scratch()
    return (request, await LocalExecutor().run(request, in: scratch.path), calculator)
  }

  @Test(arguments: ["CCO", "[CH3]", "C[NH3+]", "CC(=O)[O-]"], [LibXTBSettings.Method.gfn1, .gfn2])
  func agreesWithTheProgram(smiles: String, method: LibXTBSettings.Method) async throws {
    let (ours, result) = try await attempt(smiles, LibXTBSettings(method: method))
    let found = try result.get().values
    let (request, output, xtb) = try await program(smiles, method == .gfn1 ? .gfn1 : .gfn2)
    #expect(ours.geometry == request.geometry)
    let expected = try xtb.parse(output, of: request).get().values
    for (name, tolerance) in [("energy", 1e-6), ("gap", 1e-4), ("homo", 1e-3), ("lumo", 1e-3), ("dipole", 0.01)] {
      let difference = try #require(found[name]) - #require(expected[name])
      #expect(abs(difference) < tolerance, "\(smiles) \(name): \(difference)")
    }
  }

  @Test(arguments: ["CCO", "[CH3]", "C[NH3+]", "CC(=O)[O-]"])
  func agreesWithTheProgramInTheSolventModelItNames(smiles: String) async throws {
    let found = try await attempt(smiles, LibXTBSettings(solvent: .water)).result.get().values
    let (_, output, _) = try await program(smiles, .gfn2, adding: ["--gbsa", "water"])
    let expected = try XTBDocument.read(output.files["xtbout.json"])
    #expect(abs(try #require(found["energy"]) - expected.totalEnergy) < 1e-6)
    #expect(abs(try #require(found["gap"]) - expected.gap) < 1e-4)
  }

  @Test(arguments: [["gap"], ["dipole", "homo"], ["energy"]])
  func givesTheWantedPropertiesAlone(wanted: [String]) async throws {
    let calculator = LibXTBCalculator(settings: LibXTBSettings(conformers: 3, properties: wanted))
    let stage = CalculationStage(
      calculator: calculator, executor: LocalExecutor(), concurrency: 2, workdir: try Scratch().path)
    var outcome: CalculationOutcome?
    try await stage.run([CalculationJob(number: 1, molecule: try Molecule(smiles: "CCCCO"))]) { outcome = $1 }
    let result = try #require(outcome).result.get()
    #expect(Set(result.values.keys) == Set(wanted) && Set(result.spreads.keys).isSubset(of: wanted))
    // What was asked for is in the key of the cache; how long it may take is not.
    let others = LibXTBCalculator(settings: LibXTBSettings(conformers: 3)).calculationProtocol
    #expect(others != calculator.calculationProtocol)
    let patient = LibXTBSettings(timeLimitSeconds: 61)
    #expect(
      LibXTBCalculator(settings: patient).calculationProtocol == LibXTBCalculator().calculationProtocol)
  }

  @Test func theForceFieldHasAnEnergyAlone() async throws {
    let values = try await attempt("CCO", LibXTBSettings(method: .gfnff)).result.get().values
    #expect(values.keys.sorted() == ["energy"])
  }

  @Test func anElementThatWouldEndTheWorkerIsNotAsked() throws {
    guard case .failed(let failure) = LibXTBCalculator().plan(for: try Molecule(smiles: "F[U](F)(F)F")) else {
      Issue.record("Uranium was planned.")
      return
    }
    #expect(failure.failureClass == .input && failure.message.contains("U"))
  }

  @Test func theVersionIsTheLibrarys() async throws {
    let version = try await LibXTBCalculator().version(on: LocalExecutor())
    #expect(version.first?.isNumber == true && version.contains("."))
  }

  @Test func anotherQuestionsAnswerAndAContradictionAreRefused() async throws {
    let (request, _) = try await attempt("CCO")
    let question = try #require(request.standardInput)
    let line = try #require(try await libxtbAnswers(to: [question]).answers.first)
    func parsed(_ line: String) -> Result<AttemptResult, CalculationFailure> {
      LibXTBCalculator().parse(AttemptOutput(termination: .exited(0), standardOutput: line), of: request)
    }
    #expect(throws: Never.self) { try parsed(line).get() }
    #expect(throws: CalculationFailure.self) { try parsed(line.replacing("\"id\":", with: "\"id\":1")).get() }
    #expect(throws: CalculationFailure.self) { try parsed(line.replacing("\"gap\":", with: "\"gap\":1")).get() }
    #expect(throws: CalculationFailure.self) { try parsed("").get() }
  }
}
