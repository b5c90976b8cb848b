import Acquisition
import Campaign
import Chemistry
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
    #expect(specification.objectives == [Objective(property: "gap", goal: .window(lower: 1.0, upper: 1.6))])
    #expect(specification.filter.allowedElements == ["H", "C", "N", "O"])
    #expect(specification.filter.heavyAtoms == 3...12)
    #expect(specification.budget.calculations == 20)
    #expect(specification.budget.batch == 5)
    #expect(specification.policy == .surrogate)
    #expect(specification.corpus == .builtIn)
  }

  @Test("Comments, order and defaults written out make no difference")
  func normalForm() throws {
    let plain = try Specification(file: "small.yaml", text: file())
    let other = try Specification(
      file: "small.yaml",
      text: "policy: surrogate # the default\n" + file(replacing: "seed: 7\n", with: "") + "\nseed: 7\n")
    #expect(plain == other)
    #expect(other.fixedKeys(changedFrom: plain).isEmpty)
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
        "small.yaml:5: 'objectives[1].window' is upside down: its lower end 1.6 is above its upper end 1.0."
      ),
      ("[1.0, 1.6]", "[1.0]", "small.yaml:5: 'objectives[1].window' must have two ends, as in [1.0, 1.6]."),
      ("[1.0, 1.6]", "[null, null]", "small.yaml:5: 'objectives[1].window' must have at least one end."),
      (
        "[1.0, 1.6]", "[.nan, 1.0]",
        "small.yaml:5: 'objectives[1].window' must have numbers as its ends, or null for an open end."
      ),
      (
        "name: small", "name: ../evil",
        "small.yaml:1: 'name' must be up to 64 letters, digits, '-', '_' or '.', and begin with a letter, digit or '_'."
      ),
      ("batch: 5", "batch: 0", "small.yaml:14: 'budget.batch' is 0; it must be 1 to 10000."),
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
      ("heavy_atoms: [3, 12]", "forbidden: ['[N+']", "small.yaml:7:", "[N+"),
    ])
  func refusedByAnotherRoom(part: String, other: String, place: String, words: String) {
    let text = message(file(replacing: part, with: other))
    #expect(text.hasPrefix(place), "\(text)")
    #expect(text.contains(words), "\(text)")
  }

  @Test("An empty file, a list, broken YAML and a key that stands twice are refused")
  func notAMapping() {
    #expect(message("") == "small.yaml: The file is empty; 'cohobate new NAME' writes one to start from.")
    #expect(message("- a\n- b\n") == "small.yaml:1: The file must be a list of 'key: value' lines.")
    #expect(message("name: [a\n").hasPrefix("small.yaml:2: This is not YAML:"))
    #expect(message(file() + "\nname: twice\n").contains("stands twice"))
  }

  @Test("A file that is not there is named")
  func noFile() {
    #expect(throws: SpecificationError.self) { try CampaignFile(path: "/nowhere/at/all.yaml") }
  }

  @Test("Only the ends of the budget may change under a database")
  func changes() throws {
    let before = try Specification(file: "small.yaml", text: file())
    let more = try Specification(
      file: "small.yaml", text: file(replacing: "calculations: 20", with: "calculations: 40"))
    #expect(more.fixedKeys(changedFrom: before).isEmpty)
    let other = try Specification(file: "small.yaml", text: file(replacing: "batch: 5", with: "batch: 6"))
    #expect(other.fixedKeys(changedFrom: before) == ["budget"])
    let seed = try Specification(file: "small.yaml", text: file(replacing: "seed: 7", with: "seed: 8"))
    #expect(seed.fixedKeys(changedFrom: before) == ["seed"])
  }
}
