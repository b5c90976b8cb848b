import Stores
import Testing

@Suite struct ConfirmationsTests {
  let folder: TemporaryFolder
  let store: CampaignStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Sample.run(at: folder.file("campaign.sqlite"))
  }

  private func confirm(_ entry: ProtocolEntry, _ gap: Double?) throws {
    let benzene = try #require(try store.calculations().first?.molecule.id)
    try store.recordConfirmations(iteration: 0, molecules: [benzene], calculator: "xtb", protocol: entry)
    guard let gap else { return }
    let number = try #require(try store.extraCalculations(.confirm).last?.calculation.id)
    try store.recordExtraOutcome(
      of: number, .succeeded(ResultEntry(observations: [ObservationEntry(property: "gap", value: gap)])),
      attempts: [], wallSeconds: 1)
  }

  @Test func onlyThoseOfOneProtocolCount() throws {
    let smiles = Sample.benzene.smiles
    let (cheap, better) = (CampaignStoreExtrasTests.cheap, CampaignStoreExtrasTests.better)
    #expect(try Confirmations(store, calculator: "xtb").calculation(of: smiles) == nil)
    try confirm(cheap, 4.5)
    #expect(try Confirmations(store, calculator: "xtb").values(of: smiles) == ["gap": 4.5])
    #expect(try Confirmations(store, calculator: "mopac").values(of: smiles).isEmpty)
    #expect(try !Confirmations(store, calculator: "xtb", current: better).hasEnded(smiles))
    try confirm(better, nil)
    // The last one is in force, although it has not ended.
    let now = try Confirmations(store, calculator: "xtb")
    #expect(now.calculation(of: smiles)?.calculation.state == .pending && !now.hasEnded(smiles))
    #expect(try Confirmations(store, calculator: "xtb", current: cheap).hasEnded(smiles))
    #expect(now.values(of: Sample.phenol.smiles).isEmpty && !now.hasEnded(Sample.phenol.smiles))
  }
}
