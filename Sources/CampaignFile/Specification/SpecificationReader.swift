import Acquisition
import Calculation
import Chemistry
import Files
import Foundation
import GaussianProcess
import MolecularDesign
import Numerics
import Tables

extension Specification {
  /// Parses the text of a campaign file; `file` is its path, for messages and for relative paths in it.
  ///
  /// It accesses nothing on the machine: whether the corpus and the calculator exist is checked elsewhere.
  public init(file: String, text: String) throws(SpecificationError) {
    let top = try YAMLSection(file: file, text: text)
    try top.allow([
      "name", "seed", "objectives", "molecules", "calculator", "screen", "confirm", "corpus", "pool", "policy",
      "surrogate", "acquisition",
      "design", "budget",
    ])
    name = try Self.name(in: top)
    guard let seed = try top.seed("seed") else { throw top.missing("seed", "such as 'seed: 1'") }
    self.seed = seed
    objectives = try Self.objectives(in: top)
    calculator = try Self.calculator(in: top)
    screen = try Self.screen(in: top, beside: calculator)
    confirm = try Self.confirm(in: top, beside: calculator)
    corpus = try Self.molecules("corpus", in: top) ?? .builtIn
    pool = try Self.molecules("pool", in: top)
    salts = try top.isMapping("pool") ? top.section("pool")?.choice("salts") ?? .refuse : .refuse
    kind = try Self.kind(in: top)
    filter = try Self.anyFilter(in: top)
    knownFiles = try Self.knownFiles(in: top)
    policy = try top.choice("policy") ?? .surrogate
    let surrogate = try Self.surrogate(in: top)
    self.surrogate = try kind == .composition ? Self.surrogateOfCompositions(surrogate, in: top) : surrogate
    acquisition = try Self.acquisition(in: top)
    budget = try Self.budget(in: top, objectives: objectives, policy: policy)
    languageModel = LanguageModelSettings()
    design = DesignSettings()
    candidates = max(500, budget.batch)
    // A pool is to be chosen from, unless stated otherwise.
    proposesNewMolecules = pool == nil
    if kind == .composition { design.mode = .search }
    try readDesign(in: top)
    if kind == .composition { try requirePool(in: top) }
    guard usesCorpus || !top.keys.contains("corpus") else {
      throw top.error(
        "corpus",
        "has no effect beside 'pool': no molecules are invented, so that no language model learns from it; remove it, or state "
          + "'new_molecules: true' under 'design'.")
    }
  }

