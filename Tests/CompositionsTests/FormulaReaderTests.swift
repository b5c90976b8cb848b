import Compositions
import Testing

@Suite struct FormulaReaderTests {
  @Test(arguments: [
    ("", 1, "there is no element"), ("Fe2O3)", 6, "not opened"), ("Fe(O", 3, "not closed"), ("Fe(O]2", 3, "not closed"),
    ("Fe()2", 3, "empty"), ("Xx2", 1, "not the symbol"), ("Am2O3", 1, "from H to Pu"), ("Na+", 3, "'+'"),
    ("fe2", 1, "capital letter"), ("Fe0", 3, "1e-9"), ("Fe2..3", 3, "not a number"), ("D2O", 1, "write H"),
    ("CuSO4.5H2O", 6, "hydrate"), ("H2O·", 5, "missing"), ("·H2O", 1, "no element"), ("Fe₂O₃+", 6, "'+'"),
    ("Fe2O3 hematite", 7, "'h'"), ("Fe2O3é", 6, "'é'"), ("CuSO4.5 H2O", 6, "hydrate"), ("3CaO.Al2O3", 5, "point"),
    // What people write, and formulas do not say.
    ("La1-xSrxMnO3", 4, "variables"), ("SrxTiO3", 3, "variables"), ("BaCxO3", 4, "variables"),
    ("YBa2Cu3O7−δ", 10, "variables"),
    ("SiO2·nH2O", 6, "variables"), ("LiFePO4/C", 8, "one material"), ("Y2O3:Eu", 5, "one material"),
    ("[Fe(CN)6]4-", 11, "charges"),
    ("(La,Sr)MnO3", 4, "amount of each element"), ("Fe2,5O3", 4, "point"), ("Fe18%Cr", 5, "per cent"),
    ("NaCl(aq)", 6, "capital letter"),
    ("Ti–6Al–4V", 3, "variables"), ("α-Al2O3", 1, "'α'"), ("CaSO4·½H2O", 7, "as a number"), ("Fe³⁺", 3, "charges"),
  ])
  func errorsNameTheCharacter(text: String, position: Int, words: String) {
    let error = #expect(throws: CompositionError.self) { try Composition(text) }
    #expect(error?.position == position, "\(error?.description ?? "")")
    #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasSuffix(".") == true)
  }

  @Test func numbersAreTheNearestToTheirDecimals() throws {
    for text in ["0.000953", "0.1", "6.93", "1e-05", "9.5e-05", "123456.789", ".5", "0.12345678901234567"] {
      let amount = try Composition("C\(text)Fe1000").parts.first { $0.element.symbol == "C" }?.amount
      #expect(amount == Double(text.hasPrefix(".") ? "0" + text : text), "\(text)")
    }
  }

  @Test(arguments: [
    ("CuSO4 · 5 H2O", "CuH10SO9"), ("K4[Fe(CN)6]·3H2O", "K4FeC6H6N6O3"), ("[(Ca)(OH)2]", "CaH2O2"),
    ("CuSO4×5H2O", "CuH10SO9"),
    ("CaSO4·0.5H2O", "Ca2H2S2O9"), ("Ba(Zr0.2Ti0.8)O3", "Ba5ZrTi4O15"), ("{[(Fe)2]3}O4", "Fe3O2"),
    ("Ca₃(PO₄)₂", "Ca3P2O8"),
    ("\u{a0}Fe2O3 ", "Fe2O3"), ("Al2O3.SiO2", "Al2SiO5"),
  ])
  func whatPeopleWriteIsRead(text: String, formula: String) throws {
    #expect(try Composition(text) == Composition(formula), "\(text)")
  }

  @Test func nestingAndLengthAreLimited() {
    let deep = String(repeating: "(", count: 21) + "O" + String(repeating: ")", count: 21)
    #expect(throws: CompositionError.self) { try Composition(deep) }
    #expect(throws: CompositionError.self) { try Composition(String(repeating: "Fe", count: 251)) }
  }
}
