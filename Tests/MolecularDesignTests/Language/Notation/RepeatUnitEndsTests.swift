import Chemistry
import MolecularDesign
import Testing

@Suite struct RepeatUnitEndsTests {
  @Test func wholeMoleculesAloneWithoutACorpus() {
    let ends = RepeatUnitEnds(of: [])
    #expect(ends.molecule("CCO")?.smiles == "CCO")
    #expect(ends.molecule("*CCO*") == nil)
    #expect(ends.molecule("C1CC") == nil)
  }

  @Test func asManyEndsAsTheCorpusHas() throws {
    let units = RepeatUnitEnds(of: [try Molecule(smiles: "*CC*", isRepeatUnit: true)])
    #expect(units.molecule("*c1ccc(*)cc1") != nil)
    #expect(units.molecule("*CC") == nil)
    #expect(units.molecule("CC") == nil)
    let both = RepeatUnitEnds(of: [try Molecule(smiles: "*CC*", isRepeatUnit: true), try Molecule(smiles: "CC")])
    #expect(both.molecule("CCC") != nil && both.molecule("*CO*") != nil && both.molecule("*C") == nil)
    // All pairs of ends in the corpus are those of a repeat unit.
    #expect(both.molecule("[1*]C[2*]") == nil && both.molecule("*=CC=*") == nil)
    let others = RepeatUnitEnds(of: [try Molecule(smiles: "*=CC=*", isRepeatUnit: true)])
    #expect(others.molecule("[1*]C[2*]") != nil)
  }
}
