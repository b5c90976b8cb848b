import MolecularDesign
import Testing

@Suite struct VocabularyTests {
  @Test func encodingRoundTrips() throws {
    let strings = try ordinarySMILES.map(string)
    let vocabulary = Vocabulary(of: strings)
    for string in strings {
      let encoded = try #require(vocabulary.encode(string))
      #expect(vocabulary.decode(encoded) == string)
    }
  }

  @Test func aTokenThatIsMissingMakesNoEncoding() throws {
    let vocabulary = Vocabulary(of: [try string("CCO")])
    #expect(vocabulary.encode(try string("CCN")) == nil)
    #expect(vocabulary.encode(try string("CC=O")) == nil)
  }

  @Test func theOrderDependsOnTheTokensAlone() throws {
    let strings = try ordinarySMILES.map(string)
    #expect(Vocabulary(of: strings) == Vocabulary(of: strings.reversed()))
  }
}
