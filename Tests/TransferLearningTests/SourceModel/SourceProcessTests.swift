import Chemistry
import Foundation
import GaussianProcess
import Testing
import TransferLearning

struct SourceProcessTests {
  let molecules: [Molecule]
  let features: [MolecularInput]
  let values: [Double]

  init() throws {
    molecules = try Chains.molecules(lengths: 1...12)
    features = try Chains.features(molecules)
    values = molecules.map(Chains.hidden)
  }

  @Test func learnsAndSaysHowWell() throws {
    let (process, errors) = try SourceProcess.train(molecules, features: features, values: values, model: .standard)
    #expect(errors.count == molecules.count && errors.folds == molecules.count)
    #expect((errors.rSquared ?? 0) > 0.95)
    #expect(process.molecules == molecules.map(\.smiles) && process.values == values)
  }

  /// What is kept makes the same process again.
  @Test func isTheSameAfterItWasKept() throws {
    let (process, _) = try SourceProcess.train(molecules, features: features, values: values, model: .standard)
    let read = try JSONDecoder().decode(SourceProcess.self, from: JSONEncoder().encode(process))
    #expect(read == process)
    let others = try Chains.features(Chains.molecules(lengths: 13...14))
    let (first, second) = (
      try process.conditioned(features).predict(others), try read.conditioned(features).predict(others)
    )
    #expect(first == second)
  }

  @Test func equalValuesAreLearntFrom() throws {
    let (process, _) = try SourceProcess.train(
      molecules, features: features, values: values.map { _ in 4 }, model: .standard)
    #expect(process.spread == 1 && process.average == 4)
    #expect(try process.conditioned(features).predict(features).allSatisfy { abs($0.mean - 4) < 1e-6 })
  }

  @Test func oneValueIsTooFew() {
    #expect(throws: TransferLearningError.tooFewValues(output: 0, count: 1, needed: 2)) {
      try SourceProcess.train(
        Array(molecules.prefix(1)), features: Array(features.prefix(1)), values: [1], model: .standard)
    }
  }
}
