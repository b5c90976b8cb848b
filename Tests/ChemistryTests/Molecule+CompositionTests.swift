import Chemistry
import Compositions
import Foundation
import Testing

@Suite struct MoleculeCompositionTests {
  @Test func aCompositionIsAMaterialWithoutAGraph() throws {
    let oxide = try Molecule(formula: "Fe4O6")
    #expect(oxide.smiles == "Fe2 O3" && oxide.formula == "Fe2O3")
    #expect(oxide.composition == (try Composition("Fe2O3")))
    #expect(oxide.elements == ["Fe", "O"])
    #expect(oxide.atomCount == 5 && oxide.heavyAtomCount == 5 && oxide.electronCount == 76)
    #expect(oxide.charge == 0 && oxide.componentCount == 1 && oxide.radicalElectronCount == 0)
    #expect(abs(oxide.molecularWeight - 159.687) < 0.01)
    #expect(try Molecule(formula: "Ca(OH)2").heavyAtomCount == 3)
    #expect(try Molecule(smiles: "CCO").composition == nil)
  }

  @Test(arguments: ["Fe2O3", "C", "La0.7Sr0.3MnO3", "BN", "CO", "I", "Fe0.62C0.000953Mn0.000521", "CN2PS2", "H2"])
  func identitiesAreReadWhereSMILESAre(formula: String) throws {
    let material = try Molecule(formula: formula)
    let read = try Molecule(smiles: material.smiles)
    #expect(read == material && read.composition == material.composition)
    #expect(try JSONDecoder().decode(Molecule.self, from: JSONEncoder().encode(material)) == material)
  }

  /// Texts that are SMILES, or nearly identities, are no compositions.
  @Test(arguments: ["C1CC1", "C1", "CO", "BN", "C", "[Fe+3].[O-2]", "N1N1", "O"])
  func smilesAreMolecules(text: String) {
    #expect((try? Molecule(smiles: text))?.composition == nil)
  }

  @Test(arguments: ["Fe2O3", "Fe2 O3 ", "O3 Fe2", "Fe2 O", "C2", "C 2", "C1 O1", "Fe4 O6"])
  func otherTextsAreNoIdentities(text: String) {
    // Only the normalised formula is one.
    let isIdentity = (try? Molecule(smiles: text)) != nil
    #expect(isIdentity == (text == "C1 O1"))
  }

  @Test func whatNeedsAGraphRefusesACompositionInASentence() throws {
    let oxide = try Molecule(formula: "Fe2O3")
    let refusals: [() throws -> Void] = [
      { _ = try oxide.conformers(count: 1, seed: 1, isOneIsomer: false) }, { _ = try oxide.descriptors() },
      { _ = try oxide.molBlock() }, { _ = try Representation.maccs.features(of: oxide) },
      { _ = try Representation.physicalDescriptors.features(of: oxide) },
    ]
    for refusal in refusals {
      let error = #expect(throws: ChemistryError.self) { try refusal() }
      #expect(error?.description.contains("'Fe2O3'") == true && error?.description.hasSuffix(".") == true)
    }
  }

  @Test func aFormulaThatCannotBeReadIsNamedWithThePlace() {
    let error = #expect(throws: ChemistryError.self) { try Molecule(formula: "Fe2Xx3") }
    #expect(error?.description.contains("character 4") == true)
  }
}
