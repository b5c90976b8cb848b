import Chemistry
import Compositions
import Testing

@Suite struct ElementFeaturesTests {
  private let names = ["element-amounts", "element-statistics", "element-means", "element-bonding", "element-groups"]

  @Test func theyHaveNamesKindsAndVersions() throws {
    for name in names {
      let representation = try Representation(named: name)
      #expect(representation.name == name && representation.describesCompositions)
      // RDKit has no part in them.
      #expect(try representation.version == "1")
    }
    #expect(Representation.elementAmounts.kind == .counts)
    #expect(Representation.elementStatistics.kind == .reals && Representation.elementMeans.kind == .reals)
    #expect(Representation.elementBonding.kind == .reals && Representation.elementGroups.kind == .counts)
    #expect(!Representation.fragprints.describesCompositions)
    #expect(throws: ChemistryError.self) { try Representation(named: "element-statistics+maccs") }
  }

  @Test func featuresAreThoseOfTheFormula() throws {
    let composition = try Composition("La0.7Sr0.3MnO3")
    let features = try [Representation.elementStatistics, .elementMeans].features(of: Molecule(composition))
    #expect(
      features == [.reals(ElementStatistics.values(of: composition)), .reals(ElementMeans.values(of: composition))])
    let same = try Representation.elementStatistics.features(of: Molecule(formula: "FeO1.5"))
    #expect(same == .reals(ElementStatistics.values(of: try Composition("Fe2O3"))))
  }

  @Test func amountsAreMillionths() throws {
    guard case .counts(let counts) = try Representation.elementAmounts.features(of: Molecule(formula: "Fe2O3")) else {
      Issue.record("Amounts are counts.")
      return
    }
    #expect(counts.size == 94 && counts.counts[25] == 400_000 && counts.counts[7] == 600_000)
    // MinMax of fractions: Fe2O3 and FeO share .4 of iron and .5 of oxygen.
    let other = try Molecule(formula: "FeO").fingerprint()
    #expect(abs(counts.similarity(to: other) - 0.9 / 1.1) < 1e-6)
    // As long as that of a molecule, so that a list may have both.
    let distance = try Molecule(formula: "FeO").distanceFingerprint()
    #expect(distance.size == CountFingerprint.defaultSize && Array(distance.counts.prefix(94)) == other.counts)
  }

  @Test func groupsAddUpSimilarElements() throws {
    guard
      case .counts(let counts) = try Representation.elementGroups.features(of: Molecule(formula: "La0.7Ce0.2Nd0.1OF"))
    else {
      Issue.record("Amounts are counts.")
      return
    }
    #expect(
      counts.size == Element.groupCount
        && counts.counts.filter { $0 > 0 }.sorted() == [100_000, 233_333, 333_333, 333_333])
  }

  /// A molecule has a formula too.
  @Test func moleculesHaveThem() throws {
    let acetate = try Molecule(smiles: "CC(=O)[O-]")
    let features = try [Representation.elementStatistics, .maccs].features(of: acetate)
    #expect(features[0] == .reals(ElementStatistics.values(of: try Composition("C2H3O2"))))
    let unit = try Molecule(smiles: "*CCO*", isRepeatUnit: true)
    let expected = ElementStatistics.values(of: try Composition("C2H4O"))
    #expect(try Representation.elementStatistics.features(of: unit) == .reals(expected))
  }
}
