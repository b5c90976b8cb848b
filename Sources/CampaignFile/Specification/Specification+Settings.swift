import Acquisition
import Calculation
import Chemistry
import Files
import Foundation
import GaussianProcess
import MolecularDesign
import Tables

extension Specification {
  /// The meaning of the campaign file with every default: texts by key, such as `budget.batch`. The calculator's own
  /// settings are as written, since only the adapter knows its defaults.
  ///
  /// The record stores them, so that a default of a later version is not mistaken for the campaign's.
  ///
  /// - Parameter file: The path of the campaign file. Paths in its folder are written relative to it, so that neither
  ///   another working directory nor moving the whole folder counts as a change.
  package func settings(in file: String) -> [String: String] {
    let folder = file.folderOfPath
    func relative(_ path: String) -> String {
      path.hasPrefix(folder + "/") && !folder.isEmpty ? String(path.dropFirst(folder.count + 1)) : path
    }
    var filter = filter
    let limits = Dictionary(
      uniqueKeysWithValues: filter.limits.map { quantity, limit in
        (Rejection.Kind(rawValue: quantity.rawValue)?.key ?? quantity.rawValue, limit)
      })
    filter.limits = [:]
    var settings = [
      "name": name, "seed": "\(seed)", "calculator.program": calculator.name, "policy": policy.rawValue,
      "acquisition": acquisition.name, "design.candidates": "\(candidates)",
      "design.new_molecules": "\(proposesNewMolecules)",
    ]
    for objective in objectives {
      settings["objectives.\(objective.name)"] = objective.text(unit: nil)
    }
    for (key, source) in [("corpus", usesCorpus ? corpus : nil), ("pool", pool)] {
      switch source {
      case .builtIn?: settings[key] = "built-in"
      case .file(let path, let column)?: settings[key] = relative(path) + (column.map { ", column \($0)" } ?? "")
      case nil: break
      }
    }
    if kind != .molecule { settings["molecules.kind"] = kind.rawValue }
    if salts != .refuse { settings["pool.salts"] = salts.rawValue }
    if !knownFiles.isEmpty {
      settings["molecules.known"] = knownFiles.map { relative($0.path) }.joined(separator: ", ")
    }
    settings["surrogate.library"] = surrogate.library.map { $0 == LibraryName.builtIn ? $0 : relative($0) }
    if let sources = surrogate.sources { settings["surrogate.sources"] = sources.joined(separator: ", ") }
    for (option, value) in acquisition.options { settings["acquisition.\(option)"] = "\(value)" }
    settings["budget.calculations"] = "\(budget.calculations)"
    settings["budget.initial"] = "\(budget.initial)"
    settings["budget.batch"] = "\(budget.batch)"
    if budget.ahead > 0 { settings["budget.ahead"] = "\(budget.ahead)" }
    settings["budget.hits"] = budget.hits.map { "\($0)" }
    settings["budget.until"] = budget.until
    settings["budget.consecutive_failures"] = "\(budget.consecutiveFailures)"
    settings.merge(flattened(calculator.settings, under: "calculator")) { _, new in new }
    if let screen {
      settings["screen.program"] = screen.calculator.name
      settings["screen.molecules"] = "\(screen.molecules)"
      settings.merge(flattened(screen.calculator.settings, under: "screen")) { _, new in new }
    }
    if let confirm {
      settings["confirm.program"] = confirm.name
      settings.merge(flattened(confirm.settings, under: "confirm")) { _, new in new }
    }
    settings.merge(flattened(filter, under: "molecules")) { _, new in new }
    settings.merge(flattened(limits, under: "molecules")) { _, new in new }
    switch surrogate.model {
    case .named(let model): settings.merge(flattened(model, under: "surrogate.model")) { _, new in new }
    case .automatic, .automaticOfCompositions: settings["surrogate.model"] = ModelChoice.automaticName
    }
    settings.merge(flattened(design, under: "design")) { _, new in new }
    settings.merge(flattened(languageModel, under: "design.language")) { _, new in new }
    return settings
  }

  /// The settings of a recorded campaign file; nil if neither they nor the text can be read.
  ///
  /// They are as recorded, or as this version reads the text if none were. The objectives are always read from the
  /// text, if it can be read: earlier versions recorded an expression as it was spelled.
  ///
  /// - Parameters:
  ///   - json: The recorded settings; nil if there are none.
  ///   - text: The text of the campaign file.
  ///   - file: The path of the campaign file.
  package static func settings(recorded json: String?, text: String, file: String) -> [String: String]? {
    let read = (try? Specification(file: file, text: text))?.settings(in: file)
    let recorded = json.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
    guard let recorded, let read else { return recorded ?? read }
    let isOfObjective = { (key: String) in key.hasPrefix("objectives.") }
    return recorded.filter { !isOfObjective($0.key) }.merging(read.filter { isOfObjective($0.key) }) { _, new in new }
  }

  /// The settings as a JSON object with sorted keys.
  ///
  /// - Parameter file: The path of the campaign file.
  package func settingsJSON(in file: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts always have a JSON form.
    return (try? encoder.encode(settings(in: file))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }
}

/// A setting that differs between two texts of a campaign file, or that another version of the program interprets
/// differently.
public struct SettingChange: Encodable, Sendable, Hashable {
  /// The key, such as `budget.batch`.
  public let key: String
  /// The old value; nil if it was not set.
  public let before: String?
  /// The new value; nil if it is not set.
  public let after: String?

  /// A change of a key.
  package init(key: String, before: String?, after: String?) {
    (self.key, self.before, self.after) = (key, before, after)
  }

  /// The changes from some settings to others, by key.
  package static func changes(from before: [String: String], to after: [String: String]) -> [SettingChange] {
    Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }.map {
      SettingChange(key: $0, before: before[$0], after: after[$0])
    }
  }

  /// The change in words: `budget.batch 8 → 4`.
  public var text: String { "\(key) \(before ?? "not set") → \(after ?? "not set")" }
}

/// A value's leaves as texts, by their paths.
private func flattened(_ value: some Encodable, under key: String) -> [String: String] {
  let encoder = JSONEncoder()
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  guard let data = try? encoder.encode(value), let tree = try? JSONDecoder().decode(JSONValue.self, from: data) else {
    return [:]
  }
  var leaves: [String: String] = [:]
  func visit(_ value: JSONValue, _ path: String) {
    switch value {
    case .null: break
    case .flag(let flag): leaves[path] = "\(flag)"
    case .number(let number):
      leaves[path] = number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .text(let text): leaves[path] = text
    case .list(let values):
      if values.isEmpty { leaves[path] = "none" }
      for (index, value) in values.enumerated() { visit(value, "\(path).\(index + 1)") }
    case .map(let values): for (key, value) in values { visit(value, path.isEmpty ? key : "\(path).\(key)") }
    }
  }
  visit(tree, key)
  return leaves
}
