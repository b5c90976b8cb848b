import CampaignFile
import CampaignTesting
import Chemistry
import Foundation
import MolecularDesign
import Reports
import Testing
import TransferLearning

@Suite("What the built-in library knew of a campaign")
struct LibraryKnowledgeTests {
  private func specification(_ surrogate: String?, extra: String = "") throws -> Specification {
    try Specification(file: "small.yaml", text: SmallCampaign.text(extra: extra, surrogate: surrogate))
  }

  /// A molecule that the library has a gap of, and one that nobody has.
  private func molecules() throws -> [String] {
    let network = try SharedNetwork.builtIn()
    let corpus = try Corpus.builtIn().molecules.map(\.smiles)
    let known = try #require(corpus.first { network.knownCount(of: 0, among: [$0]) == 1 })
    return [known, "not in the library"]
  }

  @Test("Known molecules are counted, property by property")
  func counts() throws {
    let network = try SharedNetwork.builtIn()
    let version = network.versionWithName
    let found = try LibraryKnowledge.list(specification(nil), among: molecules(), version: version)
    #expect(found.map(\.property) == ["gap"] && found[0].molecules == network.heads[0].trainingSize)
    #expect(found[0].known == 1 && found[0].among == 2)
    let text = found[0].text("molecules of the pool")
    #expect(text.hasPrefix("The built-in library has gap of ") && text.contains(" molecules by GFN2-xTB; "))
    #expect(text.hasSuffix("1 of the 2 molecules of the pool is among them."))
  }

  @Test("Nothing is said where the library does not serve, or another version did")
  func silence() throws {
    let version = try SharedNetwork.builtIn().versionWithName
    func properties(_ surrogate: String?, extra: String = "", version: String?) throws -> [String] {
      try LibraryKnowledge.list(specification(surrogate, extra: extra), among: [], version: version).map(\.property)
    }
    #expect(try properties("{sources: [gap]}", version: version) == ["gap"])
    #expect(try properties("{sources: [homo]}", version: version) == [])
    #expect(try properties("{library: none}", version: version) == [])
    #expect(try properties("{library: models.sqlite}", version: version) == [])
    #expect(try properties(nil, extra: "policy: random", version: version) == [])
    #expect(try properties(nil, version: "built-in 0") == [])
    #expect(try properties(nil, version: nil) == [])
  }
}
