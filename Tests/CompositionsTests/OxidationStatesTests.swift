import Compositions
import Testing

@Suite struct OxidationStatesTests {
  @Test(arguments: [
    ("NaCl", true), ("NaCl2", false), ("Fe2O3", true), ("Fe3O4", true), ("FeO3", false), ("La0.7Sr0.3MnO3", true),
    ("La0.7Sr0.3MnO5.5", false), ("TiNi", true), ("Cu2O", true), ("CuO", true), ("SiC", true),
    ("KAl3Si3O10(OH)2", true),
    ("Ca5(PO4)3F", true), ("MgO2", false), ("HeO", false), ("Xe", true), ("Nd2Fe14B", false), ("LiFePO4", true),
    ("YBa2Cu3O6.93", true),
  ])
  func compositionsAreNeutralWithCommonStates(formula: String, isNeutral: Bool) throws {
    #expect(try Composition(formula).isChargeNeutral == isNeutral)
  }

  @Test func cationsAreLessElectronegativeThanAnions() throws {
    #expect(try Composition("NaCl").isElectronegativityOrdered)
    #expect(try Composition("La0.7Sr0.3MnO3").isElectronegativityOrdered)
    // Chlorine of two states is positive beside oxygen, which is more electronegative.
    #expect(try Composition("ClO2").isElectronegativityOrdered)
    // A neutral sum needs positive sulphur beside negative phosphorus, which is less electronegative.
    #expect(try Composition("P4S3").isChargeNeutral)
    #expect(try !Composition("P4S3").isElectronegativityOrdered)
    #expect(try Composition("I3N").isElectronegativityOrdered)
    #expect(try Composition("CaSe").isElectronegativityOrdered)
    // Only nitrogen can be positive beside iodide, and it is more electronegative than iodine.
    #expect(try Composition("NI5").isChargeNeutral)
    #expect(try !Composition("NI5").isElectronegativityOrdered)
  }

  @Test func everyElementHasItsStates() throws {
    #expect(try #require(Element(symbol: "O")).oxidationStates == [-2])
    #expect(try #require(Element(symbol: "Fe")).oxidationStates == [2, 3])
    #expect(try #require(Element(symbol: "Ne")).oxidationStates == [])
    #expect(Element.all.count { $0.isMetal } == 70)
    for element in Element.all {
      #expect(element.oxidationStates == element.oxidationStates.sorted() && !element.oxidationStates.contains(0))
    }
  }
}
