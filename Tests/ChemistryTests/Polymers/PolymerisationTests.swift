import Chemistry
import Testing

@Suite struct PolymerisationTests {
  /// Polymers that are made so, cut in several ways.
  @Test(arguments: [
    ("*CC(*)c1ccccc1", [Polymerisation.vinyl]), ("*C*", [.vinyl]), ("*C(*)(F)F", [.vinyl]),
    ("*CC(C)(C(=O)OC)*", [.vinyl]), ("*C(Cl)C*", [.vinyl]),
    ("*CC=CC*", [.diene]), ("*C=CCC*", [.diene]), ("*CC(C)=CC*", [.diene]), ("*C=C*", [.alkyne]),
    ("*C(c1ccccc1)=C*", [.alkyne]), ("*CCO*", [.ringOpening]), ("*CO*", [.ringOpening]), ("*CCCCO*", [.ringOpening]),
    ("*[Si](C)(C)O*", [.ringOpening]), ("*OCCCCCC(=O)*", [.ringOpening, .condensation]),
    ("*NCCCCCC(=O)*", [.ringOpening, .condensation]), ("*OC(C)C(=O)*", [.ringOpening, .condensation]),
    ("*OCCCOC(=O)*", [.ringOpening, .condensation]), ("*CCCC=C*", [.metathesis]), ("*C=CC1CCC(*)C1", [.metathesis]),
    ("*OCCOC(=O)c1ccc(C(*)=O)cc1", [.condensation]), ("*CCNC(=O)CCCCC(=O)NCCCC*", [.condensation]),
    ("*Oc1ccc(C(=O)c2ccc(*)cc2)cc1", [.condensation]), ("*Nc1ccc(NC(=O)c2ccc(C(*)=O)cc2)cc1", [.condensation]),
    ("*N1C(=O)c2cc3c(cc2C1=O)C(=O)N(c1ccc(*)cc1)C3=O", [.condensation]),
    ("*c1ccc(*)s1", [.coupling]), ("*c1ccc(*)cc1", [.coupling]), ("*C=Cc1ccc(*)cc1", [.coupling]),
    ("*C#Cc1ccc(*)cc1", [.coupling]), ("*Nc1ccc(*)cc1", [.coupling]),
    ("*CCC(*)c1ccccc1", []), ("*C(C)C(C)*", []), ("*CC(=O)CC*", []),
  ])
  func aUnitIsOfTheClassesThatMakeIt(unit: String, classes: [Polymerisation]) throws {
    #expect(try RepeatUnit(smiles: unit).polymerisations() == classes)
  }

  @Test(arguments: [
    ("C=Cc1ccccc1", Polymerisation.vinyl, ["*CC(*)c1ccccc1"]), ("C=C(C)C(=O)OC", .vinyl, ["*CC(*)(C)C(=O)OC"]),
    ("FC(F)=C(F)F", .vinyl, ["*C(*)(F)F"]), ("C=CC=C", .diene, ["*CC=CC*"]), ("C=CC(C)=C", .diene, ["*CC=C(C)C*"]),
    ("C=CC=C", .vinyl, []), ("C#Cc1ccccc1", .alkyne, ["*C=C(*)c1ccccc1"]),
    ("C1CO1", .ringOpening, ["*CCO*"]), ("CC1CO1", .ringOpening, ["*CC(C)O*"]), ("C1CCOC1", .ringOpening, ["*CCCCO*"]),
    ("C1CCOCC1", .ringOpening, []), ("O=C1CCCCCO1", .ringOpening, ["*OCCCCCC(=O)*"]),
    ("O=C1CCCCCN1", .ringOpening, ["*NCCCCCC(=O)*"]), ("O=C1OC(C)C(=O)OC1C", .ringOpening, ["*OC(C)C(=O)*"]),
    ("C1CC2CC1C=C2", .metathesis, ["*C=CC1CCC(*)C1"]), ("C1=CCCC1", .metathesis, ["*C=CCCC*"]),
    ("C1=CCCCC1", .metathesis, []),
    ("OCCCC(=O)O", .condensation, ["*OCCCC(=O)*"]), ("NCC(=O)O", .condensation, ["*NCC(=O)*"]),
    ("c1ccsc1", .coupling, ["*c1ccc(*)s1"]), ("c1ccccc1", .coupling, ["*c1ccc(*)cc1"]), ("CCO", .vinyl, []),
  ])
  func aMonomerGivesItsUnits(monomer: String, class: Polymerisation, units: [String]) throws {
    let found = try Molecule(smiles: monomer).repeatUnits(by: `class`)
    #expect(try Set(found) == Set(units.map { try RepeatUnit(smiles: $0) }))
    // What a monomer gives by a class is of that class.
    for unit in found { #expect(try unit.polymerisations().contains(`class`), "\(unit.molecule)") }
  }

  @Test func twoMonomersCondense() throws {
    let partners = try ["OCCO", "NCCCCCCN", "Nc1ccc(N)cc1", "CCO"].map { try Molecule(smiles: $0) }
    let found = try Molecule(smiles: "OC(=O)c1ccc(C(=O)O)cc1").condensed(with: partners)
    let expected = [
      "*OCCOC(=O)c1ccc(C(*)=O)cc1", "*NCCCCCCNC(=O)c1ccc(C(*)=O)cc1", "*Nc1ccc(NC(=O)c2ccc(C(*)=O)cc2)cc1",
    ]
    #expect(try Set(found) == Set(expected.map { try RepeatUnit(smiles: $0) }))
    #expect(try Molecule(smiles: "CC(=O)O").condensed(with: partners) == [])
    // The halves keep their ends: a dicarboxylic acid is more than its smallest unit.
    #expect(
      try Molecule(smiles: "OC(=O)C(=O)O").condensed(with: [partners[0]]) == [RepeatUnit(smiles: "*OCCOC(=O)C(*)=O")])
  }
}
