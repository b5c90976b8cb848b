import Chemistry
import Testing

@Suite struct FilterQuantityValuesTests {
  private struct Reference {
    let smiles: String
    let values: [Double]

    init(
      _ smiles: String, _ heavy: Double, _ weight: Double, _ rings: Double, _ aromatic: Double, _ sp3: Double,
      _ centres: Double, _ unspecified: Double, _ donors: Double, _ acceptors: Double, _ rotatable: Double,
      _ area: Double, _ logP: Double, _ accessibility: Double
    ) {
      self.smiles = smiles
      values = [
        heavy, weight, rings, aromatic, sp3, centres, unspecified, donors, acceptors, rotatable, area, logP,
        accessibility,
      ]
    }
  }

  private static let quantities: [FilterQuantity] = [
    .heavyAtoms, .molecularWeight, .rings, .aromaticRings, .fractionSP3, .stereocentres, .unspecifiedStereocentres,
    .hydrogenBondDonors, .hydrogenBondAcceptors, .rotatableBonds, .polarSurfaceArea, .logP, .syntheticAccessibility,
  ]

  /// By RDKit for Python 2022.09.5: Descriptors.MolWt, CalcNumRings, CalcNumAromaticRings, CalcFractionCSP3,
  /// CalcNumAtomStereoCenters, CalcNumUnspecifiedAtomStereoCenters, CalcNumHBD, CalcNumHBA, CalcNumRotatableBonds, CalcTPSA,
  /// MolLogP and sascorer.calculateScore, in this order after the heavy atoms.
  private static let references: [Reference] = [
    Reference("CC(=O)Oc1ccccc1C(=O)O", 13, 180.159, 1, 1, 0.1111, 0, 0, 1, 3, 2, 63.60, 1.3101, 1.58004),
    Reference("CN1C=NC2=C1C(=O)N(C)C(=O)N2C", 14, 194.194, 2, 2, 0.3750, 0, 0, 0, 6, 0, 61.82, -1.0293, 2.29798),
    Reference("CC(C)Cc1ccc(cc1)[C@@H](C)C(=O)O", 15, 206.285, 1, 1, 0.4615, 1, 0, 1, 1, 4, 37.30, 3.0732, 2.19176),
    Reference("C1CCC2(CC1)OCCO2", 10, 142.198, 2, 0, 1.0000, 0, 0, 0, 2, 0, 18.46, 1.6936, 2.85895),
    Reference(
      "OC[C@H]1OC(O)[C@H](O)[C@@H](O)[C@@H]1O", 12, 180.156, 1, 0, 1.0000, 5, 1, 5, 6, 1, 110.38, -3.2214, 3.59545),
    Reference("c1ccc2c(c1)ccc1ccccc12", 14, 178.234, 3, 3, 0.0000, 0, 0, 0, 0, 0, 0.00, 3.9930, 1.19692),
    Reference("CC12CCC3C(CCC4=CC(=O)CCC34C)C1CCC2O", 21, 288.431, 4, 0, 0.8421, 6, 6, 1, 2, 0, 37.30, 3.8792, 3.90273),
    Reference("C1CC2CCC1CC2", 8, 110.200, 3, 0, 1.0000, 0, 0, 0, 0, 0, 0.00, 2.5866, 2.78443),
    Reference("NS(=O)(=O)c1ccc(N)cc1", 11, 172.209, 1, 1, 0.0000, 0, 0, 2, 3, 1, 86.18, -0.0838, 1.69444),
    Reference("CC#N", 3, 41.053, 0, 0, 0.5000, 0, 0, 0, 1, 0, 23.79, 0.5299, 3.36162),
    Reference("FC(F)(F)c1ccc(Cl)cc1N", 12, 195.571, 1, 1, 0.1429, 0, 0, 1, 1, 0, 26.02, 2.9410, 2.08666),
    Reference("O=C1CCCCCCCCCCCCCC1", 16, 224.388, 1, 0, 0.9333, 0, 0, 0, 1, 0, 17.07, 5.0305, 1.97257),
    Reference("C[N+](C)(C)CC(=O)[O-]", 8, 117.148, 0, 0, 0.8000, 0, 0, 0, 2, 2, 40.13, -1.5575, 4.02409),
    Reference("SCCS", 4, 94.204, 0, 0, 1.0000, 0, 0, 2, 2, 1, 0.00, 0.8460, 3.77029),
    Reference("CCCCCCCCCCCCCCCCCC", 18, 254.502, 0, 0, 1.0000, 0, 0, 0, 0, 15, 0.00, 7.2678, 1.07457),
    Reference("C[Si](C)(C)C", 5, 88.226, 0, 0, 1.0000, 0, 0, 0, 0, 0, 0.00, 1.9544, 2.36786),
    Reference("N1C=CC=C1", 5, 67.091, 1, 1, 0.0000, 0, 0, 1, 0, 0, 15.79, 1.0147, 3.42794),
    Reference("CC(C)(C)OC(=O)NC(Cc1ccccc1)C(=O)O", 19, 265.309, 1, 1, 0.4286, 1, 1, 2, 3, 4, 75.63, 2.2070, 2.08222),
    Reference("O=c1[nH]c(=O)c2[nH]cnc2[nH]1", 11, 152.113, 2, 2, 0.0000, 0, 0, 3, 3, 0, 94.40, -1.0605, 2.85562),
    Reference("BrC=CC(F)Cl", 6, 173.412, 0, 0, 0.3333, 1, 1, 0, 0, 1, 0.00, 2.4294, 4.87054),
    Reference("C", 1, 16.043, 0, 0, 1.0000, 0, 0, 0, 0, 0, 0.00, 0.6361, 7.32842),
  ]

  @Test func theValuesAreThoseOfRDKitForPython() throws {
    for reference in Self.references {
      let molecule = try Molecule(smiles: reference.smiles)
      for (quantity, expected) in zip(Self.quantities, reference.values) {
        let value = try molecule.value(of: quantity)
        let tolerance = quantity.row.decimals == 0 ? 0 : quantity == .polarSurfaceArea ? 0.006 : 0.001
        #expect(abs(value - expected) <= tolerance, "\(quantity) of \(reference.smiles): \(value), not \(expected)")
      }
    }
  }

  @Test func theChargeIsTheSumOfTheFormalCharges() throws {
    #expect(try Molecule(smiles: "[O-]C(=O)C(=O)[O-]").value(of: .charge) == -2)
    #expect(try Molecule(smiles: "C[N+](C)(C)CC(=O)[O-]").value(of: .charge) == 0)
  }
}