  private static func name(in top: YAMLSection) throws(SpecificationError) -> String {
    guard let name = try top.string("name") else { throw top.missing("name", "such as 'name: quickstart'") }
    let allowed = name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar))
    }
    guard allowed, !name.isEmpty, !name.hasPrefix("."), !name.hasPrefix("-"), name.count <= 64 else {
      throw top.error(
        "name", "must be up to 64 letters, digits, '-', '_' or '.', and begin with a letter, digit or '_'.")
    }
    return name
  }

  private static func calculator(in top: YAMLSection) throws(SpecificationError) -> CalculatorChoice {
    guard let section = try top.section("calculator") else {
      throw top.missing("calculator", "such as 'program: xtb'")
    }
    guard let name = try section.string("program") else { throw section.missing("program", "such as 'program: xtb'") }
    return CalculatorChoice(name: name, settings: try section.settings(besides: ["program"]))
  }

  /// The keys of `design` that matter only if molecules are invented.
  static let keysOfInvention = ["mode", "order", "particles", "steps", "sweeps", "longest_deletion", "widen"]

  /// Reads the settings of the language model and of the designer.
  private mutating func readDesign(in top: YAMLSection) throws(SpecificationError) {
    guard let section = try top.section("design") else { return }
    try section.allow(Self.keysOfInvention + ["candidates", "new_molecules"])
    design.mode = try section.choice("mode") ?? design.mode
    design.widenings = try section.integer("widen", in: 0...100) ?? design.widenings
    languageModel.order = try section.integer("order", in: 1...100) ?? languageModel.order
    design.particles = try section.integer("particles", in: 2...1_000_000) ?? design.particles
    design.steps = try section.integer("steps", in: 1...10_000) ?? design.steps
    design.sweeps = try section.integer("sweeps", in: 1...1_000) ?? design.sweeps
    design.longestDeletion = try section.integer("longest_deletion", in: 1...1_000) ?? design.longestDeletion
    candidates = try section.integer("candidates", in: 1...1_000_000) ?? candidates
    proposesNewMolecules = try section.boolean("new_molecules") ?? proposesNewMolecules
    if kind == .composition { try readDesignOfCompositions(in: section) }
    guard candidates >= budget.batch else {
      throw section.error(
        "candidates", "is \(candidates); it must be at least 'budget.batch', which is \(budget.batch).")
    }
  }

  /// The source of molecules under a key: `built-in`, a path, or a path with a column.
  private static func molecules(_ key: String, in top: YAMLSection) throws(SpecificationError) -> CorpusSource? {
    guard top.isMapping(key), let section = try top.section(key) else {
      return try top.string(key).map { $0 == "built-in" ? .builtIn : .file(path: top.resolve($0), column: nil) }
    }
    try section.allow(["file", "column"] + (key == "pool" ? ["salts"] : []))
    guard let path = try section.string("file") else {
      throw section.missing("file", "the path of a .smi, .csv or .sdf file")
    }
    return .file(path: section.resolve(path), column: try section.string("column"))
  }

  private static func surrogate(in top: YAMLSection) throws(SpecificationError) -> SurrogateChoice {
    var choice = SurrogateChoice(model: .automatic, library: LibraryName.builtIn, sources: nil)
    guard let section = try top.section("surrogate") else { return choice }
    try section.allow(["model", "library", "sources"])
    if section.isList("model") {
      choice.model = try model(section.strings("model") ?? [], in: section)
    } else if let name = try section.string("model") {
      choice.model = try model([name], in: section)
    }
    if let name = try section.string("library") { choice.library = try library(name, in: section) }
    choice.sources = try section.strings("sources")
    guard choice.sources?.isEmpty != true else {
      throw section.error(
        "sources", "must name at least one property; leave it out for all, or state 'library: none' for no transfer.")
    }
    guard choice.sources == nil || choice.library != nil else {
      throw section.error("sources", "has no effect with 'library: none'; remove one of them.")
    }
    return choice
  }

  /// The library with a name, or the path of its file; nil for none.
  private static func library(_ name: String, in section: YAMLSection) throws(SpecificationError) -> String? {
    switch name {
    case LibraryName.builtIn: return name
    case "none": return nil
    default:
      // Not taken for files, which would then be missing.
      let letters = name.lowercased().filter(\.isLetter)
      guard
        name.contains(where: { "./".contains($0) }) || !["builtin", "none", "no", "off", "default"].contains(letters)
      else {
        throw section.error("library", "is '\(name)'; it must be built-in, none, or a file such as models.sqlite.")
      }
      return section.resolve(name)
    }
  }

  private static func model(_ names: [String], in section: YAMLSection) throws(SpecificationError) -> ModelChoice {
    do throws(GaussianProcessError) {
      return try ModelChoice(named: names)
    } catch {
      let message = error.description.prefix(1).lowercased() + error.description.dropFirst()
      throw SpecificationError(
        file: section.file, line: section.line(of: "model"), message: "'\(section.name("model"))': \(message)")
    }
  }

  private static func acquisition(in top: YAMLSection) throws(SpecificationError) -> AcquisitionChoice {
    var choice = AcquisitionChoice(name: LogWindowProbability.name, options: [:])
    var (section, key) = (top, "acquisition")
    if top.isMapping("acquisition"), let inner = try top.section("acquisition") {
      (section, key) = (inner, "function")
      for option in inner.keys where option != key { choice.options[option] = try inner.number(option) }
    }
    choice.name = try section.string(key) ?? choice.name
    do {
      _ = try choice.function(stream: RandomStream(seed: 0))
    } catch {
      throw SpecificationError(
        file: top.file, line: section.line(of: key), message: UnknownName.sentence(error))
    }
    return choice
  }

  private static func budget(
    in top: YAMLSection, objectives: [Target], policy: Policy
  ) throws(SpecificationError) -> Budget {
    guard let section = try top.section("budget") else {
      throw top.missing("budget", "such as 'calculations: 80'")
    }
    try section.allow(["calculations", "initial", "batch", "ahead", "hits", "until", "consecutive_failures"])
    guard let calculations = try section.integer("calculations", in: 1...10_000_000) else {
      throw section.missing("calculations", "how many molecules are calculated in all")
    }
    let batch = try section.integer("batch", in: 1...10_000) ?? 8
    let initial = try section.integer("initial", in: 1...1_000_000) ?? max(10, 2 * batch)
    return Budget(
      calculations: calculations, initial: initial, batch: batch,
      ahead: try ahead(in: section, of: top, initial: initial),
      hits: try section.integer("hits", in: 1...10_000_000),
      leastGain: try leastGain(in: section, objectives: objectives, policy: policy),
      consecutiveFailures: try section.integer("consecutive_failures", in: 1...1_000_000) ?? 20)
  }

  private static func ahead(
    in section: YAMLSection, of top: YAMLSection, initial: Int
  ) throws(SpecificationError) -> Int {
    let ahead = try section.integer("ahead", in: 0...999_999) ?? 0
    guard ahead > 0 else { return 0 }
    guard ahead < initial else {
      throw section.error(
        "ahead",
        "is \(ahead); it must be less than 'budget.initial', which is \(initial), so that the first batch after it has outcomes to learn "
          + "from.")
    }
    for key in ["screen", "confirm"] where top.keys.contains(key) {
      throw section.error(
        "ahead", "has no effect beside '\(key)', which waits for the outcomes of a batch; remove one of them.")
    }
    if try calculator(in: top).name == ByHandCalculator.name {
      throw section.error(
        "ahead",
        "needs a program that calculates; where people do, 'cohobate suggest --count' chooses further molecules while others are "
          + "pending.")
    }
    return ahead
  }

  /// The number in `until: gain < NUMBER`.
  private static func leastGain(
    in section: YAMLSection, objectives: [Target], policy: Policy
  ) throws(SpecificationError) -> Double? {
    guard let text = try section.string("until") else { return nil }
    let words = text.split(separator: "<", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard words.count == 2, words[0] == "gain", let least = decimalNumber(words[1]), least > 0 else {
      throw section.error("until", "is '\(text)'; it must be 'gain < ' and a number above 0, such as 'gain < 0.1'.")
    }
    guard policy == .surrogate else {
      throw section.error("until", "needs 'policy: surrogate', because only a surrogate expects a gain; remove it.")
    }
    guard ExpectedGain.Kind(of: objectives) != nil else {
      throw section.error(
        "until",
        "needs at most four objectives with 'goal: maximize' or 'goal: minimize', because more of them have no front whose "
          + "volume could grow; give the others a window, or remove it.")
    }
    return least
  }
}

extension YAMLSection {
  func missing(_ key: String, _ example: String) -> SpecificationError {
    let place = path.isEmpty ? key : "\(path).\(key)"
    return SpecificationError(file: file, line: line, message: "The key '\(place)' is missing: \(example).")
  }

  func choice<Value: RawRepresentable<String> & CaseIterable>(_ key: String) throws(SpecificationError) -> Value? {
    guard let text = try string(key) else { return nil }
    guard let value = Value(rawValue: text) else {
      let values = Value.allCases.map(\.rawValue)
      throw error(
        key, "is '\(text)'; it must be \(values.joined(separator: " or "))." + suggestion(for: text, among: values))
    }
    return value
  }

  /// Resolves a path of the campaign file, which is relative to the file's own folder.
  func resolve(_ relative: String) -> String {
    guard !relative.hasPrefix("/") else { return relative }
    let folder = file.folderOfPath
    return folder.isEmpty ? relative : folder == "/" ? "/\(relative)" : "\(folder)/\(relative)"
  }
}
