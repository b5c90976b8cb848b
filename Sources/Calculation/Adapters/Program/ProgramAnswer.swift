/// The answer of a custom program, as one JSON document: values, or the reason why there are none.
///
///     {"id": 7, "properties": {"gap": 4.2}, "uncertainties": {"gap": 0.1}, "notes": ["one of two states"]}
///     {"id": 7, "error": "No parameters for Xe.", "failure_class": "input"}
package struct ProgramAnswer: Sendable, Hashable, Codable {
  /// The id of the question; a worker must repeat it.
  package var id: Int?
  /// The molecule that was calculated; compared with the question's if given.
  package var smiles: String?
  /// The values by property, in the properties' units; nil if there is an error.
  package var properties: [String: Double]?
  /// Standard deviations of some of the values, in the same units.
  package var uncertainties: [String: Double]?
  /// Sentences about suspicious findings that are no reason for rejection.
  package var notes: [String]?
  /// Why there are no values, as a sentence; nil if there are values.
  package var error: String?
  /// The class of the error; `unknown` if not stated.
  package var failureClass: FailureClass?

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, smiles, properties, uncertainties, notes, error
    case failureClass = "failure_class"
  }

  /// Creates an answer with values.
  package init(
    id: Int? = nil, smiles: String? = nil, properties: [String: Double], uncertainties: [String: Double]? = nil,
    notes: [String]? = nil
  ) {
    self.id = id
    self.smiles = smiles
    self.properties = properties
    self.uncertainties = uncertainties
    self.notes = notes
  }

  /// Creates an answer that reports an error.
  package init(id: Int? = nil, error: String, failureClass: FailureClass) {
    self.id = id
    self.error = error
    self.failureClass = failureClass
  }

  /// The document on one line, without a line break.
  package var line: String {
    var map: [String: JSONValue] = [:]
    map["id"] = id.map { .number(Double($0)) }
    map["smiles"] = smiles.map(JSONValue.text)
    map["properties"] = properties.map { .map($0.mapValues(JSONValue.number)) }
    map["uncertainties"] = uncertainties.map { .map($0.mapValues(JSONValue.number)) }
    map["notes"] = notes.map { .list($0.map(JSONValue.text)) }
    map["error"] = error.map(JSONValue.text)
    map["failure_class"] = failureClass.map { .text($0.rawValue) }
    return JSONValue.map(map).line
  }

  /// The failure classes that a program may give its errors; only Cohobate knows whether the campaign is being stopped.
  static let failureClasses = FailureClass.allCases.filter { $0 != .cancelled }
  static let keys = CodingKeys.allCases.map(\.rawValue)
}
