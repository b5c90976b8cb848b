import Calculation
import Testing

@Suite struct QCSchemaResultTests {
  @Test(arguments: [
    ("input_error", FailureClass.input), ("resource_error", .resource), ("convergence_error", .convergence),
    ("random_error", .random), ("unknown_error", .unknown), ("something_new", .unknown),
  ])
  func theTypeOfAnErrorIsItsClass(type: String, failureClass: FailureClass) async throws {
    let failure = try await QCSchemaProgram.make(
      "r = {'success': False, 'error': {'error_type': '\(type)', 'error_message': 'Traceback\\nNo good.\\n'}}"
    ).failure()
    #expect(failure?.failureClass == failureClass)
    #expect(failure?.message == "python3 program.py says (\(type)): No good.")
    #expect(failure?.evidence.contains("Traceback") == true)
  }

  @Test(arguments: [
    ("del r['success']", FailureClass.unknown, "has nothing as 'success'"),
    ("r['return_result'] = float('nan')", .unknown, "has nan as 'return_result'"),
    ("r['return_result'] = 'low'", .unknown, "has the text \"low\" as 'return_result'"),
    ("r['return_result'] = [1, 2]", .unknown, "has a list of 2 at 'return_result'"),
    ("r['properties'] = {}", .unknown, "has nothing at 'properties.scf_dipole_moment', where 'dipole' is looked for"),
    ("r['model'] = {'method': 'AM1'}", .unknown, "is by the method 'AM1', but 'PM7' was asked"),
    ("r['id'] = '3'", .unknown, "it answers another question"),
    ("del r['molecule']", .unknown, "has no 'molecule'"),
    ("r['molecule']['symbols'][0] = 'S'", .topologyChanged, "is about other atoms"),
    ("r['molecule']['molecular_charge'] = 1", .topologyChanged, "another charge"),
    ("r['molecule']['geometry'][0] += 1", .topologyChanged, "other atoms, positions"),
    ("r['driver'] = 'gradient'", .unknown, "is of the driver 'gradient', but 'energy' was asked"),
    ("r['molecule']['molecular_multiplicity'] = 3", .unknown, "its multiplicity is 3, but 1 was asked"),
    ("print('banner')", .unknown, "print that to standard error"),
    ("sys.exit(2)", .unknown, "ended with exit status 2"),
    ("r['error'] = {'error_type': 'input_error'}", .unknown, "has 'success' true and an 'error' as well"),
    ("r['schema_name'] = 'foo'", .unknown, "has the text \"foo\" as 'schema_name'"),
    ("r['schema_version'] = 9", .unknown, "is of the schema_version 9"),
    ("r['molecule']['real'] = [False] * len(r['molecule']['symbols'])", .topologyChanged, "is about other atoms"),
  ])
  func nonsenseIsAFailureWithASentence(change: String, failureClass: FailureClass, words: String) async throws {
    let failure = try await QCSchemaProgram.make(change).failure()
    #expect(failure?.failureClass == failureClass)
    #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
  }

  @Test(arguments: ["'6-31g'", "{'name': '6-31G', 'center_data': {}}"]) func anotherBasisIsRefused(basis: String)
    async throws
  {
    let change = "r['model'] = {'method': 'HF', 'basis': \(basis)}"
    func program(_ basis: String?) throws -> ScriptedProgram {
      var model: [String: JSONValue] = ["method": .text("HF")]
      model["basis"] = basis.map { .text($0) }
      return try QCSchemaProgram.make(change, ["model": .map(model)])
    }
    #expect(try await program("def2-svp").failure()?.message.contains("but 'def2-svp' was asked") == true)
    for same in ["6-31G", nil] { #expect(try await program(same).result().get().values["energy"] == -1.5) }
  }

  @Test func anAnswerInAnyCaseOfTheMethodsNameIsAccepted() async throws {
    #expect(try await QCSchemaProgram.make("r['model'] = {'method': 'pm7'}").result().get().values["energy"] == -1.5)
  }
}
