import CachedCalculation
import Campaign
import CampaignTesting
import Chemistry
import Testing

@Suite struct BitRegressionTests {
  @Test func itRanksAsItWasTaught() throws {
    let molecules = try SmallCampaign.chains.map { try Molecule(smiles: $0) }
    let bits = try molecules.map { try FoldedBits(of: $0) }
    // The more oxygen, the greater; some have the least value that there is.
    let values = molecules.map { molecule -> Double in
      let count = molecule.smiles.count { $0 == "O" }
      return count == 0 ? -.infinity : -1e200 / Double(count * count)
    }
    let regression = try BitRegression(Array(zip(bits, values)))
    let scores = bits.map { $0.positions.reduce(Float(0)) { $0 + regression.weights[$1] } }
    #expect(scores.allSatisfy { $0.isFinite })
    let best = scores.indices.max { scores[$0] < scores[$1] }
    #expect(best.map { molecules[$0].smiles.count { $0 == "O" } } == 2)
    let without = scores.indices.filter { values[$0] == -.infinity }.map { scores[$0] }.max() ?? 0
    let with = scores.indices.filter { values[$0] > -1e200 }.map { scores[$0] }.min() ?? 0
    #expect(with > without)
  }

  @Test func aValueThatIsNoNumberIsTheLeast() throws {
    let bits = try SmallCampaign.chains.map { try FoldedBits(of: Molecule(smiles: $0)) }
    func weights(_ least: Double) throws -> [Float] {
      try BitRegression(bits.enumerated().map { ($1, $0 % 3 == 0 ? least : Double($0)) }).weights
    }
    #expect(try weights(.nan) == weights(-.infinity))
  }

  @Test func oneMoleculeTeachesNothing() throws {
    let regression = try BitRegression([(FoldedBits(of: Molecule(smiles: "CCO")), -1)])
    #expect(regression.weights.allSatisfy { $0 == 0 })
  }
}
