import Chemistry
import CohobateTesting
import GaussianProcess
import Testing

struct ExactMinMaxKernelTests {
  @Test func keepsItsPromises() throws {
    let model = try MolecularModel(named: ["minmax(morgan-exact-r3)"])
    let molecules = try ["C", "CC", "CCO", "OCC", "c1ccccc1", "CC(=O)Nc1ccc(O)cc1"].map { try Molecule(smiles: $0) }
    let inputs = try molecules.inputs(model.representations)
    let counts = inputs.compactMap { input -> ExactCounts? in
      if case .exactCounts(let counts) = input.features[0] { counts } else { nil }
    }
    #expect(counts.count == molecules.count)
    #expect(kernelViolations(ExactMinMaxKernel(), inputs: counts) == [])
    #expect(kernelViolations(model.kernel(scalings: model.scalings(of: inputs)), inputs: inputs) == [])
  }
}
