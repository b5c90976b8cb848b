import Chemistry
import Testing

@Suite struct CompiledFilterTests {
  @Test(arguments: [
    (MoleculeFilter(allowedElements: ["C", "H"]), "CBr", Rejection.Kind.element, "contains Br"),
    (
      MoleculeFilter(heavyAtoms: 1...22), "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC", .heavyAtoms, "31 heavy atoms, more than 22"
    ),
    (MoleculeFilter(heavyAtoms: 5...22), "CC", .heavyAtoms, "2 heavy atoms, fewer than 5"),
    (MoleculeFilter(molecularWeight: 50...100), "c1ccccc1Br", .molecularWeight, "157.0 g/mol, more than 100.0"),
    (MoleculeFilter(molecularWeight: 50...100), "C", .molecularWeight, "16.0 g/mol, less than 50.0"),
    (MoleculeFilter(), "C[NH3+]", .charge, "charge +1"), (MoleculeFilter(), "[O-]C(=O)C(=O)[O-]", .charge, "charge −2"),
    (MoleculeFilter(), "[CH3]", .radical, "1 unpaired electron"),
    (MoleculeFilter(), "[O][O]", .radical, "2 unpaired electrons"),
    (MoleculeFilter(maximumRingSize: 8), "C1CCCCCCCC1", .ringSize, "ring of 9 atoms"),
    (MoleculeFilter(minimumRingSize: 5), "C1CC1c1ccccc1", .ringSize, "ring of 3 atoms"),
    (MoleculeFilter(ringSizes: [5, 6]), "C1CCC1", .ringSize, "ring of 4 atoms"),
    (MoleculeFilter(ringSizes: []), "C1CCC1", .ringSize, "ring of 4 atoms"),
    (
      MoleculeFilter(limits: [.charge: .init(least: -1, most: 1)]), "[O-]C(=O)C(=O)[O-]", .charge,
      "charge -2, less than -1"
    ),
    (MoleculeFilter(), "CC.O", .components, "2 components that no bond connects"),
    (MoleculeFilter(), "[13CH3]O", .isotope, "isotope label on 1 atom"),
    (MoleculeFilter(required: ["[NX3]"]), "CCO", .required, "lacks required [NX3]"),
    (MoleculeFilter(forbidden: ["[F]", "[N+]"]), "C[N+](=O)[O-]", .forbidden, "matches forbidden [N+]"),
    (MoleculeFilter(catalogues: [.pains]), "O=C1C=CC(=O)C=C1", .catalogue, "PAINS: quinone_A(370)"),
    (MoleculeFilter(catalogues: [.brenk]), "CCCS", .catalogue, "BRENK: thiol_2"),
  ])
  func theReasonIsTheFirstLimitThatIsNotMet(
    filter: MoleculeFilter, smiles: String, kind: Rejection.Kind, reason: String
  ) throws {
    let rejection = try filter.compiled().rejection(of: Molecule(smiles: smiles))
    #expect(rejection?.kind == kind)
    #expect(rejection?.reason == reason)
    #expect(rejection?.description == reason)
  }

  @Test(arguments: [
    (MoleculeFilter(), "CCO"), (MoleculeFilter(heavyAtoms: 3...3), "CCO"),
    (MoleculeFilter(allowCharged: true), "C[NH3+]"),
    (MoleculeFilter(allowRadicals: true), "[CH3]"), (MoleculeFilter(maximumRingSize: 6), "c1ccccc1"),
    (MoleculeFilter(required: ["c", "[OH]"]), "Oc1ccccc1"), (MoleculeFilter(catalogues: [.pains, .brenk]), "CCO"),
    (MoleculeFilter(), "C[N+](=O)[O-]"), (MoleculeFilter(ringSizes: [5, 6]), "c1ccc2[nH]ccc2c1"),
    (MoleculeFilter(ringSizes: []), "CCO"), (MoleculeFilter(minimumRingSize: 5), "CCO"),
    (MoleculeFilter(limits: [.charge: .init(least: -1, most: 1)]), "CC(=O)[O-]"),
  ])
  func whatMeetsEveryLimitPasses(filter: MoleculeFilter, smiles: String) throws {
    #expect(try filter.compiled().rejection(of: Molecule(smiles: smiles)) == nil)
  }

  @Test func aPatternMayAskForStereochemistry() throws {
    let filter = try MoleculeFilter(forbidden: ["F/C=C/F"]).compiled()
    #expect(try filter.rejection(of: Molecule(smiles: "F/C=C/F")) != nil)
    #expect(try filter.rejection(of: Molecule(smiles: "F/C=C\\F")) == nil)
  }

  @Test func theCheapLimitsAreAskedFirst() throws {
    // Fails every limit that it can fail; each in turn is taken away.
    let molecule = try Molecule(smiles: "O=C1C=CC(=O)C=C1")
    var filter = MoleculeFilter(
      allowedElements: ["C"], heavyAtoms: 1...2, maximumRingSize: 5, ringSizes: [5], required: ["N"], forbidden: ["O"],
      scaffolds: ["c1ccccc1"], catalogues: [.pains], known: KnownMolecules([molecule]),
      limits: [.rings: .init(most: 0), .logP: .init(most: -5), .syntheticAccessibility: .init(most: 1)])
    var kinds: [Rejection.Kind] = []
    while let kind = try filter.rejection(of: molecule)?.kind, kinds.count < 20 {
      kinds.append(kind)
      switch kind {
      case .element: filter.allowedElements = nil
      case .heavyAtoms: filter.limits[.heavyAtoms] = nil
      case .rings: filter.limits[.rings] = nil
      case .logP: filter.limits[.logP] = nil
      case .syntheticAccessibility: filter.limits[.syntheticAccessibility] = nil
      case .ringSize: if filter.maximumRingSize != nil { filter.maximumRingSize = nil } else { filter.ringSizes = nil }
      case .known: filter.known = nil
      case .scaffold: filter.scaffolds = []
      case .required: filter.required = []
      case .forbidden: filter.forbidden = []
      default: filter.catalogues = []
      }
    }
    #expect(
      kinds == [
        .element, .heavyAtoms, .rings, .ringSize, .known, .ringSize, .logP, .scaffold, .required, .forbidden,
        .syntheticAccessibility, .catalogue,
      ])
  }

  @Test func manyMoleculesAreFilteredInTheirOrder() throws {
    let filter = try MoleculeFilter(heavyAtoms: 3...6).compiled()
    let molecules = try (1...40).map { try Molecule(smiles: String(repeating: "C", count: $0 % 9 + 1)) }
    #expect(try filter.allowed(molecules) == molecules.filter { try filter.rejection(of: $0) == nil })
  }
}
