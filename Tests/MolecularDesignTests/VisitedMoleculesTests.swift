import Chemistry
import MolecularDesign
import Testing

@Suite struct VisitedMoleculesTests {
  @Test func eachStringIsCountedOnceUnderItsFate() throws {
    let texts = ["CCO", "OCC", "CCO", "CBr", "C1CC1", "CCN", "OF(C)C", "OF(C)C"]
    let strings = try texts.map { try ExtendedSMILES(smiles: $0) }
    let vocabulary = Vocabulary(of: strings)
    var visited = VisitedMolecules(
      filter: try MoleculeFilter(allowedElements: ["C", "H", "N", "O", "F"]).compiled(), excluding: ["CCN"])
    let weigh = { (molecules: [Molecule]) in molecules.map { [-$0.molecularWeight] } }
    let visits = try strings.map { string in
      let tokens = try #require(vocabulary.encode(string))
      return StringWithOrigin(
        string: ScoredString(tokens: tokens, tokenLogProbabilities: tokens.map { _ in -1 }), parent: nil, move: "test")
    }
    let evaluations = try visited.evaluate(visits, of: vocabulary, by: weigh)
    #expect(evaluations.map(\.molecule) == [0, 0, 0, 1, 2, 3, nil, nil])
    #expect(evaluations[0].logLikelihood == evaluations[1].logLikelihood)
    #expect(evaluations[3].logLikelihood == -.infinity)
    #expect(evaluations[6].logLikelihood == -.infinity)
    #expect(visited.candidates.map(\.molecule.smiles) == ["CCO", "C1CC1"])
    #expect(visited.rejections(atMost: 10).map(\.molecule.smiles) == ["CBr"])
    #expect(visited.rejections(atMost: 0).isEmpty)
    let counts = visited.counts
    #expect((counts.strings, counts.invalid, counts.repeated) == (8, 2, 2))
    #expect((counts.known, counts.candidates, counts.refused) == (1, 2, [.element: 1]))
    #expect(try visited.evaluate(visits, of: vocabulary, by: weigh) == evaluations)
    #expect(visited.counts.candidates == 2)
  }

  @Test func aMoleculeIsRecognisedByItsCanonicalSMILESAlsoAfterAnInterruption() throws {
    let filter = try MoleculeFilter().compiled()
    func made(_ texts: String...) -> [SMILESWithOrigin] {
      texts.map { SMILESWithOrigin(smiles: $0, parent: nil, move: "test") }
    }
    var visited = VisitedMolecules(filter: filter, excluding: [])
    #expect(try visited.evaluate(made("OCC", "CCO", "C(C)O"), by: unweighed).map(\.molecule) == [0, 0, 0])
    #expect(visited.counts.repeated == 2)
    var restored = VisitedMolecules(filter: filter, excluding: [], entries: visited.entries, counts: visited.counts)
    let further = made("CCO", "C(O)C", "CCN")
    #expect(try restored.evaluate(further, by: unweighed) == visited.evaluate(further, by: unweighed))
    #expect(restored.counts == visited.counts && restored.counts.repeated == 4)
  }
}
