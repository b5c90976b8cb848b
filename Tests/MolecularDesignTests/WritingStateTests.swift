import MolecularDesign
import Testing

@Suite struct WritingStateTests {
  private func state(after text: String, vocabulary: Vocabulary) throws -> WritingState {
    var state = WritingState()
    for character in text {
      let token = try #require(vocabulary.tokens.firstIndex { $0.description == String(character) })
      state.write(TokenID(token), of: vocabulary)
    }
    return state
  }

  private func allowed(after text: String) throws -> String {
    let vocabulary = Vocabulary(of: try ["CC(C)=O", "C12CC1C2", "C1CC1"].map(string))
    let state = try state(after: text, vocabulary: vocabulary)
    return vocabulary.tokens.indices.filter { state.allows(TokenID($0), of: vocabulary) }
      .map { vocabulary.tokens[$0].description }.joined(separator: " ")
  }

  @Test(arguments: [
    ("", "C"), ("C", "! ( & C =O"), ("C(", "C =O"), ("C(C", "( ) & C =O"), ("C(C)", "( C =O"), ("C&", "( & C =O"),
    ("C&C", "( & C =O"), ("C&CC", "( & 0 C =O"), ("C&C(C", "( ) & 0 C =O"), ("C(C&CC", "( & 0 C =O"),
    ("C&&CC", "( & 0 1 C =O"), ("C&&CC0", "( & C =O"), ("C&&CC1", "( & C =O"), ("C&CC0", "! ( & C =O"),
    ("CC!", ""),
  ]) func onlyWhatADepthFirstWalkWritesIsAllowed(text: String, expected: String) throws {
    #expect(try allowed(after: text) == expected)
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
