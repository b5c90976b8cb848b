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
    let found = try LibraryKnowledge.list(specification(nil), among: molecules())
    #expect(found.map(\.property) == ["gap"] && found[0].molecules == network.heads[0].trainingSize)
    #expect(found[0].known == 1 && found[0].among == 2)
    let text = found[0].text("molecules of the pool")
    #expect(text.hasPrefix("The built-in library has gap of ") && text.contains(" molecules by GFN2-xTB; "))
    #expect(text.hasSuffix("1 of the 2 molecules of the pool is among them."))
    #expect(try LibraryKnowledge.list(specification(nil), among: [], version: network.versionWithName).count == 1)
  }

  @Test("Nothing is said where the library does not serve, or another version did")
  func silence() throws {
    #expect(try LibraryKnowledge.list(specification("{library: none}"), among: []).isEmpty)
    #expect(try LibraryKnowledge.list(specification("{library: models.sqlite}"), among: []).isEmpty)
    #expect(try LibraryKnowledge.list(specification(nil, extra: "policy: random"), among: []).isEmpty)
    #expect(try LibraryKnowledge.list(specification(nil), among: [], version: "built-in 0").isEmpty)
  }
}
