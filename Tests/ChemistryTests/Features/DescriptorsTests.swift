import Chemistry
import Testing

@Suite struct DescriptorsTests {
  @Test func aspirinHasThePublishedDescriptors() throws {
    let descriptors = try Molecule(smiles: "CC(=O)Oc1ccccc1C(=O)O").descriptors()
    #expect(abs(descriptors.logP - 1.31) < 0.01)
    #expect(abs(descriptors.polarSurfaceArea - 63.6) < 0.01)
    #expect(descriptors.hydrogenBondDonorCount == 1)
    #expect(descriptors.hydrogenBondAcceptorCount == 3)
    #expect(descriptors.rotatableBondCount == 2)
  }

  @Test func methaneHasNone() throws {
    let descriptors = try Molecule(smiles: "C").descriptors()
    #expect(descriptors.polarSurfaceArea == 0)
    #expect(descriptors.hydrogenBondDonorCount == 0)
    #expect(descriptors.hydrogenBondAcceptorCount == 0)
    #expect(descriptors.rotatableBondCount == 0)
  }
}
