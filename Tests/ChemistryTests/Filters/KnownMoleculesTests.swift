import Chemistry
import Foundation
import Testing

@Suite struct KnownMoleculesTests {
  @Test func moleculesAreKnownByTheirIdentity() throws {
    let known = KnownMolecules(try ["OCC", "c1ccccc1", "CCO"].map { try Molecule(smiles: $0) })
    #expect(known.count == 2)
    #expect(try known.contains(Molecule(smiles: "C(C)O")))
    #expect(try !known.contains(Molecule(smiles: "CCN")))
    #expect(try !KnownMolecules([Molecule]()).contains(Molecule(smiles: "CCN")))
    let filter = MoleculeFilter(known: known)
    #expect(try filter.rejection(of: Molecule(smiles: "C1=CC=CC=C1"))?.kind == .known)
    #expect(try filter.rejection(of: Molecule(smiles: "CCN")) == nil)
  }

  @Test func theDigestDependsOnTheMoleculesAlone() {
    let some = KnownMolecules(canonicalSMILES: ["CCO", "C", "CCN"])
    #expect(some.digest == KnownMolecules(canonicalSMILES: ["C", "CCN", "CCO", "C"]).digest)
    #expect(some.digest != KnownMolecules(canonicalSMILES: ["C", "CCN"]).digest)
    #expect(some.digest.wholeMatch(of: /[0-9a-f]{16}/) != nil)
    let parts = KnownMolecules(canonicalSMILES: ["CCO"]).union(KnownMolecules(canonicalSMILES: ["CCN", "C"]))
    #expect(parts == some)
  }

  @Test func theyAreWrittenAndReadBack() throws {
    let known = KnownMolecules(canonicalSMILES: ["CCO", "C"])
    #expect(try JSONDecoder().decode(KnownMolecules.self, from: JSONEncoder().encode(known)) == known)
  }

  @Test func manyAreAllToldApart() {
    let texts = (0..<300_000).lazy.map { "C\($0)" }
    #expect(KnownMolecules(canonicalSMILES: texts).count == 300_000)
  }
}
