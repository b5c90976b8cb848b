import Chemistry

extension ProgramAnswer {
  /// Reads the answer to a question.
  /// - Parameters:
  ///   - text: All text in the place of the answer.
  ///   - question: The question that was asked.
  ///   - needsID: Whether the answer must repeat the question's number.
  ///   - answerReader: The program that answered, for messages.
  /// - Returns: An answer with a finite value of each requested property and of no other.
  /// - Throws: The failure that the program reports; or a failure of class `unknown` for an invalid answer, and of
  ///   class `topologyChanged` if it names another molecule.
  package static func read(
    _ text: String, to question: ProgramQuestion, needsID: Bool, by answerReader: AnswerReader
  ) throws(CalculationFailure) -> ProgramAnswer {
    let map = try answerReader.document(in: text)
    if let key = map.keys.filter({ !keys.contains($0) }).min() {
      let hint =
        map["properties"] == nil && question.properties.contains(key)
        ? "; the values belong in 'properties': {\"properties\": {\"\(key)\": …}}"
        : "; it may have \(keys.joined(separator: ", "))"
      throw answerReader.refusal("has a key '\(key)' that means nothing here\(hint)")
    }
    try checkIdentity(map, question, needsID: needsID, by: answerReader)
    if let error = map["error"], error != .null {
      let sentence = try answerReader.text(error, "error")
      throw CalculationFailure(
        try failureClass(map["failure_class"], by: answerReader), AnswerReader.reporting(answerReader.name) + sentence,
        evidence: answerReader.evidence)
    }
    guard let properties = map["properties"] else {
      throw answerReader.refusal("has neither 'properties' nor 'error'")
    }
    guard case .map(let values) = properties else {
      throw answerReader.refusal(
        "has \(properties.inWords) as 'properties', where a mapping from names to numbers belongs")
    }
    var answer = ProgramAnswer(properties: [:])
    for name in question.properties {
      guard let value = values[name] else {
        let others = values.keys.sorted().joined(separator: ", ")
        throw answerReader.refusal("has no property '\(name)'; it has: \(others.isEmpty ? "none" : others)")
      }
      answer.properties?[name] = try answerReader.number(value, "'\(name)'")
    }
    answer.uncertainties = try uncertainties(map["uncertainties"], of: question.properties, by: answerReader)
    answer.notes = try map["notes"].map { value throws(CalculationFailure) in try notes(value, by: answerReader) }
    return answer
  }

  private static func checkIdentity(
    _ map: [String: JSONValue], _ question: ProgramQuestion, needsID: Bool, by answerReader: AnswerReader
  ) throws(CalculationFailure) {
    if let id = map["id"], id != .null {
      guard id == .number(Double(question.id)) else {
        throw answerReader.refusal(
          "has the id \(id.line), but the question's is \(question.id): it answers another question; print one line for "
            + "each question, with the question's id")
      }
    } else if needsID, map["error"].map({ $0 == .null }) ?? true {
      // A program that could not read the question does not know its id, and reports an error without it.
      throw answerReader.refusal("has no 'id'; repeat the question's, here \(question.id)")
    }
    if let smiles = map["smiles"], smiles != .null {
      let text = try answerReader.text(smiles, "smiles")
      if text != question.smiles, (try? Molecule(smiles: text))?.smiles != question.smiles {
        throw CalculationFailure(
          .topologyChanged,
          "The answer of \(answerReader.name) is about '\(text)', but '\(question.smiles)' was asked.",
          evidence: answerReader.evidence)
      }
    }
  }

  private static func failureClass(
    _ value: JSONValue?, by answerReader: AnswerReader
  ) throws(CalculationFailure) -> FailureClass {
    guard let value, value != .null else { return .unknown }
    let name = try answerReader.text(value, "failure_class")
    guard let failureClass = failureClasses.first(where: { $0.rawValue == name }) else {
      let names = failureClasses.map(\.rawValue).joined(separator: ", ")
      throw answerReader.refusal("has the failure_class '\(name)'; there are: \(names)")
    }
    return failureClass
  }

  private static func uncertainties(
    _ value: JSONValue?, of properties: [String], by answerReader: AnswerReader
  ) throws(CalculationFailure) -> [String: Double]? {
    guard let value, value != .null else { return nil }
    guard case .map(let map) = value else {
      throw answerReader.refusal(
        "has \(value.inWords) as 'uncertainties', where a mapping from names to numbers belongs")
    }
    var uncertainties: [String: Double] = [:]
    for name in properties {
      guard let value = map[name], value != .null else { continue }
      let number = try answerReader.number(value, "the uncertainty of '\(name)'")
      guard number >= 0 else {
        throw answerReader.refusal("has \(number) as the uncertainty of '\(name)', which is negative")
      }
      uncertainties[name] = number
    }
    return uncertainties
  }

  private static func notes(_ value: JSONValue, by answerReader: AnswerReader) throws(CalculationFailure) -> [String] {
    guard case .list(let list) = value else { return value == .null ? [] : [try answerReader.text(value, "notes")] }
    var notes: [String] = []
    for note in list { notes.append(try answerReader.text(note, "notes")) }
    return notes
  }
}
