import CachedCalculation
import Campaign
import CampaignTesting
import Chemistry
import Testing

@Suite struct BitRegressionTests {
  @Test func itRanksAsItWasTaught() throws {
    let molecules = try SmallCampaign.chains.map { try Molecule(smiles: $0) }
    let bits = try molecules.map { try FoldedBits(of: $0) }
    // The likelier, the more oxygen; some have no likelihood at all.
    let likelihoods = molecules.map { molecule -> Double in
      let count = molecule.smiles.count { $0 == "O" }
      return count == 0 ? -.infinity : -1e200 / Double(count * count)
    }
    let regression = try BitRegression(Array(zip(bits, likelihoods)))
    let scores = bits.map { $0.positions.reduce(Float(0)) { $0 + regression.weights[$1] } }
    #expect(scores.allSatisfy { $0.isFinite })
    let best = scores.indices.max { scores[$0] < scores[$1] }
    #expect(best.map { molecules[$0].smiles.count { $0 == "O" } } == 2)
    let without = scores.indices.filter { likelihoods[$0] == -.infinity }.map { scores[$0] }.max() ?? 0
    let with = scores.indices.filter { likelihoods[$0] > -1e200 }.map { scores[$0] }.min() ?? 0
    #expect(with > without)
  }

  @Test func oneMoleculeTeachesNothing() throws {
    let regression = try BitRegression([(FoldedBits(of: Molecule(smiles: "CCO")), -1)])
    #expect(regression.weights.allSatisfy { $0 == 0 })
  }
}
