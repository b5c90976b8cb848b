import Calculation
import Chemistry
import Testing

@Suite struct MoleculeIdentityTests {
  /// Trans- and cis-diazene, atoms in the order of `[H]N=N[H]`.
  private func diazene(_ smiles: String, lastHydrogenAt y: Double) throws -> (molecule: Molecule, geometry: Geometry) {
    let geometry = try Geometry(
      elements: ["N", "N", "H", "H"], coordinates: [0, 0, 0, 1.25, 0, 0, -0.3, 1.0, 0, 1.55, y, 0],
      bonds: [
        .init(first: 0, second: 1, order: 2), .init(first: 0, second: 2, order: 1),
        .init(first: 1, second: 3, order: 1),
      ])
    return (try Molecule(smiles: smiles), geometry)
  }

  private let orders = [AtomPair(0, 1): 2.0, AtomPair(0, 2): 0.95, AtomPair(1, 3): 0.95]

  @Test func theSameMoleculeIsNotSuspicious() throws {
    let (molecule, start) = try diazene("N=N", lastHydrogenAt: -1)
    let notes = try MoleculeIdentity.suspicions(of: start, from: start, of: molecule, bondOrders: orders)
    #expect(notes == [])
  }

  @Test func oneWitnessAgainstABondIsANote() throws {
    let (molecule, start) = try diazene("N=N", lastHydrogenAt: -1)
    var orders = orders
    orders[AtomPair(1, 3)] = 0.4
    let notes = try MoleculeIdentity.suspicions(of: start, from: start, of: molecule, bondOrders: orders)
    #expect(notes == ["The bond N2–H4 (1.04 Å, bond order 0.4) may be broken."])
  }

  @Test func twoWitnessesAgainstABondAreAnotherMolecule() throws {
    let (molecule, start) = try diazene("N=N", lastHydrogenAt: -1)
    let (_, geometry) = try diazene("N=N", lastHydrogenAt: -4)
    let failure = #expect(throws: CalculationFailure.self) {
      try MoleculeIdentity.suspicions(
        of: geometry, from: start, of: molecule, bondOrders: orders.merging([AtomPair(1, 3): 0]) { $1 })
    }
    #expect(failure?.failureClass == .topologyChanged)
    #expect(failure?.evidence.contains("N2–H4") == true)
  }

  @Test func anIsomerThatTheSMILESLeavesOpenMayRelaxToAnother() throws {
    let molecule = try Molecule(smiles: "FN=NF")
    let ends = try ["F/N=N/F", "F/N=N\\F"].map { smiles in
      try #require(try Molecule(smiles: smiles).conformers(count: 1, seed: 1).first)
    }
    let orders = Dictionary(uniqueKeysWithValues: ends[0].bonds.map { (AtomPair($0.first, $0.second), $0.order) })
    let notes = try MoleculeIdentity.suspicions(of: ends[1], from: ends[0], of: molecule, bondOrders: orders)
    #expect(
      notes == ["The stereoisomer F/N=N/F relaxed to F/N=N\\F; the SMILES leaves open which is meant."])
    #expect(try molecule.isomer(of: ends[1]) == "F/N=N\\F")
    #expect(try Molecule(smiles: "F/N=N/F").isomer(of: ends[0]) == nil)
  }
}
