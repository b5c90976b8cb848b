import Compositions
import Testing

@Suite struct CompositionTextTests {
  @Test func amountsOfOneAreNotWritten() throws {
    let composition = try Composition("Fe2O1.5Na")
    #expect(composition.formula == "NaFe2O1.5")
    #expect(composition.parts.map { composition.amountText(of: $0) } == ["", "2", "1.5"])
  }

  @Test func amountsHaveNoExponents() throws {
    #expect(try Composition("C9.5e-05Fe0.999905").formula == "Fe0.999905C0.000095")
    #expect(try Composition("Fe0.1000000001O").formula == "Fe0.1O")
    #expect(try Composition("Fe1000000O").formula == "Fe1000000O")
  }
}
