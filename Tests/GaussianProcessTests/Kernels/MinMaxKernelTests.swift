import Chemistry
import CohobateTesting
import GaussianProcess
import Testing

struct MinMaxKernelTests {
  @Test func keepsItsPromises() throws {
    let smiles = ["C", "CC", "CCO", "OCC", "c1ccccc1", "c1ccncc1", "CC(=O)Nc1ccc(O)cc1", "O=C(O)c1ccccc1OC(C)=O"]
    let fingerprints = try smiles.map { try Molecule(smiles: $0).fingerprint(radius: 3) }
    #expect(kernelViolations(MinMaxKernel(), inputs: fingerprints) == [])
    #expect(MinMaxKernel().covariance(fingerprints[2], fingerprints[3]) == 1)
    #expect(MinMaxKernel().covariance(fingerprints[0], fingerprints[4]) == 0)
    #expect(MinMaxKernel().variances(fingerprints) == smiles.map { _ in 1 })
  }
}
