import Chemistry
import MolecularDesign
import Numerics
import Testing

@Suite struct GeneticSearchTests {
  private static let settings = DesignSettings(mode: .search, particles: 100, steps: 12)

  private func designer(_ settings: DesignSettings = Self.settings) throws -> Designer {
    let corpus = try ordinarySMILES.map { try Molecule(smiles: $0) }
    let model = try LanguageModel(
      training: corpus, settings: LanguageModelSettings(), stream: RandomStream(seed: 1))
    return Designer(model: model, filter: MoleculeFilter(), settings: settings, corpus: corpus)
  }

  /// The nearer to 400 g/mol the better: far from all that the search begins with.
  @Sendable private static func weigh(_ molecules: [Molecule]) -> [Double] {
    molecules.map { -abs($0.molecularWeight - 400) }
  }

  @Test func itFindsWhatIsFarFromTheBeginning() throws {
    let designer = try designer()
    var stream = RandomStream(seed: 3)
    let result = try designer.design(from: designer.corpus, excluding: [], stream: &stream, logLikelihood: Self.weigh)
    let best = try #require(result.candidates.first?.logLikelihood)
    let first = try #require(designer.corpus.map { Self.weigh([$0])[0] }.max())
    #expect(first < -150)
    #expect(best > -3, "\(best)")
    let moves = Set(result.candidates.map(\.move))
    #expect(moves.isSubset(of: Set(SearchMoves.all.map(\.name) + ["seed", "language model"])))
    #expect(moves.count > 5)
    #expect(result.candidates.allSatisfy { ($0.parent != nil) == !["seed", "language model"].contains($0.move) })
    #expect(result.survivors.count == min(designer.settings.search.kept, result.counts.candidates))
    #expect(result.logEvidence == nil)
  }

  @Test func theBestAreNeverLost() throws {
    let designer = try designer()
    var run = try DesignRun(
      designer, from: designer.corpus, excluding: [], stream: RandomStream(seed: 4)
    ) { molecules, _ in Self.weigh(molecules).map { [$0] } }
    var last = -Double.infinity
    while !run.isFinished {
      try run.step { molecules, _ in Self.weigh(molecules).map { [$0] } }
      let best = try #require(run.result.survivors.first?.logLikelihood)
      #expect(best >= last)
      #expect(best == run.result.candidates.first?.logLikelihood)
      last = best
    }
  }

  @Test func noMoreAreWeighedThanMayBe() throws {
    var settings = Self.settings
    (settings.weighedAtMost, settings.steps) = (250, 100)
    let designer = try designer(settings)
    var stream = RandomStream(seed: 5)
    let result = try designer.design(from: designer.corpus, excluding: [], stream: &stream, logLikelihood: Self.weigh)
    #expect(result.counts.candidates == 250)
  }

  @Test func movesThatPayGetMoreOfTheEffort() throws {
    var settings = Self.settings
    (settings.search.evenShare, settings.particles) = (0, 400)
    let designer = try designer(settings)
    var stream = RandomStream(seed: 6)
    let result = try designer.design(from: designer.corpus, excluding: [], stream: &stream, logLikelihood: Self.weigh)
    /// How much oftener the move that is tried most is tried than the one that is tried least.
    func imbalance(_ steps: ArraySlice<StepInfo>) -> Double {
      let tried = SearchMoves.all.map { move in
        steps.flatMap(\.moves).reduce(0) { $0 + ($1.move == move.name ? $1.tried : 0) }
      }
      return Double(tried.max() ?? 0) / Double(max(1, tried.min() ?? 0))
    }
    // Before anything has paid all are tried alike, but for chance.
    #expect(imbalance(result.steps.prefix(1)) < 2.5)
    #expect(imbalance(result.steps.dropFirst(3).prefix(4)) > 2.5)
  }

  @Test func theSameStreamGivesTheSameSearch() throws {
    let designer = try designer()
    let results = try (0..<2).map { _ in
      var stream = RandomStream(seed: 7)
      return try designer.design(from: designer.corpus, excluding: [], stream: &stream, logLikelihood: Self.weigh)
    }
    #expect(results[0].candidates == results[1].candidates)
    #expect(results[0].steps == results[1].steps)
  }
}
