import Calculation
import Testing

@Suite struct MOPACDocumentTests {
  private let document = MOPACDocument(
    """
     ####
     METHOD=PM7
     KEYWORDS=" PM7 CHARGE=0"
     ATOM_EL[03]=
      O  H
      H
     HEAT_OF_FORMATION:KCAL/MOL=-0.578D+02
     CYCLE[2]=
      1 2
     CYCLE[2]=
     # a remark
      3 4
     STARS[2]=
      1.0 ******
     GAP[1]= NaN
    """)

  @Test func whatStandsBehindTheSign() {
    #expect(document.text("METHOD") == "PM7")
    #expect(document.text("KEYWORDS") == "PM7 CHARGE=0")
    #expect(document.text("TITLE") == nil)
    #expect(document.number("HEAT_OF_FORMATION") == -57.8)
  }

  @Test func whatStandsInTheLinesBelow() {
    #expect(document.words("ATOM_EL") == ["O", "H", "H"])
    #expect(document.numbers("CYCLE") == [3, 4])
    #expect(document.number("CYCLE") == nil)
  }

  @Test func whatIsNoNumberIsNotRead() {
    #expect(document.numbers("STARS") == nil)
    #expect(document.number("GAP") == nil)
    #expect(document.number("ATOM_EL") == nil)
  }
}
