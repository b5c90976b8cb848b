import Chemistry
import CohobateTesting
import GaussianProcess
import Numerics
import Testing

struct MinMaxKernelFeaturesTests {
  @Test func innerProductsAreTheSimilarities() throws {
    let counts: [[UInt32]] = [
      [1, 0, 2, 5], [1, 1, 2, 1], [0, 7, 0, 0], [2, 0, 4, 10], [0, 0, 0, 0], [0, 0, 0, 0],
    ]
    let smiles = ["CCO", "c1ccccc1", "CC(=O)Nc1ccc(O)cc1", "O=C(O)c1ccccc1OC(C)=O"]
    var stream = RandomStream(seed: 7)
    let small = counts.map { CountFingerprint(counts: $0) }
    #expect(try featureViolations(MinMaxKernel(), inputs: small, from: &stream) == [])
    let molecules = try smiles.map { try Molecule(smiles: $0).fingerprint(radius: 2) }
    #expect(try featureViolations(MinMaxKernel(), inputs: molecules, from: &stream) == [])
  }

  @Test func areSigns() throws {
    var stream = RandomStream(seed: 8)
    let features = MinMaxKernel().features(draws: 16, like: CountFingerprint(counts: [1]), from: &stream)
    let values = features.values(at: [CountFingerprint(counts: [1, 3]), CountFingerprint(counts: [1, 3])])
    #expect(values.storage.allSatisfy { abs($0) == 0.25 })
    #expect(Array(values.column(0)) == Array(values.column(1)))
  }
}
