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

  @Test(arguments: ["CCO", "c1ccc2[nH]ccc2c1", "C[C@H](N)C(=O)O", "F/C=C/F", "F/C=C\\F", "C[N+](C)(C)C", "[CH3]"])
  func whatIsWrittenIsReadBack(smiles: String) throws {
    let molecule = try Molecule(smiles: smiles)
    #expect(try Molecule(molBlock: molecule.molBlock()) == molecule)
    let geometry = try #require(try molecule.conformers(count: 1, seed: 1).first)
    #expect(try Molecule(molBlock: molecule.molBlock(geometry: geometry)) == molecule)
  }

  @Test func whatIsNoMolBlockIsRefusedWithASentence() throws {
    let block = try Molecule(smiles: "CCO").molBlock()
    let atoms = (1...10_000).map { "M  V30 \($0) C 0 0 0 0" }.joined(separator: "\n")
    let huge =
      "\n\n\n  0  0  0  0  0  0            999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS 10000 0 0 0 0\nM  V30 BEGIN ATOM\n"
      + atoms + "\nM  V30 END ATOM\nM  V30 END CTAB\nM  END\n"
    for (text, words) in [
      ("", "no atoms"), ("\n\n\n", "Counts line"), ("nonsense", "cannot be read"),
      (String(block.prefix(60)), "cannot be read"),
      (huge, "10000 heavy atoms, more than the 500"), (String(repeating: "x", count: 2_000_000), "a million"),
      ("\u{0}" + block, "no text"),
    ] {
      let error = #expect(throws: ChemistryError.self) { try Molecule(molBlock: text) }
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
    // RDKit 2022.09 knows no such element, RDKit 2025.03 reads a dummy atom.
    let unknown = #expect(throws: ChemistryError.self) { try Molecule(molBlock: block.replacing(" C ", with: " Zz")) }
    #expect(["Zz", "dummy atom"].contains { unknown?.description.contains($0) == true }, "\(unknown as Any)")
  }

  /// Three atoms in a row; `changes` of the second one's symbol, of the bonds' type, and lines before the end.
  private func drawing(_ symbol: String = "C", bond: String = "1", lines: String = "") -> String {
    let second = symbol.padding(toLength: 3, withPad: " ", startingAt: 0)
    let rest = " 0  0  0  0  0  0  0  0  0  0  0  0\n"
    return "\n\n\n  3  2  0  0  0  0            999 V2000\n"
      + "    0.0000    0.0000    0.0000 C  \(rest)    1.2000    0.5000    0.0000 \(second)\(rest)"
      + "    2.4000    0.0000    0.0000 O  \(rest)  1  2  \(bond)  0  0  0  0\n  2  3  1  0  0  0  0\n\(lines)M  END\n"
  }

  @Test func aDrawingThatIsNoSingleMoleculeIsRefusedWithTheReason() throws {
    for (block, words) in [
      (drawing("L", lines: "M  ALS   2  2 F C   N   \n"), "atom 2 stands for any of several elements"),
      (drawing("L", lines: "M  ALS   2  2 T C   N   \n"), "atom 2 stands for any of several elements"),
      (drawing("A"), "atom 2 stands for any of"), (drawing("Q"), "atom 2 stands for any of"),
      (drawing("R#", lines: "M  RGP  1   2   1\n"), "atom 2 is the R group R1"),
      (drawing(bond: "5"), "bond 1 is a query"), (drawing(bond: "8"), "bond 1 is a query"),
      (drawing("C", lines: "A    2\nCF3\n"), "atom 2 has the alias 'CF3'"),
      (drawing("C", lines: "M  RAD  1   2   1\n"), "atom 2 is a singlet biradical"),
      (drawing("C", lines: "M  SUB  1   2   2\n"), "atom 2 is a query"),
      (drawing("C", lines: "M  APO  1   2   1\n"), "atom 2 has a point of attachment"),
      (
        drawing(
          "C",
          lines:
            "M  STY  1   1 SRU\nM  SAL   1  1   2\nM  SBL   1  2   1   2\nM  SMT   1 n\nM  SDI   1  4    0.0000    0.0000    0.0000    1.0000\nM  SDI   1  4    2.0000    0.0000    2.0000    1.0000\n"
        ),
        "a group of type SRU"
      ),
    ] {
      let error = #expect(throws: ChemistryError.self) { try Molecule(molBlock: block) }
      #expect(error?.description.contains(words) == true, "\(words): \(String(describing: error))")
    }
  }

  @Test func aLabelThatSpellsItsAtomIsNone() throws {
    for label in ["CH2", "H2C", "C"] {
      #expect(try Molecule(molBlock: drawing("C", lines: "A    2\n\(label)\n")).smiles == "CCO")
    }
    #expect(try Molecule(molBlock: drawing()).smiles == "CCO")
    #expect(try Molecule(molBlock: drawing("N", lines: "M  CHG  1   2   1\n")).charge == 1)
    #expect(try Molecule(molBlock: drawing("C", lines: "M  RAD  1   2   2\n")).radicalElectronCount == 1)
  }
}
