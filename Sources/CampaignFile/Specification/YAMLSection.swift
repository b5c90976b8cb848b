package import Calculation
import Files
import Tables
import Yams

/// One mapping of a campaign file, read key by key. A key that is missing, unknown or of the wrong type is an error
/// with its line.
package struct YAMLSection {
  let file: String
  /// The path of this mapping in the file, such as `design`; empty for the whole file.
  let path: String
  let line: Int?
  private let entries: [(key: String, line: Int?, node: Node)]

  /// Parses the text of a file, whose top level must be a mapping.
  ///
  /// - Parameter beginning: The command that writes such a file.
  package init(
    file: String, text: String, beginning: String = "cohobate new NAME"
  ) throws(SpecificationError) {
    let aliases = YAMLAliases.count(in: text)
    guard aliases <= YAMLAliases.most else {
      throw SpecificationError(
        file: file, line: nil,
        message:
          "The file has \(aliases) aliases ('*name'), of which \(YAMLAliases.most) are allowed; write out what they stand for."
      )
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw SpecificationError(file: file, yaml: error)
    } catch {
      throw SpecificationError(file: file, line: nil, message: "The file cannot be read as YAML: \(error).")
    }
    guard let root else {
      throw SpecificationError(
        file: file, line: nil, message: "The file is empty; '\(beginning)' writes one to start from.")
    }
    try self.init(file: file, path: "", node: root)
  }

  private init(file: String, path: String, node: Node) throws(SpecificationError) {
    self.file = file
    self.path = path
    line = node.mark?.line
    guard case .mapping(let mapping) = node else {
      let name = path.isEmpty ? "The file" : "'\(path)'"
      throw SpecificationError(
        file: file, line: node.mark?.line, message: "\(name) must be a list of 'key: value' lines.")
    }
    entries = mapping.map { ($0.key.string ?? "", $0.key.mark?.line, $0.value) }
  }

  /// Rejects every key that is not among these, and suggests the nearest.
  func allow(_ keys: [String]) throws(SpecificationError) {
    for entry in entries where !keys.contains(entry.key) {
      let hint =
        nearestName(to: entry.key, among: keys).map { "did you mean '\($0)'?" }
        ?? "the keys here are \(keys.joined(separator: ", "))."
      throw SpecificationError(
        file: file, line: entry.line, message: "The key '\(name(entry.key))' is unknown; \(hint)")
    }
  }

  /// Whether the key is present and its value is a mapping.
  func isMapping(_ key: String) -> Bool { node(key)?.mapping != nil }

  /// Whether the key is present and its value is a list.
  func isList(_ key: String) -> Bool { node(key)?.sequence != nil }

  /// The keys, in the order of the file.
  package var keys: [String] { entries.map(\.key) }

  /// The line of a key, from 1, or else that of the section.
  func line(of key: String) -> Int? { entries.first { $0.key == key }?.line ?? line }

  /// An error about one key, with its line.
  func error(_ key: String, _ message: String) -> SpecificationError {
    SpecificationError(file: file, line: line(of: key), message: "'\(name(key))' \(message)")
  }

  // MARK: Values

  package func string(_ key: String) throws(SpecificationError) -> String? {
    try scalar(key, "a text", as: \.string)
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws(SpecificationError) -> Int? {
    guard let value = try scalar(key, "a whole number", as: YAMLNumber.readWhole) else { return nil }
    guard range.contains(value) else {
      let limits =
        range.upperBound == .max ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
      throw error(key, "is \(value); it must be \(limits).")
    }
    return value
  }

  func seed(_ key: String) throws(SpecificationError) -> UInt64? {
    try scalar(key, "a whole number from 0 to \(UInt64.max)") { node in
      // Seeds may exceed the greatest `Int`; quotation marks are allowed.
      node.scalar.flatMap { YAMLNumber.hasUsualTag($0) ? UInt64($0.string) : nil }
    }
  }

  func number(_ key: String) throws(SpecificationError) -> Double? {
    guard let value = try scalar(key, "a number", as: YAMLNumber.read) else { return nil }
    guard value.isFinite else { throw error(key, "must be a finite number.") }
    return value
  }

  func positive(_ key: String) throws(SpecificationError) -> Double? {
    guard let value = try number(key) else { return nil }
    guard value > 0 else { throw error(key, "is \(value); it must be above zero.") }
    return value
  }

  func boolean(_ key: String) throws(SpecificationError) -> Bool? {
    try scalar(key, "true or false", as: \.bool)
  }

  func strings(_ key: String) throws(SpecificationError) -> [String]? {
    guard let nodes = try list(key) else { return nil }
    var values: [String] = []
    for node in nodes {
      guard let value = node.scalar?.string else {
        throw SpecificationError(file: file, line: node.mark?.line, message: "'\(name(key))' must be a list of texts.")
      }
      values.append(value)
    }
    return values
  }

  /// `[lower, upper]`, with the lower not above the upper; an open end is written `null` or `~`.
  func interval(_ key: String) throws(SpecificationError) -> Interval? {
    guard let nodes = try list(key) else { return nil }
    guard nodes.count == 2 else { throw error(key, "must have two bounds, as in [1.0, 1.6].") }
    var ends: [Double?] = []
    for node in nodes {
      if node.null != nil {
        ends.append(nil)
      } else if let value = YAMLNumber.read(node), value.isFinite {
        ends.append(value)
      } else {
        try refuseForeignNumber(node, key)
        throw error(key, "must have numbers as its bounds, or null for an open bound.")
      }
    }
    do throws(IntervalError) {
      return try Interval(lower: ends[0], upper: ends[1])
    } catch {
      throw self.error(key, "\(error).")
    }
  }

  /// All values under other keys, as an adapter's settings.
  package func settings(besides known: [String]) throws(SpecificationError) -> CalculatorSettings {
    var settings: [String: JSONValue] = [:]
    for entry in entries where !known.contains(entry.key) {
      settings[entry.key] = try value(of: entry.node, key: entry.key)
    }
    return CalculatorSettings(settings)
  }

  private func value(of node: Node, key: String) throws(SpecificationError) -> JSONValue {
    switch node {
    case .scalar:
      if let flag = node.bool { return .flag(flag) }
      if let number = YAMLNumber.read(node) {
        guard number.isFinite else { throw error(key, "must be a finite number.") }
        return .number(number)
      }
      if let number = node.float, !number.isFinite { throw error(key, "must be a finite number.") }
      try refuseForeignNumber(node, key)
      return .text(node.string ?? "")
    case .mapping(let mapping):
      var values: [String: JSONValue] = [:]
      for (inner, value) in mapping { values[inner.string ?? ""] = try self.value(of: value, key: key) }
      return .map(values)
    case .sequence(let sequence):
      return .list(try sequence.map { (node) throws(SpecificationError) in try value(of: node, key: key) })
    default: throw error(key, "must be a value, a list or a mapping.")
    }
  }

  package func section(_ key: String) throws(SpecificationError) -> YAMLSection? {
    guard let node = node(key) else { return nil }
    return try YAMLSection(file: file, path: name(key), node: node)
  }

  package func sections(_ key: String) throws(SpecificationError) -> [YAMLSection]? {
    guard let nodes = try list(key) else { return nil }
    var sections: [YAMLSection] = []
    for (index, node) in nodes.enumerated() {
      sections.append(try YAMLSection(file: file, path: "\(name(key))[\(index + 1)]", node: node))
    }
    return sections
  }

  // MARK: Reading nodes

  func name(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private func node(_ key: String) -> Node? { entries.first { $0.key == key }?.node }

  private func list(_ key: String) throws(SpecificationError) -> [Node]? {
    guard let node = node(key) else { return nil }
    guard case .sequence(let sequence) = node else { throw error(key, "must be a list, as in [a, b].") }
    return Array(sequence)
  }

  private func scalar<Value>(
    _ key: String, _ kind: String, as convert: (Node) -> Value?
  ) throws(SpecificationError) -> Value? {
    guard let node = node(key) else { return nil }
    guard node.scalar != nil, let value = convert(node) else {
      try refuseForeignNumber(node, key)
      throw error(key, "must be \(kind).")
    }
    return value
  }

  /// Rejects text that is a number in one version of YAML and text in the next.
  private func refuseForeignNumber(_ node: Node, _ key: String) throws(SpecificationError) {
    guard let text = YAMLNumber.foreign(node) else { return }
    throw error(
      key, "is \(text); write numbers in decimal digits, as in 1000, 0.5 or 1e-3, and put text in quotation marks.")
  }
}

extension SpecificationError {
  /// Converts a YAML error to a sentence with its line.
  fileprivate init(file: String, yaml error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, message: "This is not YAML: \(problem).")
    case .reader(let problem, _, _, _):
      self.init(file: file, line: nil, message: "This is not YAML: \(problem).")
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        file: file, line: context.mark.line,
        message: "The key '\(duplicates.joined(separator: "', '"))' occurs twice; keep one.")
    default:
      self.init(file: file, line: nil, message: "The file cannot be read as YAML: \(error).")
    }
  }
}
