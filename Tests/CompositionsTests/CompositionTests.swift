import Compositions
import Testing

@Suite struct CompositionTests {
  @Test(arguments: [
    ("Fe2O3", "Fe2O3"), ("O3Fe2", "Fe2O3"), ("Fe4O6", "Fe2O3"), ("FeO1.5", "Fe2O3"), ("Ca(OH)2", "CaH2O2"),
    ("K3[Fe(CN)6]", "K3FeC6N6"), ("CuSO4·5H2O", "CuH10SO9"), ("CuSO4*5H2O", "CuH10SO9"),
    ("La0.7Sr0.3MnO3", "Sr0.3La0.7MnO3"), ("La0.5Sr0.5MnO3", "SrLaMn2O6"), ("Fe₂O₃", "Fe2O3"), ("Ti50Ni50", "TiNi"),
    ("YBa2Cu3O6.93", "Ba2YCu3O6.93"), ("C", "C"), ("{Fe(2)}2O3", ""), ("Fe2 O3", "Fe2O3"),
    ("Bi0.5Sb1.5Te3", "BiSb3Te6"), ("Al0.3333333Ga0.6666667As", "AlGa2As3"),
  ])
  func normalisedFormulasAreIdentities(text: String, formula: String) throws {
    guard !formula.isEmpty else {
      #expect(throws: CompositionError.self) { try Composition(text) }
      return
    }
    let composition = try Composition(text)
    #expect(composition.normalised.formula == formula)
    #expect(composition == (try Composition(formula)))
    // An identity is that of itself, and so is a formula.
    #expect(try Composition(composition.identity).identity == composition.identity)
    #expect(try Composition(composition.normalised.formula).identity == composition.identity)
    #expect(composition.normalised.normalised.parts == composition.normalised.parts)
  }

  @Test func amountsAreKeptAsWritten() throws {
    let composition = try Composition("Fe4O6")
    #expect(composition.parts.map(\.amount) == [4, 6])
    #expect(composition.atomCount == 10)
    #expect(composition.fractions == [0.4, 0.6])
    #expect(composition.symbols == ["Fe", "O"])
    #expect(abs(composition.weight - 2 * 159.688) < 0.01)
    #expect(composition.identity == "Fe2 O3")
  }

  @Test func partsWithASumOfWholeAmountsStayTogether() throws {
    // Elements that occur twice are added up.
    #expect(try Composition("CH3COOH").formula == "H4C2O2")
    #expect(try Composition("(NH4)2SO4").formula == "H8SN2O4")
    #expect(try Composition("2H2O*3H2O").formula == "H10O5")
  }
}
