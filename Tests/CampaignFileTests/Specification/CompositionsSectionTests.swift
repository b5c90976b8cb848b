import CampaignFile
import Chemistry
import GaussianProcess
import MolecularDesign
import Testing

/// A campaign file of compositions whose section `molecules` has some lines, the first of which is line 10.
private func file(_ lines: String = "", program: String = "table, file: a.csv", more: String = "pool: oxides.csv")
  -> String
{
  """
  name: small
  seed: 7
  objectives:
    - property: gap
      window: [1.0, 1.6]
  calculator: {program: \(program)}
  budget: {calculations: 20}
  molecules:
    kind: composition
    \(lines)
  \(more)
  """
}

private func read(_ lines: String = "", more: String = "pool: oxides.csv") throws(SpecificationError) -> Specification {
  try Specification(file: "small.yaml", text: file(lines, more: more))
}

private func message(_ lines: String = "", more: String = "pool: oxides.csv") -> String {
  do {
    _ = try read(lines, more: more)
    return "accepted"
  } catch {
    return error.description
  }
}

@Suite struct CompositionsSectionTests {
  @Test func theKindIsRead() throws {
    #expect(try read().kind == .composition)
    #expect(
      try Specification(file: "a.yaml", text: file().replacing("kind: composition", with: "kind: molecule")).kind
        == .molecule)
    #expect(
      message("number_of_elements: 3") == "small.yaml:10: 'molecules.number_of_elements' must be a list, as in [a, b].")
  }

  @Test func theFilterIsRead() throws {
    let filter = try read(
      """
      elements: [Fe, Mn, O]
        required_elements: [O]
        number_of_elements: [2, null]
        charge_neutral: true
        electronegativity_ordered: true
        minimum_distance: 0.1
      """
    ).filter
    #expect(filter.allowedElements == ["Fe", "Mn", "O"] && filter.minimumDistance == 0.1)
    #expect(
      filter.compositions
        == CompositionFilter(
          numberOfElements: FilterLimit(least: 2), requiredElements: ["O"], isChargeNeutral: true,
          isElectronegativityOrdered: true))
    #expect(try read().filter == MoleculeFilter())
  }

  @Test func conditionsForMoleculesAreRefused() {
    #expect(message("logp: [0, 1]").hasPrefix("small.yaml:10: 'molecules.logp' is a condition for molecules"))
    #expect(message("nonsense: 1").contains("is unknown"))
    #expect(message("required_elements: [Xx]").hasPrefix("small.yaml:10:"))
    #expect(message("number_of_elements: [1.5, 2]").contains("whole numbers"))
  }

  @Test func aPoolIsRequiredAndACorpusIsNot() {
    #expect(message(more: "seed_: 1").contains("seed_"))
    #expect(message(more: "policy: random").contains("The key 'pool' is missing"))
    #expect(message(more: "corpus: a.smi\npool: b.csv").contains("'corpus' is for molecules"))
    #expect(message(more: "pool: {file: b.csv, salts: strip}").contains("'salts'"))
  }

  @Test func theSurrogateIsThatOfCompositions() throws {
    let specification = try read()
    #expect(specification.surrogate.model == .automaticOfCompositions && specification.surrogate.library == nil)
    #expect(try read(more: "pool: a.csv\nsurrogate: {model: standard}").surrogate.model == .named(.composition))
    #expect(message(more: "pool: a.csv\nsurrogate: {model: detailed}").contains("describes the bonds of a molecule"))
    #expect(message(more: "pool: a.csv\nsurrogate: {library: built-in}").contains("whose models are of molecules"))
    #expect(try read(more: "pool: a.csv\nsurrogate: {library: mine.sqlite}").surrogate.library == "mine.sqlite")
    #expect(specification.settings(in: "small.yaml")["molecules.kind"] == "composition")
  }

  @Test func newOnesAreSearchedAndNotSampled() throws {
    let specification = try read(more: "pool: a.csv\ndesign: {new_molecules: true, particles: 30}")
    #expect(specification.proposesNewMolecules && specification.design.mode == .search && !specification.usesCorpus)
    #expect(message(more: "pool: a.csv\ndesign: {mode: sample}").contains("belongs to the language model"))
  }

  @Test(arguments: [
    ("xtb", false), ("mopac", false), ("by-hand, properties: {gap: eV}", true),
    ("command, command: [sh, a.sh, \"{smiles}\"], properties: {gap: eV}", true),
    ("command, command: [sh, a.sh, \"{xyz}\"], properties: {gap: eV}", false),
    ("worker, command: [sh, a.sh], properties: {gap: eV}", true),
    ("worker, command: [sh, a.sh], properties: {gap: eV}, conformers: 2", false),
  ])
  func whatNeedsAtomsInSpaceIsRefusedInASentence(program: String, isTaken: Bool) throws {
    let campaign = try CampaignFile(path: "small.yaml", text: file(program: program))
    do {
      _ = try campaign.calculator()
      #expect(isTaken, "\(program)")
    } catch {
      #expect(!isTaken, "\(error)")
      #expect(error.description.hasPrefix("small.yaml:"), "\(error)")
    }
  }
}
