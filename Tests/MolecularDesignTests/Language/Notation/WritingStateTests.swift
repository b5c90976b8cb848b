import Chemistry
import MolecularDesign
import Numerics
import Testing

@Suite struct WritingStateTests {
  private func state(after text: String, vocabulary: Vocabulary) throws -> WritingState {
    var state = WritingState()
    var rest = Substring(text)
    while !rest.isEmpty {
      let next = try #require(
        vocabulary.tokens.indices.filter { rest.hasPrefix(vocabulary.tokens[$0].description) }
          .max { vocabulary.tokens[$0].description.count < vocabulary.tokens[$1].description.count })
      rest = rest.dropFirst(vocabulary.tokens[next].description.count)
      state.write(TokenID(next), of: vocabulary)
    }
    return state
  }

  private func allowed(after text: String, _ vocabulary: Vocabulary) throws -> String {
    let state = try state(after: text, vocabulary: vocabulary)
    return vocabulary.tokens.indices.filter { state.allows(TokenID($0), of: vocabulary) }
      .map { vocabulary.tokens[$0].description }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "C"), ("C", "! ( & C =O"), ("C(", "C =O"), ("C(C", "( ) & C =O"), ("C(C)", "( C =O"), ("C&", "( & C"),
    ("C&C", "( & C"), ("C&CC", "( & 0 C"), ("C&C(C", "( ) & 0 C =O"), ("C(C&CC", "( & 0 C"),
    ("C&&CC", "( & 0 1 C"), ("C&&CC0", "( & C"), ("C&&CC1", "( & C"), ("C&CC0", "! ( & C =O"), ("CC!", ""),
  ]) func onlyWhatADepthFirstWalkWritesIsAllowed(text: String, expected: String) throws {
    #expect(try allowed(after: text, Vocabulary(of: ["CC(C)=O", "C12CC1C2", "C1CC1"].map(string))) == expected)
  }

  @Test(arguments: [("CC(C)(C)C=O", "!"), ("CC(=O", ")"), ("C(=O)(C", "( ) & C =O")])
  func valencesAreKept(text: String, expected: String) throws {
    #expect(try allowed(after: text, Vocabulary(of: ["CC(C)=O", "C1CC1"].map(string))) == expected)
  }

  @Test func atomsInBracketsHaveTheBondsThatWereSeen() throws {
    let vocabulary = Vocabulary(of: try ["C[N+](C)(C)C", "CC(=O)[O-]"].map(string))
    // [O-] has one bond and [N+] four: no chain ends at a [N+] of one bond, or goes on after [O-].
    #expect(try allowed(after: "C[N+]", vocabulary) == "( &")
    #expect(try allowed(after: "CC[O-]", vocabulary) == "!")
    #expect(try allowed(after: "C[N+](C)(C)", vocabulary) == "C [N+] [O-]")
  }

  @Test func anAromaticAtomOutsideRingsOpensOne() throws {
    let vocabulary = Vocabulary(of: try ["Cc1ccccc1"].map(string))
    #expect(try allowed(after: "Cc", vocabulary) == "&")
    #expect(try allowed(after: "c", vocabulary) == "&")
  }

  @Test func aromaticRingsHaveAKekuleForm() throws {
    let vocabulary = Vocabulary(of: try ["Cc1ccccc1", "c1cc[nH]c1", "c1cccccc1=O"].map(string))
    // Five carbons have none unless one of them has a double bond out of the ring; with [nH] they have.
    #expect(try allowed(after: "c&cccc0", vocabulary) == "=O")
    #expect(try allowed(after: "[nH]&cccc0", vocabulary).contains("!"))
    #expect(try !allowed(after: "[nH]&ccccc0", vocabulary).contains("!"))
    #expect(try allowed(after: "c&ccccc0", vocabulary).contains("!"))
    // Nor can a ring close at an atom that would have to find a partner, and has no room for one.
    #expect(try !allowed(after: "c&cccc(C)c", vocabulary).contains(") "))
  }

  @Test func everyStringHasTheEndsOfTheTrainingStrings() throws {
    let vocabulary = Vocabulary(of: try ["*CC*", "*CC(*)C", "*OCC*"].map(string))
    #expect(vocabulary.starCount == 2)
    #expect(try !allowed(after: "*CC", vocabulary).contains("!"))
    #expect(try allowed(after: "*CC*", vocabulary) == "!")
    #expect(try !allowed(after: "C", vocabulary).contains("*"))  // at the end of the main chain one would be missing
    #expect(try allowed(after: "C(", vocabulary).contains("*"))
    #expect(try !allowed(after: "*C(*)C", vocabulary).contains("*"))
    #expect(Vocabulary(of: try ["*CC*", "CC"].map(string)).starCount == nil)
  }

  @Test func whatIsGrownIsAMolecule() throws {
    let model = try LanguageModel(
      trainingSMILES: ordinarySMILES, settings: LanguageModelSettings(order: 2), stream: RandomStream(seed: 3))
    var stream = RandomStream(seed: 4)
    var refused: [String] = []
    for _ in 0..<2000 {
      let drawn = model.sample(stream: &stream)
      if (try? Molecule(smiles: drawn?.smiles ?? "")) == nil { refused.append(drawn?.smiles ?? "unfinished") }
    }
    #expect(refused.count <= 10, "\(refused)")
  }

  @Test func aClosedBranchShrinksToItsFirstToken() throws {
    let vocabulary = Vocabulary(of: [try string("CC(COCC)O")])
    let state = try state(after: "CC(COC(C)C)", vocabulary: vocabulary)
    let context = state.context.dropFirst().map { vocabulary.tokens[Int($0)].description }.joined()
    #expect(context == "CC(C)")
    #expect(state.context.first == Vocabulary.start)
    #expect(state.length == 11)
  }

  @Test func theSizeOfTheRingThatWouldCloseIsCountedAlongTheBonds() throws {
    let vocabulary = Vocabulary(of: [try string("C1CC(CC)C1")])
    #expect(try state(after: "CC", vocabulary: vocabulary).openRingSize == 0)
    #expect(try state(after: "CC&CC(CC)C", vocabulary: vocabulary).openRingSize == 4)
    #expect(try state(after: "C&CC0C", vocabulary: vocabulary).openRingSize == 0)
  }
}
