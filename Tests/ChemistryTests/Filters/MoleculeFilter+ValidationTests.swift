import Chemistry
import Testing

@Suite struct MoleculeFilterValidationTests {
  @Test(arguments: [
    (MoleculeFilter(required: ["c1cc"]), Rejection.Kind.required, "c1cc"),
    (MoleculeFilter(forbidden: ["C", "[N+"]), .forbidden, "[N+"),
    (MoleculeFilter(forbidden: [""]), .forbidden, "1 to 500"),
    (MoleculeFilter(forbidden: ["C C"]), .forbidden, "white"),
    (MoleculeFilter(required: ["C", "N"], forbidden: ["N"]), .forbidden, "both required and forbidden"),
    (MoleculeFilter(allowedElements: ["C", "Qq"]), .element, "'Qq'"),
    (MoleculeFilter(allowedElements: ["C", "c"]), .element, "'c'"),
    (MoleculeFilter(allowedElements: []), .element, "empty"),
    (MoleculeFilter(heavyAtoms: -2...0), .heavyAtoms, "upper limit 0: 'heavy_atoms' goes from 1"),
    (MoleculeFilter(molecularWeight: -1...0), .molecularWeight, "upper limit 0: 'molecular_weight'"),
    (MoleculeFilter(maximumRingSize: 2), .ringSize, "smallest ring"),
    (MoleculeFilter(minimumRingSize: 7, maximumRingSize: 6), .ringSize, "minimum ring size 7 is above"),
    (MoleculeFilter(ringSizes: [6, 2]), .ringSize, "smallest ring has 3"),
    (
      MoleculeFilter(maximumRingSize: 5, ringSizes: [6, 7], limits: [.rings: .init(least: 1)]), .ringSize,
      "none of any size"
    ),
    (MoleculeFilter(limits: [.fractionSP3: .init(least: 1.5)]), .fractionSP3, "lower limit 1.5: 'fraction_sp3'"),
    (MoleculeFilter(limits: [.syntheticAccessibility: .init(most: 0.5)]), .syntheticAccessibility, "upper limit 0.5"),
    (MoleculeFilter(limits: [.rotatableBonds: .init(most: -1)]), .rotatableBonds, "upper limit -1"),
    (MoleculeFilter(limits: [.logP: .init(least: 3, most: 2)]), .logP, "at least 3 and at most 2"),
    (MoleculeFilter(limits: [.logP: .init(least: .nan)]), .logP, "not a number"),
    (MoleculeFilter(limits: [.rings: .init(least: 1.2, most: 1.8)]), .rings, "no whole number is from 1.2 to 1.8"),
    (
      MoleculeFilter(limits: [.aromaticRings: .init(least: 2), .rings: .init(most: 1)]), .aromaticRings,
      "'aromatic_rings' of at least 2 and 'rings' of at most 1"
    ),
    (
      MoleculeFilter(limits: [.unspecifiedStereocentres: .init(least: 1), .stereocentres: .init(most: 0)]),
      .unspecifiedStereocentres, "of at most 0"
    ),
    (MoleculeFilter(scaffolds: ["C1CC"]), .scaffold, "C1CC"),
    (MoleculeFilter(minimumDistance: 1.5), .similar, "from 0 to 1"),
  ])
  func aFilterThatCannotBeMeantIsNamed(filter: MoleculeFilter, kind: Rejection.Kind, named: String) {
    #expect(filter.problem?.kind == kind)
    let error = #expect(throws: ChemistryError.self) { try filter.validated() }
    #expect(error?.description.contains(named) == true, "\(error?.description ?? "")")
  }

  @Test func limitsThatSomethingMeetsAreNotRefused() throws {
    for quantity in FilterQuantity.allCases {
      let range = quantity.row.possible
      try MoleculeFilter(limits: [quantity: FilterLimit(range)]).validated()
      try MoleculeFilter(limits: [quantity: FilterLimit(least: range.upperBound)]).validated()
    }
    try MoleculeFilter(ringSizes: []).validated()
  }
}
