import Acquisition
import CampaignFile
import CampaignTesting
import Chemistry
import GaussianProcess
import MolecularDesign
import Testing

/// A campaign file that is right, with one part of it replaced.
private func file(replacing part: String = "", with other: String = "") -> String {
  let whole = """
    name: small
    seed: 7
    objectives:
      - property: gap
        window: [1.0, 1.6]
    molecules:
      elements: [H, C, N, O]
      heavy_atoms: [3, 12]
    calculator:
      program: xtb
      conformers: 2
    budget:
      calculations: 20
      batch: 5
    """
  return part.isEmpty ? whole : whole.replacing(part, with: other)
}

private let wholeEnds = "small.yaml:8: 'molecules.heavy_atoms' must have whole numbers from 1 to 1000 as its bounds."

private func message(_ text: String) -> String {
  do {
    _ = try CampaignFile(path: "small.yaml", text: text).calculator()
    return "accepted"
  } catch {
    return error.description
  }
}

@Suite("The campaign file")
struct SpecificationReaderTests {
  @Test("A whole file is read, and defaults are filled in")
  func whole() throws {
    let specification = try Specification(file: "small.yaml", text: file())
    #expect(specification.name == "small")
    #expect(specification.seed == 7)
    #expect(specification.objectives == [Target(property: "gap", goal: .window(lower: 1.0, upper: 1.6))])
    #expect(specification.filter.allowedElements == ["H", "C", "N", "O"])
    #expect(specification.filter.limits == [.heavyAtoms: FilterLimit(3...12)])
    #expect(specification.budget.calculations == 20)
    #expect(specification.budget.batch == 5)
    #expect(specification.policy == .surrogate)
    #expect(specification.corpus == .builtIn)
  }

