import Chemistry
import Foundation
import Testing

@Suite struct MolBlockTests {
  private func countsLine(_ block: String) -> Substring {
    let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count > 3 ? lines[3] : ""
  }

  @Test func aDepictionHasTheHeavyAtomsInAPlane() throws {
    let block = try Molecule(smiles: "CCO").molBlock()
    #expect(countsLine(block) == "  3  2  0  0  0  0  0  0  0  0999 V2000")
    #expect(block.contains("2D"))
    #expect(block.hasSuffix("M  END\n"))
    let zs = block.split(separator: "\n").filter { $0.contains(" C  ") || $0.contains(" O  ") }.map {
      $0.split(separator: " ")[2]
    }
    #expect(zs == ["0.0000", "0.0000", "0.0000"])
  }

  @Test func aGeometryIsWrittenWithItsHydrogens() throws {
    let molecule = try Molecule(smiles: "CCO")
    let geometry = try #require(try molecule.conformers(count: 1, seed: 1).first)
    let block = try molecule.molBlock(geometry: geometry)
    #expect(countsLine(block).hasPrefix("  9  8"))
    #expect(block.contains("3D"))
    #expect(block.components(separatedBy: " H  ").count == 7)
  }

  @Test func theGeometryOfAnotherMoleculeIsRefused() throws {
    let molecule = try Molecule(smiles: "CCO")
    let water = try #require(try Molecule(smiles: "O").conformers(count: 1, seed: 1).first)
    let error = #expect(throws: ChemistryError.self) { try molecule.molBlock(geometry: water) }
    #expect(error?.description.contains("3 atoms, but CCO has 9") == true)
    let ether = try #require(try Molecule(smiles: "COC").conformers(count: 1, seed: 1).first)
    let mixed = #expect(throws: ChemistryError.self) { try molecule.molBlock(geometry: ether) }
    #expect(mixed?.description.contains("atom 2 is O, but C in CCO") == true)
  }
}
