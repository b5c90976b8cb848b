import Compositions
import Testing

@Suite struct FormulaReaderTests {
  @Test(arguments: [
    ("", 1, "there is no element"), ("Fe2O3)", 6, "not opened"), ("Fe(O", 3, "not closed"), ("Fe(O]2", 3, "not closed"),
    ("Fe()2", 3, "empty"), ("Xx2", 1, "not the symbol"), ("Am2O3", 1, "from H to Pu"), ("Na+", 3, "'+'"),
    ("fe2", 1, "no element"), ("Fe0", 3, "1e-9"), ("Fe2..3", 3, "not a number"), ("D2O", 1, "write H"),
    ("CuSO4.5H2O", 6, "hydrate"), ("H2O·", 5, "missing"), ("·H2O", 1, "no element"), ("Fe₂O₃+", 6, "'+'"),
    ("Fe2O3 hematite", 7, "'h'"), ("Fe2O3é", 6, "'é'"),
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

  @Test func nestingAndLengthAreLimited() {
    let deep = String(repeating: "(", count: 21) + "O" + String(repeating: ")", count: 21)
    #expect(throws: CompositionError.self) { try Composition(deep) }
    #expect(throws: CompositionError.self) { try Composition(String(repeating: "Fe", count: 251)) }
  }
}
