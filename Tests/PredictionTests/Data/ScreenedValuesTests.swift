import Chemistry
import GaussianProcess
import Prediction
import Stores
import Testing
import TransferLearning

@Suite struct ScreenedValuesTests {
  private func molecules() throws -> [Molecule] {
    try (1...12).map { try Molecule(smiles: String(repeating: "C", count: $0) + "O") }
  }

  @Test func aPropertyOfWhichEnoughIsKnownIsASource() throws {
    let molecules = try molecules()
    let values = ScreenedValues(
      molecules.enumerated().map { index, molecule in
        (molecule, index < 3 ? ["gap": Double(index), "dipole": 1.5 * Double(index)] : ["gap": 0.5 * Double(index)])
      })
    #expect(values.identities == Set(molecules.map(\.smiles)))
    let prior = TransferredPrior(
      model: .standard, reference: try molecules.inputs(MolecularModel.standard.representations))
    let features = FeatureStore(prior.recipe)
    let sources = try values.sources(of: ["gap", "dipole", "energy"], by: prior, features: features)
    #expect(sources.models.map(\.property) == ["gap"] && sources.unfitted.isEmpty)
    #expect(sources.models.map(\.name) == [ScreenedValues.sourceName(of: "gap")])
    #expect(try ScreenedValues.none.sources(of: ["gap"], by: prior, features: features).models.isEmpty)
  }

  @Test func theWeightIsThatOfTheModelsWithAScreen() {
    func row(_ property: String, _ rank: Int, _ sources: [String], _ weight: Double) -> TransferRecord {
      TransferRecord(
        iteration: 1, property: property, rank: rank, model: nil, sources: sources,
        parts: sources.isEmpty ? [] : ["linear"], weight: weight, logWeight: 0, leaveOneOutRMSE: 1,
        leaveOneOutLogDensity: 1, failure: nil)
    }
    let screen = ScreenedValues.sourceName(of: "gap")
    #expect([row("gap", 1, [], 1), row("gap", 2, ["gap (gaussian-process)"], 0)].screenWeight == nil)
    let weight = [
      row("gap", 1, [screen], 0.5), row("gap", 2, [], 0.25), row("gap", 3, [screen, "homo (network)"], 0.25),
      row("dipole", 1, [], 0.875), row("dipole", 2, [screen], 0.125),
    ].screenWeight
    #expect(weight == 0.75)
    let ninths = [Double](repeating: 1 / 9, count: 9)
    #expect(ninths.reduce(0, +) > 1)
    #expect(ninths.enumerated().map { row("gap", $0 + 1, [screen], $1) }.screenWeight == 1)
  }
}
