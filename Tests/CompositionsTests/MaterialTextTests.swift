import Compositions
import Testing

@Suite struct MaterialTextTests {
  @Test(arguments: [
    ("Fe2 O3", "Fe2O3", "Fe₂O₃"), ("Sr0.3 La0.7 Mn1 O3", "Sr0.3La0.7MnO3", "Sr₀.₃La₀.₇MnO₃"), ("C 1", "C", "C"),
    ("Fe 1", "Fe", "Fe"), ("Na1 Cl1", "NaCl", "NaCl"),
  ])
  func identitiesOfCompositionsAreFormulas(identity: String, formula: String, subscripted: String) {
    #expect(isCompositionIdentity(identity))
    #expect(materialText(identity) == formula)
    #expect(subscriptedMaterialText(identity) == subscripted)
  }

  @Test(arguments: ["CCO", "C", "[Na+].[Cl-]", "c1ccccc1", "C1CC1", "C1", "C1CCC1 name", "", " ", "CC O1"])
  func smilesStayAsTheyAre(text: String) {
    #expect(materialText(text) == text)
    #expect(subscriptedMaterialText(text) == text)
  }
}
