/// The calculator's settings in a campaign file, before an adapter interprets them.
public struct CalculatorSettings: Sendable, Hashable, Codable, ExpressibleByDictionaryLiteral {
  /// The values by key.
  public var values: [String: JSONValue]

  /// Creates settings from values.
  public init(_ values: [String: JSONValue] = [:]) {
    self.values = values
  }

  /// Creates settings from a literal.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(Dictionary(elements) { _, last in last })
  }

  /// Reads a map of values.
  public init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: JSONValue].self)
  }

  /// Writes the bare map.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(values)
  }
}

/// A calculator cannot be made as the campaign file asks.
public enum CalculatorSetupError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no calculator of this name.
  case unknownCalculator(String, known: [String])
  /// The calculator has no such setting.
  case unknownSetting(String, calculator: String, known: [String])
  /// The setting's value is invalid; `mustBe` ends the sentence "… must be".
  case badSetting(String, calculator: String, mustBe: String)
  /// A file of values cannot be used.
  case badFile(String, problem: String)

  /// The problem and the valid alternative.
  public var description: String {
    switch self {
    case .unknownCalculator(let name, let known):
      "There is no calculator '\(name)'; there are: \(known.joined(separator: ", "))."
    case .unknownSetting(let key, let calculator, let known):
      "The calculator '\(calculator)' has no setting '\(key)'; it has: \(known.joined(separator: ", "))."
    case .badSetting(let key, let calculator, let mustBe):
      "The setting '\(key)' of the calculator '\(calculator)' must be \(mustBe)."
    case .badFile(let path, let problem):
      "The file '\(path)' cannot be used: \(problem)"
    }
  }
}

/// Reads settings one by one and rejects those left over.
package struct SettingsReader {
  /// The calculator's name, which errors name.
  package let calculator: String
  private var values: [String: JSONValue]
  private var known: [String] = []

  /// Starts with all settings of a calculator.
  package init(_ settings: CalculatorSettings, of calculator: String) {
    self.calculator = calculator
    values = settings.values
  }

  /// A text that is not empty.
  package mutating func text(_ key: String) throws(CalculatorSetupError) -> String? {
    switch take(key) {
    case nil: nil
    case .text(let text) where !text.isEmpty: text
    default: throw refusal(of: key, mustBe: "a text")
    }
  }

  /// A text, which may be empty.
  package mutating func textOrEmpty(_ key: String) throws(CalculatorSetupError) -> String? {
    switch take(key) {
    case nil: nil
    case .text(let text): text
    default: throw refusal(of: key, mustBe: "a text")
    }
  }

  /// A list of texts that are not empty; one text alone is a list of one.
  package mutating func list(_ key: String) throws(CalculatorSetupError) -> [String]? {
    let values: [JSONValue]
    switch take(key) {
    case nil: return nil
    case .list(let list): values = list
    case let value?: values = [value]
    }
    var texts: [String] = []
    for (place, value) in values.enumerated() {
      guard case .text(let text) = value, !text.isEmpty else {
        throw refusal(of: key, mustBe: "a list of texts; put item \(place + 1) of it in quotation marks")
      }
      texts.append(text)
    }
    return texts
  }

  /// `true` or `false`.
  package mutating func flag(_ key: String) throws(CalculatorSetupError) -> Bool? {
    switch take(key) {
    case nil: nil
    case .flag(let flag): flag
    default: throw refusal(of: key, mustBe: "true or false")
    }
  }

  /// Settings within the setting.
  package mutating func map(_ key: String) throws(CalculatorSetupError) -> [String: JSONValue]? {
    switch take(key) {
    case nil: nil
    case .map(let map): map
    default: throw refusal(of: key, mustBe: "a mapping")
    }
  }

  /// A whole number in a range.
  package mutating func integer(_ key: String, in range: ClosedRange<Int>) throws(CalculatorSetupError) -> Int? {
    switch take(key) {
    case nil: return nil
    case .number(let number):
      if let integer = Int(exactly: number), range.contains(integer) { return integer }
    default: break
    }
    throw refusal(of: key, mustBe: "a whole number from \(range.lowerBound) to \(range.upperBound)")
  }

  /// A list of whole numbers in a range; one number alone is a list of one.
  package mutating func integers(
    _ key: String, in range: ClosedRange<Int>
  ) throws(CalculatorSetupError) -> [Int]? {
    let values: [JSONValue]
    switch take(key) {
    case nil: return nil
    case .list(let list): values = list
    case let value?: values = [value]
    }
    var integers: [Int] = []
    for value in values {
      guard case .number(let number) = value, let integer = Int(exactly: number), range.contains(integer) else {
        throw refusal(
          of: key, mustBe: "a list of whole numbers from \(range.lowerBound) to \(range.upperBound)")
      }
      integers.append(integer)
    }
    return integers
  }

  /// A finite number.
  package mutating func number(_ key: String) throws(CalculatorSetupError) -> Double? {
    switch take(key) {
    case nil: return nil
    case .number(let number) where number.isFinite: return number
    default: throw refusal(of: key, mustBe: "a number")
    }
  }

  /// A finite number above 0; an error names the unit.
  package mutating func positive(_ key: String, unit: String) throws(CalculatorSetupError) -> Double? {
    switch take(key) {
    case nil: return nil
    case .number(let number) where number > 0 && number.isFinite: return number
    default: throw refusal(of: key, mustBe: "a positive number (\(unit))")
    }
  }

  /// One of the texts of a type.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(CalculatorSetupError) -> Choice? {
    switch take(key) {
    case nil: return nil
    case .text(let text):
      if let choice = Choice(rawValue: text) { return choice }
    default: break
    }
    let names = type.allCases.map(\.rawValue).joined(separator: ", ")
    throw refusal(of: key, mustBe: "one of \(names)")
  }

  /// A map from names to texts.
  package mutating func texts(_ key: String) throws(CalculatorSetupError) -> [String: String]? {
    guard let value = take(key) else { return nil }
    guard case .map(let map) = value else { throw refusal(of: key, mustBe: "a map from names to texts") }
    var texts: [String: String] = [:]
    for (name, value) in map {
      guard case .text(let text) = value else { throw refusal(of: key, mustBe: "a map from names to texts") }
      texts[name] = text
    }
    return texts
  }

  /// Rejects the settings that were not read.
  package func finish() throws(CalculatorSetupError) {
    if let key = values.keys.min() {
      throw .unknownSetting(key, calculator: calculator, known: known.sorted())
    }
  }

  /// The error of a setting whose value is invalid; `mustBe` ends the sentence "… must be".
  package func refusal(of key: String, mustBe: String) -> CalculatorSetupError {
    .badSetting(key, calculator: calculator, mustBe: mustBe)
  }

  private mutating func take(_ key: String) -> JSONValue? {
    known.append(key)
    return values.removeValue(forKey: key)
  }
}
