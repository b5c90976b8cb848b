import Files

/// A QCSchema result of version 1 (`qcschema_output`) or 2 (`qcschema_atomic_result`). Both have the fields read here
/// in the same places; version 2 has the question under `input_data`.
struct QCSchemaResult {
  private let document: JSONValue
  private let answerReader: AnswerReader

  /// - Throws: The problem with the answer; or the failure that it reports, with the class of its `error_type`.
  init(_ map: [String: JSONValue], by answerReader: AnswerReader) throws(CalculationFailure) {
    document = .map(map)
    self.answerReader = answerReader
    if let name = map["schema_name"], name != .null, name.asText?.hasPrefix("qcschema_") != true {
      throw answerReader.refusal(
        "has \(name.inWords) as 'schema_name', where qcschema_output or qcschema_atomic_result belongs")
    }
    if let version = map["schema_version"], version != .null, ![.number(1), .number(2)].contains(version) {
      throw answerReader.refusal("is of the schema_version \(version.line); 1 and 2 are known")
    }
    switch map["success"] {
    case .flag(true):
      if let error = map["error"], error != .null {
        throw answerReader.refusal("has 'success' true and an 'error' as well")
      }
    case .flag(false):
      let type = document["error"]?["error_type"]?.asText ?? "unknown_error"
      let message = document["error"]?["error_message"]?.asText ?? "no error_message."
      throw CalculationFailure(
        Self.failureClasses[type] ?? .unknown, "\(answerReader.name) says (\(type)): \(Self.lastLine(of: message))",
        evidence: String(message.suffix(2000)))
    default:
      throw answerReader.refusal(
        "has \(map["success"]?.inWords ?? "nothing") as 'success', where true or false belongs: it is not a QCSchema result"
      )
    }
  }

  /// QCEngine's types of errors (qcengine/exceptions.py).
  private static let failureClasses: [String: FailureClass] = [
    "input_error": .input, "resource_error": .resource, "convergence_error": .convergence, "random_error": .random,
  ]

  /// A message may be a whole Python traceback; its last line says what happened.
  private static func lastLine(of message: String) -> String {
    message.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) }.map(String.init) ?? message
  }

  /// Checks that the result answers the question: id, atoms, charge and multiplicity, method and basis, driver, each if
  /// present.
  func requireAnswer(
    to question: ProgramQuestion, by specification: QCSchemaSpecification
  ) throws(CalculationFailure) {
    let input = document["input_data"]
    if let id = document["id"] ?? input?["id"], id != .null, id != .text(String(question.id)) {
      throw answerReader.refusal(
        "has the id \(id.line), but the question's is \"\(question.id)\": it answers another question")
    }
    let model = document["model"] ?? input?["specification"]?["model"] ?? input?["model"]
    if let method = model?["method"]?.asText, method.lowercased() != specification.method.lowercased() {
      throw answerReader.refusal("is by the method '\(method)', but '\(specification.method)' was asked")
    }
    // If no basis was requested, the program may state its choice. A basis may also be a document with a name.
    if let asked = specification.basis, let found = model?["basis"], found != .null {
      let basis = found.asText ?? found["name"]?.asText
      if let basis, basis.lowercased() != asked.lowercased() {
        throw answerReader.refusal("is in the basis '\(basis)', but '\(asked)' was asked")
      }
    }
    if let driver = (document["driver"] ?? input?["specification"]?["driver"] ?? input?["driver"])?.asText,
      driver != specification.driver.rawValue
    {
      throw answerReader.refusal("is of the driver '\(driver)', but '\(specification.driver.rawValue)' was asked")
    }
    guard let molecule = document["molecule"] ?? input?["molecule"] else {
      throw answerReader.refusal("has no 'molecule', so it is unknown what it is about")
    }
    // QCEngine does not repeat the id; the coordinates distinguish even isomers and conformers.
    let geometry = molecule["geometry"]?.asNumbers ?? []
    let asked = specification.geometry(of: question)
    let isSame =
      geometry.count == asked.count && zip(geometry, asked).allSatisfy { abs($0 - $1) < 1e-4 }
      && molecule["symbols"] == .list((question.elements ?? []).map(JSONValue.text))
      && (molecule["real"] ?? .null).hasNoGhosts
      && (molecule["molecular_charge"] ?? .number(0)) == .number(Double(question.charge))
    guard isSame else {
      throw CalculationFailure(
        .topologyChanged,
        "The answer of \(answerReader.name) is about other atoms, positions or another charge than requested for "
          + "'\(question.smiles)'.", evidence: answerReader.evidence)
    }
    let multiplicity = question.unpairedElectrons + 1
    if let found = molecule["molecular_multiplicity"], found != .null, found != .number(Double(multiplicity)) {
      throw answerReader.refusal(
        "is about another state: its multiplicity is \(found.line), but \(multiplicity) was asked")
    }
  }

  /// The number at a property's path; for a vector, its magnitude.
  func value(of finding: QCSchemaFinding) throws(CalculationFailure) -> Double {
    let path = finding.path.joined(separator: ".")
    var place = document
    for key in finding.path {
      guard let next = place[key] ?? place.element(key), next != .null else {
        throw answerReader.refusal("has nothing at '\(path)', where '\(finding.property.name)' is looked for")
      }
      place = next
    }
    guard case .list(let components) = place else {
      return try converted(try answerReader.number(place, "'\(path)'"), of: finding)
    }
    guard components.count == 3 else {
      throw answerReader.refusal(
        "has a list of \(components.count) at '\(path)', where a number or a vector of 3 belongs")
    }
    var squares = 0.0
    for component in components {
      let number = try answerReader.number(component, "a component of '\(path)'")
      squares += number * number
    }
    return try converted(squares.squareRoot(), of: finding)
  }

  /// The number in the property's unit.
  private func converted(_ number: Double, of finding: QCSchemaFinding) throws(CalculationFailure) -> Double {
    let value = number * finding.factor
    // A result of 0 is also out of range unless the number was 0.
    guard isUsable(value), (value == 0) == (number == 0) else {
      throw answerReader.refusal(
        "has \(number) at '\(finding.path.joined(separator: "."))', which times the factor \(finding.factor) cannot be calculated "
          + "with; numbers are 0 or \(usableSizes)")
    }
    return value
  }
}

extension JSONValue {
  fileprivate var asText: String? { if case .text(let text) = self { text } else { nil } }

  fileprivate var asNumbers: [Double]? {
    guard case .list(let list) = self else { return nil }
    return list.compactMap { if case .number(let number) = $0 { number } else { nil } }
  }

  /// Whether all atoms are real: the list that says so, if present, has no ghost atoms.
  fileprivate var hasNoGhosts: Bool {
    guard case .list(let list) = self else { return self == .null }
    return list.allSatisfy { $0 == .flag(true) }
  }

  /// The element of a list at an index written in digits.
  fileprivate func element(_ place: String) -> JSONValue? {
    guard case .list(let list) = self, let index = Int(place), list.indices.contains(index) else { return nil }
    return list[index]
  }
}
