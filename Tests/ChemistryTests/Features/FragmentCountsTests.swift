import Chemistry
import Foundation
import Testing

@Suite struct FragmentCountsTests {
  @Test(arguments: referenceMolecules.indices)
  func theNumbersAreThoseOfRDKitForPython(index: Int) throws {
    let fragments = try FragmentCounts.shared()
    let counts = try fragments.counts(in: Molecule(smiles: referenceMolecules[index])).counts
    let present = zip(fragments.names, counts).filter { $0.1 > 0 }
    #expect(Dictionary(uniqueKeysWithValues: present) == referenceFragments[index])
  }

  /// RDKit's own search finds a pattern where it is counted, and only there.
  @Test func aPatternIsCountedWhereRDKitFindsIt() throws {
    let fragments = try FragmentCounts.shared()
    let molecules = try variedMolecules.map { try Molecule(smiles: $0) }
      .filter { $0.componentCount == 1 }
    let counts = try molecules.map { try fragments.counts(in: $0).counts }
    for (place, smarts) in fragments.patterns.enumerated() {
      let filter = try MoleculeFilter(
        heavyAtoms: 1...1000, allowCharged: true, allowRadicals: true, forbidden: [smarts]
      ).compiled()
      for (molecule, counts) in zip(molecules, counts) {
        let isFound = try filter.rejection(of: molecule)?.kind == .forbidden
        #expect(isFound == (counts[place] > 0), "\(fragments.names[place]) in \(molecule)")
      }
    }
  }

  @Test func theListHasEveryNameOnce() throws {
    let fragments = try FragmentCounts.shared()
    #expect(fragments.names.count == 85)
    #expect(fragments.patterns.count == 85)
    #expect(fragments.names == fragments.names.sorted())
    #expect(fragments.names.contains("fr_C_O_noCOO"))
    #expect(fragments.digest.count == 16)
  }

  @Test func matchesOfTheSameAtomsCountOnce() throws {
    let file = try file(
      "# comment\nring\t\tc1ccccc1\npair\tx\t[#6]-[#6]\nring\tlater\tC1CC1\nbad line\nany-thing=1\t\t*\n")
    defer { try? FileManager.default.removeItem(at: file) }
    let fragments = try FragmentCounts(file: file.path)
    #expect(fragments.names == ["any_thing_1", "pair", "ring"])
    #expect(fragments.patterns == ["*", "[#6]-[#6]", "C1CC1"])
    #expect(try fragments.counts(in: Molecule(smiles: "CC1CC1")).counts == [4, 4, 1])
    #expect(try fragments.counts(in: Molecule(smiles: "[He]")).counts == [1, 0, 0])
  }

  @Test func whatCannotBeUsedIsNamedWithTheWayOut() throws {
    let missing = "/nonexistent/Data/FragmentDescriptors.csv"
    let error = #expect(throws: ChemistryError.self) { _ = try FragmentCounts(file: missing) }
    #expect(error?.description.contains(missing) == true)
    #expect(error?.description.contains("rdkit-data") == true)
    let wrong = try file("odd\t\tC(\n")
    let empty = try file("# nothing\n")
    let apart = try file("two\t\tC.C\n")
    defer { for file in [wrong, empty, apart] { try? FileManager.default.removeItem(at: file) } }
    for file in [wrong, empty, apart] {
      let error = #expect(throws: ChemistryError.self) { _ = try FragmentCounts(file: file.path) }
      #expect(error?.description.contains(file.path) == true)
    }
  }

  @Test func theDigestIsOfNamesAndPatterns() throws {
    let files = try ["a\tone\tC\n", "a\ttwo\tC\n", "a\tone\tN\n"].map { try file($0) }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let digests = try files.map { try FragmentCounts(file: $0.path).digest }
    #expect(digests[0] == digests[1])
    #expect(digests[0] != digests[2])
  }

  private func file(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(component: "fragments-\(UUID().uuidString).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  @Test func patternsThatAskForHybridisationAreRefused() throws {
    let (refused, read) = (try file("fr_planar\tplanar carbon\t[C^2]\n"), try file("fr_acid\tacid\tC(=O)[OX2H1]\n"))
    defer { for file in [refused, read] { try? FileManager.default.removeItem(at: file) } }
    #expect(throws: ChemistryError.self) { try FragmentCounts(file: refused.path) }
    #expect(try FragmentCounts(file: read.path).counts(in: Molecule(smiles: "CC(=O)O")).counts == [1])
  }
}
