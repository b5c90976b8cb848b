import Chemistry
import Compositions
import MolecularDesign
import Numerics
import Testing

@Suite struct CompositionDesignerTests {
  private let pool: [Molecule]

  init() throws { pool = try ["MgO", "Al2O3", "CaTiO3", "NaCl"].map { try Molecule(formula: $0) } }

  private func designer(_ filter: MoleculeFilter = MoleculeFilter()) -> CompositionDesigner {
    CompositionDesigner(pool: pool, filter: filter, settings: DesignSettings(mode: .search, particles: 50, steps: 8))
  }

  private var neutral: MoleculeFilter {
    var filter = MoleculeFilter()
    filter.compositions = CompositionFilter(isChargeNeutral: true)
    return filter
  }

  @Test func samplesAreNewAllowedAndRepeatable() throws {
    var stream = RandomStream(seed: 1)
    let known: Set<String> = ["Ca1 O1"]
    let result = try designer(neutral).sample(count: 30, excluding: known, stream: &stream)
    let identities = result.candidates.map(\.molecule.smiles)
    #expect(identities.count == 30 && Set(identities).count == 30 && known.isDisjoint(with: identities))
    #expect(result.candidates.allSatisfy { $0.molecule.composition?.isChargeNeutral == true })
    #expect((result.counts.refused[.chargeNeutrality] ?? 0) > 0)
    var again = RandomStream(seed: 1)
    #expect(try designer(neutral).sample(count: 30, excluding: known, stream: &again).candidates == result.candidates)
  }

  /// Amounts that a person would weigh, also after many moves.
  @Test func amountsHaveFewDigits() throws {
    var stream = RandomStream(seed: 4)
    var count = 0
    for text in ["SrTiO3", "La0.7Sr0.3MnO3", "Bi2Te3", "NiTi", "CuInSe2", "YBa2Cu3O6.93"] {
      for _ in 0..<200 {
        var composition = try Composition(text).normalised
        for _ in 0..<4 {
          let move = CompositionMove.allCases[stream.uniform(below: CompositionMove.allCases.count)]
          composition = move.child(of: composition, stream: &stream) ?? composition
        }
        count += 1
        let amounts = composition.parts.map(\.amount)
        #expect(amounts.allSatisfy { abs($0 * 1000 - ($0 * 1000).rounded()) < 1e-5 }, "\(composition)")
      }
    }
    #expect(count == 1200)
  }

  @Test func aFilterThatAllowsNothingIsAnError() {
    var stream = RandomStream(seed: 1)
    let filter = MoleculeFilter(allowedElements: ["Pu"])
    #expect(throws: DesignError.self) {
      try designer(filter).sample(count: 1, excluding: [], drawsAtMost: 500, stream: &stream)
    }
  }

  /// The heaviest neighbours are found from light ones.
  @Test func aSearchFindsGreaterValues() throws {
    var stream = RandomStream(seed: 2)
    func value(_ molecule: Molecule) -> Double {
      molecule.composition.map { ElementStatistics.values(of: $0)[0] } ?? -.infinity
    }
    let result = try designer(neutral).design(from: pool, excluding: ["Mg1 O1"], stream: &stream) { molecules, _ in
      molecules.map { [value($0)] }
    }
    let best = try #require(result.candidates.first)
    let start = pool.map(value).max() ?? 0
    #expect(value(best.molecule) > start + 10)
    #expect(best.logLikelihood == value(best.molecule))
    #expect(result.candidates.map(\.molecule.smiles).contains("Mg1 O1") == false)
    #expect(result.steps.count == 8 && result.steps.allSatisfy { $0.moves.reduce(0) { $0 + $1.tried } == 50 })
    #expect(result.candidates.allSatisfy { $0.molecule.composition?.isChargeNeutral == true })
    let made = try #require(result.candidates.first { $0.parent != nil })
    #expect(["element exchange", "partial exchange", "amount step"].contains(made.move))
  }
}
