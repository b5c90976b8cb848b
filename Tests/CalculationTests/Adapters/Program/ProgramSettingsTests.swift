import Calculation
import Chemistry
import Foundation
import Testing

@Suite struct ProgramSettingsTests {
  /// A calculator of the kind `worker`, with some settings besides its command.
  private static func calculator(_ settings: CalculatorSettings) throws -> any Calculator {
    var settings = settings
    settings.values["command"] = settings.values["command"] ?? .list([.text("true"), .text("-q")])
    return try Calculators.make(name: "worker", CalculatorSetup(settings))
  }

  private static func requests(_ calculator: any Calculator) throws -> [AttemptRequest] {
    guard case .attempts(let requests) = calculator.plan(for: try Molecule(smiles: "CCCCCCO"), after: []) else {
      return []
    }
    return requests
  }

  @Test func whatIsNotSaidHasItsDefault() throws {
    let calculator = try Self.calculator(["properties": .map(["gap": .text("eV")])])
    let requests = try Self.requests(calculator)
    #expect(requests.map(\.timeLimitSeconds) == [300])
    #expect(requests.first?.geometry?.elements.count == 21)
    #expect(
      requests.first?.environment == [
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
      ])
    #expect(calculator.properties.map(\.summary) == [Property.gap.summary])
  }

  @Test func whatIsSaidCounts() async throws {
    let calculator = try Self.calculator([
      "properties": .map([
        "energy": .text("Eh"), "b": .map(["unit": .text("m"), "summary": .text("a length")]), "a": .text(""),
      ]),
      "conformers": .number(3), "time_limit": .number(2.5), "version": .text("1.2"),
      "environment": .map(["OMP_NUM_THREADS": .text("2"), "MODEL": .text("x y")]),
    ])
    let requests = try Self.requests(calculator)
    #expect(requests.map(\.conformer) == [1, 2, 3])
    #expect(requests.allSatisfy { $0.timeLimitSeconds == 2.5 && $0.environment["OMP_NUM_THREADS"] == "2" })
    #expect(requests.first?.environment["MODEL"] == "x y")
    #expect(
      calculator.properties.map { "\($0.name) \($0.unit) \($0.summary)" }.prefix(2) == [
        "a  as the program gives it", "b m a length",
      ])
    #expect(try await calculator.version(on: LocalExecutor()).hasPrefix("1.2 "))
    #expect(calculator.calculationProtocol.summary == "true -q, 3 conformers")
  }

  /// What a value depends on is part of the key under which it is kept.
  @Test func theProtocolTellsApartWhatMayGiveOtherValues() throws {
    let common: CalculatorSettings = ["properties": .map(["gap": .text("eV"), "energy": .text("Eh")])]
    let changes: [(String, JSONValue)] = [
      ("command", .list([.text("true"), .text("-v")])), ("conformers", .number(2)), ("conformers", .number(0)),
      ("environment", .map(["A": .text("b")])), ("environment", .map(["A": .text("c")])),
      ("properties", .map(["gap": .text("eV")])),
    ]
    var protocols = [try Self.calculator(common).calculationProtocol]
    for (key, value) in changes {
      var settings = common
      settings.values[key] = value
      protocols.append(try Self.calculator(settings).calculationProtocol)
    }
    #expect(Set(protocols.map(\.steps)).count == changes.count + 1)
    var patient = common
    patient.values["time_limit"] = .number(1)
    #expect(try Self.calculator(patient).calculationProtocol == protocols[0])
  }

  @Test(arguments: [
    ("command", JSONValue.list([]), "'command'"),
    ("command", .text("true -q"), "a list of words: [true, -q]"),
    ("command", .list([.text("true"), .text("{xyz}")]), "without '{xyz}': here nothing is replaced"),
    ("properties", .map([:]), "'properties'"), ("properties", .map(["a": .number(1)]), "for 'a'"),
    ("properties", .map(["a": .map(["units": .text("m")])]), "'units'"),
    ("conformers", .number(100), "'conformers'"), ("conformers", .number(2), "1 unless 'energy'"),
    ("time_limit", .number(0), "'time_limit'"), ("environment", .text("A=b"), "'environment'"),
    ("tiem_limit", .number(1), "'tiem_limit'"),
  ])
  func senselessSettingsAreRefused(key: String, value: JSONValue, words: String) {
    let error = #expect(throws: CalculatorSetupError.self) {
      var settings: CalculatorSettings = ["properties": .map(["a": .text("m")])]
      settings.values[key] = value
      return try Self.calculator(settings)
    }
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test func aProgramThatIsNotThereIsSaidWhenItIsAskedFor() async throws {
    let calculator = try Self.calculator([
      "command": .list([.text("no-such-program")]), "properties": .map(["a": .text("m")]),
    ])
    let error = await #expect(throws: CalculatorUnavailable.self) { try await calculator.version(on: LocalExecutor()) }
    #expect(error?.problem == "'no-such-program' was not found on PATH")
    guard case .failed(let failure) = calculator.plan(for: try Molecule(smiles: "C"), after: []) else {
      Issue.record("There is nothing that could be run.")
      return
    }
    #expect(failure.failureClass == .resource)
  }
}
