import Chemistry

/// The calculation requested for every molecule, in the terms of QCSchema.
struct QCSchemaSpecification: Sendable {
  /// The driver: the kind of `return_result`.
  enum Driver: String, Sendable, CaseIterable {
    case energy, gradient, hessian, properties
  }

  let method: String
  let basis: String?
  let driver: Driver
  let keywords: JSONValue

  /// Reads `model`, `driver` and `keywords`.
  init(_ reader: inout SettingsReader) throws(CalculatorSetupError) {
    guard let model = try reader.map("model") else {
      throw reader.refusal(of: "model", mustBe: "{method: …, basis: …}, and is required; the basis may be left out")
    }
    var inner = SettingsReader(CalculatorSettings(model), of: "qcschema, model,")
    guard let method = try inner.text("method") else {
      throw inner.refusal(of: "method", mustBe: "a text, and is required")
    }
    self.method = method
    basis = try inner.text("basis")
    try inner.finish()
    driver = try reader.choice("driver", of: Driver.self) ?? .energy
    keywords = .map(try reader.map("keywords") ?? [:])
  }

  /// The settings of the protocol's step.
  var inWords: [String: String] {
    var words = ["method": method, "driver": driver.rawValue, "keywords": keywords.line]
    words["basis"] = basis
    return words
  }

  /// The question's coordinates in bohr.
  func geometry(of question: ProgramQuestion) -> [Double] {
    (question.coordinates ?? []).map { $0 / AtomicUnits.ångströmPerBohr }
  }

  /// The input document, version 1: the geometry in bohr, with the molecule's bonds for programs that need them.
  func input(_ question: ProgramQuestion, bonds: [Geometry.Bond]) -> JSONValue {
    .map([
      "schema_name": .text("qcschema_input"), "schema_version": .number(1), "id": .text(String(question.id)),
      "molecule": .map(
        [
          "schema_name": .text("qcschema_molecule"), "schema_version": .number(2),
          "symbols": .list((question.elements ?? []).map(JSONValue.text)),
          "geometry": .list(geometry(of: question).map(JSONValue.number)),
          "molecular_charge": .number(Double(question.charge)),
          "molecular_multiplicity": .number(Double(question.unpairedElectrons + 1)),
          "connectivity": .list(
            bonds.map { .list([.number(Double($0.first)), .number(Double($0.second)), .number($0.order)]) }),
          // Orbitals and dipoles refer to the given coordinates, which must not be moved.
          "fix_com": .flag(true), "fix_orientation": .flag(true),
        ].filter { $0.key != "connectivity" || !bonds.isEmpty }),
      "driver": .text(driver.rawValue),
      "model": .map(["method": .text(method), "basis": basis.map(JSONValue.text) ?? .null]),
      "keywords": keywords, "extras": .map([:]),
    ])
  }
}
