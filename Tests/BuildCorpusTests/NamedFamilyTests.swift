import BuildCorpus
import Testing

@Suite struct NamedFamilyTests {
  @Test func aLineIsSMILESAndAName() {
    let family = NamedFamily("test", "CO methanol\nCC(=O)O acetic acid")
    #expect(family.entries.map(\.smiles) == ["CO", "CC(=O)O"])
    #expect(family.entries.map(\.name) == ["methanol", "acetic acid"])
  }
}
