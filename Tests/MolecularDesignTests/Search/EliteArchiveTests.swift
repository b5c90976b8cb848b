import Chemistry
import MolecularDesign
import Numerics
import Testing

@Suite struct EliteArchiveTests {
  private func cell(_ smiles: String) throws -> ArchiveCell { ArchiveCell(try Molecule(smiles: smiles)) }

  @Test func theKindIsSizeRingsAndHeteroatoms() throws {
    #expect(try cell("CCCCO") == cell("CCCCN"))
    #expect(try cell("CCCCO") != cell("CCCCCCCO"), "size")
    #expect(try cell("CCCCCC") != cell("C1CCCCC1"), "rings")
    #expect(try cell("CCCCCC") != cell("COCCOC"), "heteroatoms")
    // Chlorine is no carbon, though its symbol begins with the same letter.
    #expect(try cell("ClCl") == cell("OO"))
    #expect(try cell("c1ccc2c(c1)C1CC3CC2CC(C1)C3") < cell("CCCCCCCCCCCCCCCCCC"), "the order is by size first")
  }

  private static let settings = DesignSettings(mode: .search, particles: 100, steps: 6)

  /// A run that looks for molecules of 200 g/mol, with its archive after each step.
  private func run(_ settings: DesignSettings = settings) throws -> [SearchState] {
    let corpus = try ordinarySMILES.map { try Molecule(smiles: $0) }
    let model = try LanguageModel(
      training: corpus, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    let designer = Designer(model: model, filter: MoleculeFilter(), settings: settings, corpus: corpus)
    let weigh = { @Sendable (molecules: [Molecule], _: Int) in molecules.map { [-abs($0.molecularWeight - 200)] } }
    var run = try DesignRun(
      designer, from: corpus, excluding: [], stream: RandomStream(seed: 2), logLikelihoods: weigh)
    var states: [SearchState] = []
    while !run.isFinished {
      try run.step(weigh)
      states.append(try #require(run.checkpoint.search))
    }
    return states
  }

  @Test func eachKindKeepsItsBest() throws {
    let states = try run()
    for state in states {
      let best = Dictionary(grouping: state.members, by: \.cell).compactMapValues { $0.map(\.logLikelihood).max() }
      #expect(state.archive.elites.map(\.cell) == best.keys.sorted())
      for elite in state.archive.elites { #expect(elite.logLikelihood == best[elite.cell]) }
    }
    #expect(try #require(states.last).archive.elites.count > states[0].archive.elites.count)
  }

  @Test func itKeepsWhatTheMembersLose() throws {
    var settings = Self.settings
    settings.search.kept = 5
    let state = try #require(run(settings).last)
    #expect(state.members.count == 5)
    #expect(state.archive.elites.count > 20)
    #expect(Set(state.members.map(\.cell)).isSubset(of: state.archive.elites.map(\.cell)))
  }

  /// With one member and no archive, all parents are the best molecule; the archive gives others.
  @Test func aShareOfTheParentsIsFromIt() throws {
    func parents(archiveShare: Double) throws -> Int {
      var settings = Self.settings
      (settings.search.kept, settings.search.archiveShare, settings.steps) = (2, archiveShare, 2)
      let corpus = try ordinarySMILES.map { try Molecule(smiles: $0) }
      let model = try LanguageModel(
        training: corpus, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
      var stream = RandomStream(seed: 3)
      let result = try Designer(model: model, filter: MoleculeFilter(), settings: settings, corpus: corpus).design(
        from: corpus, excluding: [], stream: &stream
      ) { molecules in molecules.map { -abs($0.molecularWeight - 200) } }
      return Set(result.candidates.compactMap(\.parent)).count
    }
    #expect(try parents(archiveShare: 0) <= 6)
    #expect(try parents(archiveShare: 0.5) > 12)
  }
}
