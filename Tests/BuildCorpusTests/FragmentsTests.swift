import BuildCorpus
import Testing

@Suite struct FragmentsTests {
  private let phenyl = Group("phenyl", "c1ccccc1")
  private let tolyl = Group("p-tolyl", "c1ccc(C)cc1")

  @Test func groupsTakeTheirPlacesWithRingClosuresOfTheirOwn() {
    let entry = Template("1-({1})-4-({2})benzene", "c1({1})ccc({2})cc1").filled(phenyl, Group("cyano", "C#N"))
    #expect(entry.smiles == "c1(c6ccccc6)ccc(C#N)cc1")
    #expect(entry.name == "1-(phenyl)-4-(cyano)benzene")
  }

  @Test func aGroupIsBoundAtItsFirstAtom() {
    let entry = bound(tolyl, phenyl)
    #expect(entry.smiles == "c1(-c6ccccc6)ccc(C)cc1")
    #expect(entry.name == "(p-tolyl)-(phenyl)")
  }
}
