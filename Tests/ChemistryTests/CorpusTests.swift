import Chemistry
import Foundation
import Testing

/// The built-in corpus, read from the file that the program embeds.
@Suite struct CorpusTests {
  private let lines: [(smiles: String, name: String)]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Sources/CCorpus/corpus.smi"), encoding: .utf8)
    lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return (fields[0], fields.dropFirst().joined(separator: "\t"))
    }
  }

  @Test func itHoldsManyDistinctMoleculesInOrder() {
    #expect(lines.count >= 1500)
    #expect(Set(lines.map(\.smiles)).count == lines.count)
    #expect(lines.map(\.smiles) == lines.map(\.smiles).sorted())
    #expect(lines.allSatisfy { !$0.name.isEmpty && !$0.name.contains("\t") })
  }

  @Test func everyLineIsASmallNeutralMoleculeInCanonicalForm() throws {
    let filter = try MoleculeFilter(
      allowedElements: ["Br", "C", "Cl", "F", "H", "N", "O", "P", "S", "Si"], heavyAtoms: 1...25, maximumRingSize: 18
    ).compiled()
    for (smiles, name) in lines {
      let molecule = try Molecule(smiles: smiles)
      #expect(molecule.smiles == smiles, "\(name)")
      #expect(try filter.rejection(of: molecule) == nil, "\(name)")
      #expect(molecule.electronCount.isMultiple(of: 2), "\(name)")
    }
  }

  @Test func rootedStringsAreReadBackAsTheSameMolecule() throws {
    for (index, line) in lines.enumerated() where index.isMultiple(of: 10) {
      let molecule = try Molecule(smiles: line.smiles)
      let rooted = try molecule.rootedSMILES(atAtom: index % molecule.heavyAtomCount)
      #expect(try Molecule(smiles: rooted) == molecule, "\(line.smiles) became \(rooted)")
    }
  }
}
