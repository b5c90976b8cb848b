import Compositions
import Foundation
import Numerics
import Testing

@Suite struct CompositionTests {
  @Test(arguments: [
    ("Fe2O3", "Fe2O3"), ("O3Fe2", "Fe2O3"), ("Fe4O6", "Fe2O3"), ("FeO1.5", "Fe2O3"), ("Ca(OH)2", "CaH2O2"),
    ("K3[Fe(CN)6]", "K3FeC6N6"), ("CuSO4·5H2O", "CuH10SO9"), ("CuSO4*5H2O", "CuH10SO9"),
    ("La0.7Sr0.3MnO3", "Sr0.3La0.7MnO3"), ("La0.5Sr0.5MnO3", "SrLaMn2O6"), ("Fe₂O₃", "Fe2O3"), ("Ti50Ni50", "TiNi"),
    ("YBa2Cu3O6.93", "Ba2YCu3O6.93"), ("C", "C"), ("{Fe(2)}2O3", ""), ("Fe2 O3", "Fe2O3"),
    ("Bi0.5Sb1.5Te3", "BiSb3Te6"), ("Al0.3333333Ga0.6666667As", "AlGa2As3"),
    // Elements that share a site, however the formula is written.
    ("La7Sr3Mn10O30", "Sr0.3La0.7MnO3"), ("La1.4Sr0.6Mn2O6", "Sr0.3La0.7MnO3"), ("La14Sr6Mn20O59", "Sr0.3La0.7MnO2.95"),
    ("In33Ga67As100", "In0.33Ga0.67As"), ("Y100Ba200Cu300O693", "Ba2YCu3O6.93"), ("Ba3K2Fe10As10", "K0.4Ba0.6Fe2As2"),
    ("LiNi0.8Mn0.1Co0.1O2", "LiMn0.1Co0.1Ni0.8O2"), ("Bi2Te2.7Se0.3", "Bi2Te2.7Se0.3"), ("Fe19O20", "Fe0.95O"),
    ("Na11Mn25O50", "Na0.44MnO2"), ("Bi1.76Pb0.35Sr1.89Ca2Cu3O10.2", "Sr1.89Ca2Pb0.35Bi1.76Cu3O10.2"),
    ("Sr0.95Ba0.05Ti0.9Zr0.1O3", "Ba0.05Sr0.95Zr0.1Ti0.9O3"),
    ("La1.8Sr0.2CuO4", "Sr0.2La1.8CuO4"), ("Zn0.99Ga0.01Sb0.01Te0.99", "Zn0.99Ga0.01Sb0.01Te0.99"),
    ("GaSb0.95As0.05", "GaSb0.95As0.05"),
    ("Gd3Al0.74Si0.7S7", "Gd3Al0.74Si0.7S7"), ("Rh0.67Se2", "Rh0.67Se2"), ("La0.7Sr0.35MnO3", "Sr0.35La0.7MnO3"),
    ("Zn0.015Ga0.99As0.99Se0.01", "Zn0.015Ga0.99As0.99Se0.01"), ("H43PW12O60", "W12PH43O60"),
    ("Bi1.98Sb0.02Te3", "Bi1.98Sb0.02Te3"),
    // Whole formulas stay whole, though some of their amounts are multiples of five.
    ("Mg17Al12", "Mg17Al12"), ("Ca5(PO4)3F", "Ca5P3O12F"), ("Ca10(PO4)6(OH)2", "Ca5P3HO13"),
    ("Li5La3Nb2O12", "Li5La3Nb2O12"),
    ("Li10GeP2S12", "Li10GeP2S12"), ("KAl(SO4)2·12H2O", "KAlH24S2O20"), ("Na2B4O7·10H2O", "Na2B4H20O17"),
    ("Mg2Al4Si5O18", "Mg2Al4Si5O18"), ("Na5Al3F14", "Na5Al3F14"), ("K3LiNb6O15", "K3LiNb6O15"),
    ("Li4Mn5Ni3O16", "Li4Mn5Ni3O16"), ("Bi25FeO40", "FeBi25O40"),
    // Fractions of an alloy, and percent.
    ("Fe62.3Ni31.2Cr6.5", "Cr0.065Fe0.623Ni0.312"), ("Fe0.95C0.000953Mn0.04905", "Mn0.04905Fe0.95C0.000953"),
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

  /// The amounts of a formula times any number are the same material.
  @Test func onlyRatiosCount() throws {
    var stream = RandomStream(seed: 5)
    let symbols = ["La", "Sr", "Mn", "Fe", "O", "S"]
    for _ in 0..<3000 {
      let decimals = [1.0, 10, 20, 100, 1000][stream.uniform(below: 5)]
      let scale = [2.0, 3, 7, 10, 0.5, 0.1, 6, 0.25, 100][stream.uniform(below: 9)]
      let amounts = (0...stream.uniform(below: 6)).map { _ in
        Double(1 + stream.uniform(below: Int(3 * decimals))) / decimals
      }
      func formula(_ factor: Double) -> String {
        zip(symbols, amounts).map { $0 + String(format: "%.7g", $1 * factor) }.joined()
      }
      let (one, other) = (try Composition(formula(1)), try Composition(formula(scale)))
      #expect(one.identity == other.identity, "\(one) and \(other)")
      #expect(one.normalised.normalised.parts == one.normalised.parts)
      #expect(try Composition(one.identity).identity == one.identity)
      #expect(try Composition(one.normalised.formula).identity == one.identity)
      #expect(zip(one.fractions, one.normalised.fractions).allSatisfy { abs($0 - $1) < 1e-6 })
    }
  }

  /// Amounts that no digits could hold are as they are written.
  @Test func extremeRatiosHaveIdentitiesToo() throws {
    for text in [
      "H0.000000001O1000000000", "H1O1000000000", "H0.123456789O0.987654321C0.55555555", "Fe999999999O0.000001",
    ] {
      let composition = try Composition(text)
      #expect(try Composition(composition.identity).identity == composition.identity, "\(text)")
    }
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
