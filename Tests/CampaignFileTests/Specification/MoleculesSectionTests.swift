import CampaignFile
import CampaignTesting
import Chemistry
import Tables
import Testing

/// A campaign file whose molecules are limited by some lines, the first of which is line 9.
private func file(_ lines: String...) -> String {
  """
  name: small
  seed: 7
  objectives:
    - property: gap
      window: [1.0, 1.6]
  calculator:
    program: xtb
  molecules:
    \(lines.joined(separator: "\n  "))
  budget:
    calculations: 20
  """
}

private func read(_ lines: String) throws(SpecificationError) -> Specification {
  try Specification(file: "folder/small.yaml", text: file(lines))
}

private func message(_ lines: String...) -> String {
  do {
    _ = try Specification(file: "small.yaml", text: file(lines.joined(separator: "\n  ")))
    return "accepted"
  } catch {
    return error.description
  }
}

@Suite("The molecules that a campaign file allows")
struct MoleculesSectionTests {
  @Test("Every quantity has a key, whose ends may be open")
  func quantities() throws {
    for quantity in FilterQuantity.allCases {
      let (least, most) = (quantity.row.possible.lowerBound, quantity.row.possible.upperBound)
      let key = quantity.row.key
      #expect(try read("\(key): [\(least), \(most)]").filter.limits == [quantity: FilterLimit(least...most)])
      #expect(try read("\(key): [null, \(most)]").filter.limits == [quantity: FilterLimit(most: most)])
      #expect(try read("\(key): [\(least), ~]").filter.limits == [quantity: FilterLimit(least: least)])
      #expect(message("\(key): [\(least - 1), \(most)]").hasPrefix("small.yaml:9: 'molecules.\(key)' must have"))
      #expect(message("\(key): 3") == "small.yaml:9: 'molecules.\(key)' must be a list, as in [a, b].")
    }
  }

  @Test("The other keys are read")
  func others() throws {
    #expect(try read("ring_sizes: [5, 6]").filter.ringSizes == [5, 6])
    #expect(try read("ring_sizes: []").filter.ringSizes == [])
    #expect(try read("minimum_ring_size: 5").filter.minimumRingSize == 5)
    #expect(try read("maximum_ring_size: 7").filter.maximumRingSize == 7)
    #expect(try read("scaffold: '*c1ccccc1'").filter.scaffolds == ["*c1ccccc1"])
    #expect(try read("scaffold: ['c1ccccc1', 'c1ccncc1']").filter.scaffolds == ["c1ccccc1", "c1ccncc1"])
    #expect(try read("alerts: [NIH, ZINC, PAINS_A]").filter.catalogues == [.nih, .zinc, .painsA])
    #expect(try read("minimum_distance: 0.4").filter.minimumDistance == 0.4)
    #expect(try read("charged: true").filter.allowCharged)
    #expect(try read("radicals: true").filter.allowRadicals)
  }

  @Test("Files of known molecules are relative to the campaign file, and are not read yet")
  func known() throws {
    #expect(try read("known: known.smi").knownFiles == [MoleculeFile(path: "folder/known.smi")])
    #expect(
      try read("known: [a.smi, /b.csv]").knownFiles == [
        MoleculeFile(path: "folder/a.smi"), MoleculeFile(path: "/b.csv"),
      ])
    let table = try read("known: {file: b.csv, column: structure}")
    #expect(table.knownFiles == [MoleculeFile(path: "folder/b.csv", column: "structure")])
    #expect(table.filter.known == nil)
    #expect(try table.changedKeys(from: read("known: b.csv")) == ["molecules"])
  }

  @Test(
    "What cannot be meant is refused with its line",
    arguments: [
      ("loqp: [0, 3]", "The key 'molecules.loqp' is unknown; did you mean 'logp'?"),
      ("heavy_atms: [1, 3]", "The key 'molecules.heavy_atms' is unknown; did you mean 'heavy_atoms'?"),
      ("rings: [0.5, 3]", "'molecules.rings' must have whole numbers from 0 to 500 as its bounds."),
      ("logp: [3, 1]", "'molecules.logp' is reversed: its lower bound 3.0 is above its upper bound 1.0."),
      ("logp: [0, .inf]", "'molecules.logp' must have numbers as its bounds, or null for an open bound."),
      ("ring_sizes: [5, six]", "'molecules.ring_sizes' has 'six'; it must be a list of whole numbers from 3 to 1000."),
      (
        "minimum_distance: 1.5",
        "The molecule filter cannot be used: its minimum distance is 1.5, and must be from 0 to 1."
      ),
      ("molecular_weight: [0, 0]", "The molecule filter cannot be used: no molecule meets the upper limit 0: "),
      ("scaffold: 'c1cc'", "The scaffold 'c1cc' cannot be used: it is neither SMILES nor SMARTS."),
      ("known: {column: a}", "The key 'molecules.known.file' is missing: the path of a .smi, .csv or .sdf file."),
    ])
  func refused(line: String, expected: String) {
    #expect(message(line).hasPrefix("small.yaml:9: " + expected), "\(message(line))")
  }

  @Test("Two keys that contradict each other are refused")
  func contradictions() {
    #expect(
      message("charge: [0, 1]", "charged: true")
        == "small.yaml:10: 'molecules.charged' and 'charge' say the same thing and exclude each other; keep one.")
    #expect(message("rings: [0, 1]", "aromatic_rings: [2, 3]").hasPrefix("small.yaml:10: "))
    #expect(message("minimum_ring_size: 7", "maximum_ring_size: 6").contains("above its maximum"))
  }
}
