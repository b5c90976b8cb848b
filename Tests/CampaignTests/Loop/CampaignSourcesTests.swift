import Campaign
import CampaignFile
import CampaignTesting
import Files
import SourceModels
import Testing
import TransferLearning

@Suite("The source models of a campaign")
struct CampaignSourcesTests {
  private func file(_ surrogate: String?) throws -> CampaignFile {
    try CampaignFile(path: "small.yaml", text: SmallCampaign.text(surrogate: surrogate))
  }

  /// The built-in library as a program with another RDKit sees it.
  private func foreign(_ name: String) throws(CampaignError) -> ModelLibrary {
    try CampaignError.mapping {
      let network = try SharedNetwork.builtIn()
      let origin = SharedNetwork.Origin(
        representation: .init(name: network.origin.representation.name, version: "0; 0"), file: network.origin.file,
        digest: network.origin.digest, settings: network.origin.settings, seed: 1,
        programVersion: network.origin.programVersion, createdAt: network.origin.createdAt)
      return ModelLibrary(
        builtIn: SharedNetwork(
          heads: network.heads, origin: origin, network: network.network, values: network.heads.map { _ in [] }))
    }
  }

  @Test("The built-in library serves a campaign that names none")
  func builtIn() throws {
    let sources = try CampaignSources(file(nil))
    #expect(try sources.digest == SharedNetwork.builtIn().versionWithName && sources.warning == nil)
    #expect(sources.models.count == 8)
    #expect(try CampaignSources(file("{sources: [homo]}")).models.map(\.property) == ["homo"])
    let none = try CampaignSources(file("{library: none}"))
    #expect(none.models.isEmpty && none.digest == nil && none.warning == nil)
  }

  @Test("With another RDKit it is left out with a warning, and nothing is recorded of it")
  func leftOut() throws {
    let sources = try CampaignSources(file("{model: standard}"), open: foreign)
    #expect(sources.models.isEmpty && sources.digest == nil)
    #expect(sources.warning?.hasPrefix("The built-in library was trained on features ") == true)
  }

  @Test("A library that the file asks for is refused then", arguments: ["{library: built-in}", "{sources: [gap]}"])
  func refused(surrogate: String) throws {
    let file = try file(surrogate)
    let error = #expect(throws: CampaignError.self) { try CampaignSources(file, open: foreign) }
    #expect(error?.kind == .input && error?.description.contains("its predictions would be wrong") == true)
  }
}
