import Foundation

/// The settings that all calculators for custom programs share.
struct ProgramSettings: Sendable {
  /// The words of the command, as in the campaign file.
  let words: [String]
  /// The command on this machine, or what is missing.
  let command: Result<ProgramCommand, CalculatorUnavailable>
  /// The properties that the program gives, sorted by name.
  let properties: [Property]
  /// The number of conformers that the program is asked about; 0 if it is given no geometry.
  let conformers: Int
  let timeLimitSeconds: Double
  /// Environment variables besides `PATH` and the numbers of threads.
  let extraEnvironment: [String: String]
  /// The charge and the unpaired electrons, if they are stated.
  let electrons: StatedElectrons
  /// Whether the program is told the charge and the unpaired electrons.
  let knowsElectrons: Bool
  /// The version recorded before the digest of the program's files; nil for none.
  let version: String?
  private let searchPath: String

  /// What the common keys mean, for lists of settings.
  static let commandSummary = "required: the program and its arguments, a list"
  static let unitsSummary = "required: the unit of each property, {gap: eV}"
  static let environmentSummary = "environment variables besides PATH"
  static let versionSummary = "the program's version, recorded with a digest of its files"

  /// Whether the program's geometry can be set.
  enum Conformers {
    /// The program is given none.
    case none
    /// The allowed numbers of conformers.
    case from(ClosedRange<Int>)
  }

  /// Reads the common keys: `command`, `properties`, `conformers`, `time_limit`, `environment`, `version`, and `charge`
  /// and `unpaired` if the program is told of them.
  init(
    _ reader: inout SettingsReader, _ setup: CalculatorSetup, properties: [Property]? = nil, conformers: Conformers,
    placeholders: [String] = [], knowsElectrons: Bool = true,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(CalculatorSetupError) {
    guard let words = try reader.list("command"), !words.isEmpty else {
      throw reader.refusal(of: "command", mustBe: "a list, the program and its arguments, and is required")
    }
    if case .text(let line) = setup.settings.values["command"], line.contains(where: \.isWhitespace) {
      let list = line.split(whereSeparator: \.isWhitespace).map { $0.contains("{") ? "\"\($0)\"" : String($0) }
      throw reader.refusal(of: "command", mustBe: "a list of words: [\(list.joined(separator: ", "))]")
    }
    try Self.refuseUnknown(ProgramCommand.placeholders(in: words), besides: placeholders, reader)
    self.words = words
    searchPath = environment["PATH"] ?? ""
    let searchPath = searchPath
    command = Result { () throws(CalculatorUnavailable) in
      try ProgramCommand(words, in: setup.folder, searchPath: searchPath)
    }
    if let properties { self.properties = properties } else { self.properties = try Self.properties(&reader) }
    switch conformers {
    case .none: self.conformers = 0
    case .from(let range): self.conformers = try reader.integer("conformers", in: range) ?? 1
    }
    if self.conformers > 1, !self.properties.contains(where: { $0.name == Property.energy.name }) {
      throw reader.refusal(
        of: "conformers",
        mustBe: "1 unless 'energy' (Eh) is among the properties: the conformer of lowest energy counts")
    }
    timeLimitSeconds = try reader.positive("time_limit", unit: "seconds") ?? 300
    extraEnvironment = try reader.texts("environment") ?? [:]
    version = try reader.text("version")
    self.knowsElectrons = knowsElectrons
    electrons = knowsElectrons ? try reader.statedElectrons() : StatedElectrons()
  }

  /// Rejects placeholders that nothing would replace.
  static func refuseUnknown(
    _ placeholders: Set<String>, besides known: [String], _ reader: SettingsReader
  ) throws(CalculatorSetupError) {
    guard let unknown = placeholders.subtracting(known).min() else { return }
    let names = known.sorted().map { "{\($0)}" }.joined(separator: ", ")
    throw reader.refusal(
      of: "command",
      mustBe: "without '{\(unknown)}': here \(known.isEmpty ? "nothing is replaced" : "it may have \(names)")")
  }

  private static func properties(_ reader: inout SettingsReader) throws(CalculatorSetupError) -> [Property] {
    guard let map = try reader.map("properties"), !map.isEmpty else {
      throw reader.refusal(
        of: "properties", mustBe: "a mapping from each property's name to its unit, as in {gap: eV}, and is required")
    }
    var properties: [Property] = []
    for (name, value) in map.sorted(by: { $0.key < $1.key }) {
      var unit: String?
      var summary: String?
      switch value {
      case .text(let text): unit = text
      case .map(let settings):
        var inner = SettingsReader(CalculatorSettings(settings), of: "\(reader.calculator), property '\(name)',")
        // The unit may be empty, as for a count or a score.
        unit = try inner.textOrEmpty("unit")
        summary = try inner.text("summary")
        try inner.finish()
      default: throw reader.refusal(of: "properties", mustBe: "a unit, or {unit, summary}, for '\(name)'")
      }
      properties.append(try property(name, unit: unit ?? "", summary: summary, reader))
    }
    return properties
  }

  /// A property with a custom name and unit. Names that all calculators share keep their units.
  static func property(
    _ name: String, unit: String, summary: String?, _ reader: SettingsReader
  ) throws(CalculatorSetupError) -> Property {
    let known = Property.known.first { $0.name == name }
    if let known, known.unit != unit {
      throw reader.refusal(of: "properties", mustBe: "'\(name)' in \(known.unit); give another quantity another name")
    }
    return Property(
      name: name, unit: unit, summary: summary ?? known?.summary ?? "as the program gives it",
      source: "the user's program")
  }

  /// The command on one line.
  var name: String { words.joined(separator: " ") }

  /// The program's whole environment: one thread, since molecules run in parallel.
  var environment: [String: String] {
    [
      "PATH": searchPath, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1",
    ].merging(extraEnvironment) { _, own in own }
  }

  /// Everything that the values depend on besides the molecule and the program's version.
  func calculationProtocol(_ settings: [String: String]) -> CalculationProtocol {
    var settings = settings
    settings["command"] = name
    settings["properties"] = properties.map { $0.unit.isEmpty ? $0.name : "\($0.name) (\($0.unit))" }
      .joined(separator: ", ")
    settings.merge(electrons.inWords) { first, _ in first }
    for (name, value) in extraEnvironment { settings["environment \(name)"] = value }
    let number = conformers == 1 ? "1 conformer" : "\(conformers) conformers"
    let embed = CalculationProtocol.Step("embed", ["conformers": String(conformers)])
    return CalculationProtocol(
      name: "custom", version: 1 + (conformers > 0 ? 1 : 0) + (knowsElectrons ? 1 : 0),
      steps: (conformers > 0 ? [embed] : []) + [.init("calculate", settings)],
      summary: (conformers > 0 ? "\(name), \(number)" : name) + electrons.summary)
  }
}
