import Stores
import Testing

@Suite("What pages ask of a whole record")
struct CampaignStoreOverviewTests {
  private let folder: TemporaryFolder
  private let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("a.sqlite"))
  }

  @Test("The chosen candidates are those of all iterations, with what was predicted and what came")
  func chosen() throws {
    let chosen = try store.chosenCandidates()
    #expect(chosen.compactMap(\.calculation?.id) == [1, 2, 3])
    let one = try store.candidates(of: 0) + store.candidates(of: 1)
    #expect(Set(chosen) == Set(one.filter { $0.candidate.decision == .chosen }))
  }

  @Test("The molecules that were considered are those that were ranked and never chosen")
  func considered() throws {
    let all = try store.consideredMolecules(most: 100)
    #expect(all.map(\.smiles) == ["CCO"])
    #expect(all.first?.iteration == 0 && all.first?.move == "corpus")
    #expect(try store.consideredMolecules(upTo: 0, most: 100) == all)
    #expect(try store.consideredMolecules(most: 0).count <= 1)
  }

  @Test("Molecules are drawn as the isomer that was calculated, or as they are")
  func drawn() throws {
    let all = try store.molecules()
    let isomers = Dictionary(
      try store.calculations().compactMap { details in details.calculation.isomer.map { (details.molecule.id, $0) } }
    ) { first, _ in first }
    let drawn = try store.drawnSMILES(of: all.map(\.id) + [999])
    #expect(drawn.map(\.molecule) == all.map(\.id))
    #expect(drawn.map(\.smiles) == all.map { isomers[$0.id] ?? $0.smiles })
  }

  @Test("Times and geometries are those of the calculations")
  func calculations() throws {
    #expect(try store.programSeconds() == 63)
    let benzene = try #require(try store.history(ofSMILES: "c1ccccc1")).molecule.id
    #expect(try store.geometry(ofMolecule: benzene) == "1\nbenzene\nC 0 0 0\n")
    #expect(try store.geometry(ofMolecule: benzene + 100) == nil)
    #expect(!store.isCopy)
  }
}
