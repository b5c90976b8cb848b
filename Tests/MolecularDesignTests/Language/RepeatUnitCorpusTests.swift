import Chemistry
import Foundation
import MolecularDesign
import Testing

@Suite struct RepeatUnitCorpusTests {
  @Test func theBuiltInUnitsAreDistinctNamedAndCanBeMade() throws {
    let corpus = try Corpus.builtInRepeatUnits()
    #expect(corpus.molecules.count > 1000)
    #expect(Set(corpus.molecules).count == corpus.molecules.count)
    #expect(corpus.names.allSatisfy { $0?.hasPrefix("poly(") == true })
    var counts: [Polymerisation: Int] = [:]
    for molecule in corpus.molecules {
      let ways = try RepeatUnit(molecule).polymerisations()
      #expect(!ways.isEmpty, "\(molecule)")
      for way in ways { counts[way, default: 0] += 1 }
    }
    for way in Polymerisation.allCases { #expect(counts[way, default: 0] > 0, "\(way)") }
  }

  @Test(arguments: [
    ("*CC(*)c1ccccc1", "poly(styrene)"), ("*CC(*)(C)C(=O)OC", "poly(methyl methacrylate)"), ("*CCO*", "poly(oxirane)"),
    ("*OCCOC(=O)c1ccc(C(*)=O)cc1", "poly(terephthalic acid-alt-ethylene glycol)"),
    ("*c1ccc(*)s1", "poly(thiophene)"), ("*/C=C/c1ccc(*)cc1", "poly(benzene-alt-vinylene)"),
  ])
  func knownPolymersAreAmongThem(smiles: String, name: String) throws {
    let corpus = try Corpus.builtInRepeatUnits()
    let place = try #require(corpus.molecules.firstIndex(of: RepeatUnit(smiles: smiles).molecule), "\(smiles)")
    #expect(corpus.names[place] == name)
  }

  /// Nothing is lost: the language that is learnt from them can write them.
  @Test func theLanguageHasAllOfThem() throws {
    for molecule in try Corpus.builtInRepeatUnits().molecules {
      #expect(throws: Never.self) { try ExtendedSMILES(smiles: molecule.smiles) }
    }
  }

  @Test func aListForRepeatUnitsTakesNothingElse() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "units-\(UUID().uuidString).smi")
    defer { try? FileManager.default.removeItem(at: file) }
    try "*COC*\n*CCO*\nCCO\n*CC\n*=CC=*\n*CCCC*\n".write(to: file, atomically: true, encoding: .utf8)
    let corpus = try Corpus(path: file.path(percentEncoded: false), onlyRepeatUnits: true, isForLanguage: false)
    #expect(try corpus.molecules == ["*CCO*", "*C*"].map { try RepeatUnit(smiles: $0).molecule })
    #expect(corpus.duplicateCount == 1)
    #expect(corpus.refusedLines.map(\.line) == [3, 4, 5])
    #expect(corpus.refusedLines.allSatisfy { $0.reason.contains("it is no repeat unit") })
  }
}