  @Test("A model is named, made of terms, or automatic")
  func models() throws {
    func model(_ value: String) throws -> ModelChoice {
      try Specification(file: "small.yaml", text: file() + "\nsurrogate: {model: \(value)}\n").surrogate.model
    }
    #expect(try Specification(file: "small.yaml", text: file()).surrogate.model == .automatic)
    #expect(try model("standard") == .named(.standard) && model("detailed") == .named(.detailed))
    #expect(try model("automatic") == .automatic && model("[automatic]") == .automatic)
    #expect(try model("['minmax(maccs)']") == .named(MolecularModel(on: [.maccs])))
    let error = #expect(throws: SpecificationError.self) { try model("automatical") }
    #expect(
      error?.message.hasPrefix("'surrogate.model': there is no model or term 'automatical'. Use automatic, ") == true)
    #expect(throws: SpecificationError.self) { try model("[automatic, standard]") }
  }

  @Test("The built-in library serves unless the file says otherwise")
  func libraries() throws {
    func library(_ surrogate: String) throws -> String? {
      try Specification(file: "small.yaml", text: file() + "\n\(surrogate)\n").surrogate.library
    }
    #expect(try library("") == "built-in" && library("surrogate: {library: built-in}") == "built-in")
    #expect(try library("surrogate: {model: standard}") == "built-in")
    #expect(try library("surrogate: {library: none}") == nil)
    #expect(try library("surrogate: {library: models.sqlite}") == "models.sqlite")
    #expect(try library("surrogate: {library: /a/none.sqlite}") == "/a/none.sqlite")
    for wrong in ["builtin", "None", "built_in", "'off'"] {
      let error = #expect(throws: SpecificationError.self) { try library("surrogate: {library: \(wrong)}") }
      #expect(error?.message.hasSuffix("it must be built-in, none, or a file such as models.sqlite.") == true)
    }
    let error = #expect(throws: SpecificationError.self) { try library("surrogate: {library: none, sources: [gap]}") }
    #expect(error?.message.contains("'library: none'") == true, "\(String(describing: error))")
    #expect(try library("surrogate: {sources: [gap]}") == "built-in")
  }

  @Test("Comments, order and defaults written out make no difference")
  func normalForm() throws {
    let plain = try Specification(file: "small.yaml", text: file())
    let other = try Specification(
      file: "small.yaml",
      text: "policy: surrogate # the default\n" + file(replacing: "seed: 7\n", with: "") + "\nseed: 7\n")
    #expect(plain == other)
    #expect(other.changedKeys(from: plain).isEmpty)
  }

  @Test("The seed may be any 64-bit number")
  func largeSeed() throws {
    let text = file(replacing: "seed: 7", with: "seed: 18446744073709551615")
    #expect(try Specification(file: "small.yaml", text: text).seed == .max)
  }

  @Test(
    "What is wrong is named with its line and the way out",
    arguments: [
      ("seed: 7", "sede: 7", "small.yaml:2: The key 'sede' is unknown; did you mean 'seed'?"),
      ("seed: 7", "seed: seven", "small.yaml:2: 'seed' must be a whole number from 0 to 18446744073709551615."),
      ("seed: 7", "seed: -1", "small.yaml:2: 'seed' must be a whole number from 0 to 18446744073709551615."),
      (
        "[1.0, 1.6]", "[1.6, 1.0]",
        "small.yaml:5: 'objectives[1].window' is reversed: its lower bound 1.6 is above its upper bound 1.0."
      ),
      ("[1.0, 1.6]", "[1.0]", "small.yaml:5: 'objectives[1].window' must have two bounds, as in [1.0, 1.6]."),
      ("[1.0, 1.6]", "[null, null]", "small.yaml:5: 'objectives[1].window' must have at least one bound."),
      (
        "[1.0, 1.6]", "[.nan, 1.0]",
        "small.yaml:5: 'objectives[1].window' must have numbers as its bounds, or null for an open bound."
      ),
      (
        "name: small", "name: ../evil",
        "small.yaml:1: 'name' must be up to 64 letters, digits, '-', '_' or '.', and begin with a letter, digit or '_'."
      ),
      ("batch: 5", "batch: 0", "small.yaml:14: 'budget.batch' is 0; it must be 1 to 10000."),
      ("heavy_atoms: [3, 12]", "heavy_atoms: [3.5, 12]", wholeEnds),
      ("heavy_atoms: [3, 12]", "heavy_atoms: [0, 12]", wholeEnds),
      ("heavy_atoms: [3, 12]", "heavy_atoms: [2000, null]", wholeEnds),
      ("heavy_atoms: [3, 12]", "heavy_atoms: [1, 1e300]", wholeEnds),
      ("heavy_atoms: [3, 12]", "heavy_atoms: [null, 0]", wholeEnds),
      (
        "heavy_atoms: [3, 12]", "heavy_atoms: [12, 3]",
        "small.yaml:8: 'molecules.heavy_atoms' is reversed: its lower bound 12.0 is above its upper bound 3.0."
      ),
      (
        "heavy_atoms: [3, 12]", "molecular_weight: [null, -5]",
        "small.yaml:8: 'molecules.molecular_weight' must have numbers from 0 to 100000 as its bounds."
      ),
      (
        "heavy_atoms: [3, 12]", "alerts: [NHI]",
        "small.yaml:8: 'molecules.alerts' has no catalogue 'NHI'; there are PAINS, PAINS_A, PAINS_B, PAINS_C, BRENK, NIH, "
          + "ZINC. Did you mean 'NIH'?"
      ),
      ("conformers: 2", "time_limit: .inf", "small.yaml:11: 'calculator.time_limit' must be a finite number."),
      ("batch: 5", "bath: 5", "small.yaml:14: The key 'budget.bath' is unknown; did you mean 'batch'?"),
    ])
  func refused(part: String, other: String, expected: String) {
    #expect(message(file(replacing: part, with: other)) == expected)
  }

  @Test(
    "The thing and the line are named where another room finds the fault",
    arguments: [
      ("property: gap", "property: boiling_point", "small.yaml:4:", "'xtb' does not give; it gives gap"),
      ("program: xtb", "program: gaussian", "small.yaml:10:", "gaussian"),
      ("heavy_atoms: [3, 12]", "forbidden: ['[N+']", "small.yaml:8:", "[N+"),
    ])
  func refusedByAnotherRoom(part: String, other: String, place: String, words: String) {
    let text = message(file(replacing: part, with: other))
    #expect(text.hasPrefix(place), "\(text)")
    #expect(text.contains(words), "\(text)")
  }

  @Test("The design's settings are all read, and checked")
  func design() throws {
    let design = """

      design:
        order: 7
        particles: 50
        steps: 4
        sweeps: 2
        longest_deletion: 9
        candidates: 60
      """
    let specification = try Specification(file: "small.yaml", text: file() + design)
    #expect(specification.languageModel == LanguageModelSettings(order: 7))
    #expect(specification.design == DesignSettings(particles: 50, steps: 4, sweeps: 2, longestDeletion: 9))
    #expect(specification.candidates == 60)
    let plain = try Specification(file: "small.yaml", text: file())
    #expect(specification.changedKeys(from: plain) == ["design"])
    #expect(plain.languageModel == LanguageModelSettings())
    #expect(plain.design == DesignSettings())
    #expect(plain.candidates == 500)
    func refusal(_ part: String, _ other: String) -> String { message(file() + design.replacing(part, with: other)) }
    #expect(refusal("order: 7", "order: 0") == "small.yaml:16: 'design.order' is 0; it must be 1 to 100.")
    #expect(
      refusal("candidates: 60", "candidates: 4")
        == "small.yaml:21: 'design.candidates' is 4; it must be at least 'budget.batch', which is 5.")
    #expect(
      refusal("sweeps: 2", "swweeps: 2") == "small.yaml:19: The key 'design.swweeps' is unknown; did you mean 'sweeps'?"
    )
  }

  @Test(
    "Acquisition functions are read with their options",
    arguments: [
      ("acquisition: greedy", "greedy", [:]),
      ("acquisition: {function: upper-confidence-bound, beta: 3}", "upper-confidence-bound", ["beta": 3]),
    ] as [(String, String, [String: Double])])
  func acquisition(text: String, name: String, options: [String: Double]) throws {
    let choice = try Specification(file: "small.yaml", text: text + "\n" + file()).acquisition
    #expect(choice.name == name && choice.options == options)
  }

  @Test(
    "Acquisition functions and options that are not there are refused with the line",
    arguments: [
      (
        "acquisition: gredy",
        "small.yaml:1: There is no acquisition function 'gredy': choose one of "
          + "\(AcquisitionFunctions.names.joined(separator: ", ")). Did you mean 'greedy'?"
      ),
      (
        "acquisition: {function: upper-confidence-bound, bet: 3}",
        "small.yaml:1: The acquisition function 'upper-confidence-bound' has no option 'bet': it takes beta. Did you mean "
          + "'beta'?"
      ),
      ("acquisition: best", "small.yaml:1: There is no acquisition function 'best'"),
      ("acquisition: {function: greedy, beta: 3}", "small.yaml:1: The acquisition function 'greedy' has no option"),
    ])
  func noAcquisition(text: String, words: String) {
    #expect(message(text + "\n" + file()).hasPrefix(words))
  }

  @Test(
    "Paths of the corpus are beside the campaign file",
    arguments: [
      ("corpus: built-in", CorpusSource.builtIn), ("corpus: a.smi", .file(path: "folder/a.smi", column: nil)),
      ("corpus: /a.smi", .file(path: "/a.smi", column: nil)),
      ("corpus: {file: a.csv, column: SMILES}", .file(path: "folder/a.csv", column: "SMILES")),
    ])
  func corpus(text: String, source: CorpusSource) throws {
    #expect(try Specification(file: "folder/small.yaml", text: text + "\n" + file()).corpus == source)
  }

  @Test("Beside a pool nothing is invented unless that is stated, and a corpus is then of no use")
  func pool() throws {
    let plain = try Specification(file: "folder/small.yaml", text: file())
    #expect(plain.pool == nil && plain.proposesNewMolecules && plain.usesCorpus)
    #expect(plain.settings(in: "folder/small.yaml")["pool"] == nil)
    let pool = try Specification(
      file: "folder/small.yaml", text: "pool: {file: a.csv, column: SMILES}\n" + file())
    #expect(pool.pool == .file(path: "folder/a.csv", column: "SMILES"))
    #expect(!pool.proposesNewMolecules && !pool.usesCorpus)
    #expect(pool.settings(in: "folder/small.yaml")["pool"] == "a.csv, column SMILES")
    #expect(pool.settings(in: "folder/small.yaml")["corpus"] == nil)
    #expect(pool.changedKeys(from: plain) == ["pool", "design"])
    #expect(pool.salts == .refuse && pool.settings(in: "folder/small.yaml")["pool.salts"] == nil)
    let stripping = try Specification(
      file: "folder/small.yaml", text: "pool: {file: a.csv.gz, salts: strip}\n" + file())
    #expect(stripping.salts == .strip && stripping.settings(in: "folder/small.yaml")["pool.salts"] == "strip")
    #expect(message("pool: {file: a.smi, salts: keep}\n" + file()).contains("it must be refuse or strip"))
    #expect(message("corpus: {file: a.smi, salts: strip}\n" + file()).contains("salts"))
    let both = try Specification(
      file: "folder/small.yaml", text: "pool: a.smi\ncorpus: b.smi\ndesign: {new_molecules: true}\n" + file())
    #expect(both.pool == .file(path: "folder/a.smi", column: nil) && both.proposesNewMolecules && both.usesCorpus)
    #expect(both.corpus == .file(path: "folder/b.smi", column: nil))
    #expect(
      message("corpus: b.smi\npool: a.smi\n" + file()).hasPrefix("small.yaml:1: 'corpus' has no effect beside 'pool'"))
    #expect(message("pool: {column: a}\n" + file()).contains("The key 'pool.file' is missing"))
  }

  @Test("The first batch's default does not depend on the number of calculations, which may change")
  func initialDefault() throws {
    let few = try Specification(file: "small.yaml", text: file(replacing: "calculations: 20", with: "calculations: 4"))
    #expect(few.budget.initial == 10)
    #expect(few.budget.consecutiveFailures == 20 && few.budget.hits == nil)
    #expect(try Specification(file: "small.yaml", text: file()).budget.initial == 10)
  }

  @Test(
    "A design may go ahead of fewer calculations than the first batch has, and of those of a program without a screen")
  func ahead() throws {
    func ahead(_ value: String, _ more: String = "") -> String {
      more + file(replacing: "calculations: 20", with: "calculations: 20\n  ahead: \(value)")
    }
    #expect(try Specification(file: "small.yaml", text: file()).budget.ahead == 0)
    #expect(try Specification(file: "small.yaml", text: ahead("0", "screen: {program: libxtb}\n")).budget.ahead == 0)
    #expect(try Specification(file: "small.yaml", text: ahead("9")).budget.ahead == 9)
    #expect(message(ahead("10")).contains("'budget.ahead' is 10; it must be less than 'budget.initial', which is 10"))
    #expect(message(ahead("-1")).contains("'budget.ahead'"))
    for key in ["screen", "confirm"] {
      #expect(
        message(ahead("4", "\(key): {program: libxtb}\n")).contains("'budget.ahead' has no effect beside '\(key)'"))
    }
  }

  @Test("The least gain is read, and what is no such text is refused")
  func leastGain() throws {
    func until(_ until: String, objective: String = "window: [1.0, 1.6]") -> String {
      file(replacing: "calculations: 20", with: "calculations: 20\n  until: \(until)")
        .replacing("window: [1.0, 1.6]", with: objective)
    }
    let read = try Specification(file: "small.yaml", text: until("gain < 0.1"))
    #expect(read.budget.leastGain == 0.1 && read.budget.until == "gain < 0.1")
    #expect(
      try Specification(file: "small.yaml", text: until("gain<2e-3", objective: "goal: maximize")).budget.leastGain
        == 0.002)
    #expect(try Specification(file: "small.yaml", text: file()).budget.until == nil)
    for text in [
      "gain", "gain < 0", "gain < -1", "gain > 0.1", "gain < inf", "hits < 1", "gain < 1 < 2", "0.1", "gain <",
    ] {
      #expect(
        message(until(text)).contains(
          "'budget.until' is '\(text)'; it must be 'gain < ' and a number above 0, such as 'gain < 0.1'."),
        "\(message(until(text)))")
    }
    #expect(
      message("policy: random\n" + until("gain < 0.1")).contains(
        "'budget.until' needs 'policy: surrogate', because only a surrogate expects a gain; remove it."))
    func goals(_ others: String...) -> String {
      until(
        "gain < 0.1", objective: others.reduce("goal: maximize") { "\($0)\n  - property: \($1)\n    goal: minimize" })
    }
    #expect(try Specification(file: "small.yaml", text: goals("dipole")).budget.leastGain == 0.1)
    #expect(try Specification(file: "small.yaml", text: goals("dipole", "homo", "lumo")).budget.leastGain == 0.1)
    let five = goals("dipole", "homo", "lumo", "energy")
    #expect(
      message(five).contains(
        "'budget.until' needs at most four objectives with 'goal: maximize' or 'goal: minimize', because more of them have "
          + "no front whose volume could grow; give the others a window, or remove it."), "\(message(five))")
  }

  @Test("An empty file, a list, broken YAML and a key that stands twice are refused")
  func notAMapping() {
    #expect(message("") == "small.yaml: The file is empty; 'cohobate new NAME' writes one to start from.")
    #expect(message("- a\n- b\n") == "small.yaml:1: The file must be a list of 'key: value' lines.")
    #expect(message("name: [a\n").hasPrefix("small.yaml:2: This is not YAML:"))
    #expect(message(file() + "\nname: twice\n").contains("occurs twice"))
  }

  @Test("A file that is not there is named")
  func noFile() {
    #expect(throws: SpecificationError.self) { try CampaignFile(path: "/nowhere/at/all.yaml") }
  }
}
