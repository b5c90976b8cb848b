import Campaign
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Foundation
import Prediction
import Reports
import Stores
import Testing

@Suite("The batch that is handed out")
struct SuggestionTests {
  @Test("Asked again, the answer is the same, and nothing is changed")
  func again() async throws {
    let campaign = try SmallCampaign.byHand()
    let first = try await campaign.suggest()
    let rows = try campaign.rows()
    let second = try await campaign.suggest()
    #expect(first.csv == second.csv && first.iteration == 0)
    #expect(try campaign.rows() == rows)
  }

  @Test("A program goes on with what was suggested, to the rows of a run that was never asked")
  func run() async throws {
    let (asked, whole) = (try SmallCampaign(), try SmallCampaign())
    _ = try await asked.suggest()
    try await asked.run()
    try await whole.run()
    #expect(try asked.rows() == whole.rows())
    let suggestion = try await asked.suggest()
    #expect(suggestion.endMessage == "All 24 calculations of the budget are done.")
    #expect(suggestion.molecules.isEmpty && suggestion.iteration == nil)
    #expect(suggestion.csv == "id,smiles,iteration,gap_predicted (eV),gap_predicted_sd (eV),why\n")
  }

  @Test("The structures carry numbers, predictions and reasons")
  func structures() async throws {
    let campaign = try SmallCampaign.byHand()
    try await campaign.tell(SmallCampaign.table(SmallCampaign.chains.prefix(8)))
    let suggestion = try await campaign.suggest()
    let records = try suggestion.sdf().split(separator: "$$$$\n")
    #expect(records.count == 4)
    for (record, molecule) in zip(records, suggestion.molecules) {
      let lines = record.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      func field(_ name: String) -> String? { lines.firstIndex(of: ">  <\(name)>").map { lines[$0 + 1] } }
      #expect(lines[0] == "small-\(molecule.id)" && lines[3].hasSuffix("V2000"))
      #expect(field("id") == "\(molecule.id)" && field("SMILES") == molecule.smiles)
      let shown = field("gap_predicted (eV)").flatMap(Double.init) ?? 0
      #expect(abs(shown - (molecule.predictions["gap"]?.mean ?? .infinity)) < 1e-3)
      #expect(field("why")?.hasPrefix("rank ") == true)
    }
  }

  @Test("A batch of the campaign's own size ends it where too little is expected, and one of a stated size does not")
  func gain() async throws {
    let campaign = try SmallCampaign.byHand(budget: "{calculations: 20, initial: 6, batch: 4, until: gain < 100}")
    try await campaign.tell(SmallCampaign.table(SmallCampaign.chains.prefix(8)))
    let stated = try await Suggestion.next(campaign.paths, count: 3)
    #expect(stated.molecules.count == 3 && stated.endMessage == nil)
    try await campaign.tell(SmallCampaign.table(stated.molecules.map(\.smiles)))
    let own = try await campaign.suggest()
    #expect(own.molecules.isEmpty)
    #expect(own.endMessage?.hasPrefix("The next 4 calculations are expected to give ") == true)
  }

  @Test("Nobody is asked twice at once")
  func locked() async throws {
    let campaign = try SmallCampaign.byHand()
    let lock = try CampaignLock(database: campaign.paths.database)
    await #expect(throws: CampaignError.self) { try await campaign.suggest() }
    withExtendedLifetime(lock) {}
    #expect(try !campaign.files.contains("small.sqlite"))
  }

  @Test("Further molecules are chosen while others are pending, each once, and the record says what was pending")
  func further() async throws {
    let campaign = try SmallCampaign.byHand()
    try await campaign.tell(SmallCampaign.table(SmallCampaign.chains.prefix(8)))
    let first = try await campaign.suggest()
    let second = try await Suggestion.next(campaign.paths, count: 3)
    let third = try await Suggestion.next(campaign.paths, count: 2)
    #expect([first, second, third].map(\.molecules.count) == [4, 3, 2])
    #expect([first, second, third].map(\.iteration) == [1, 2, 3])
    let all = [first, second, third].flatMap(\.molecules).map(\.smiles)
    #expect(Set(all).count == 9)
    // Without a number those that are pending are told, all of them.
    #expect(try await campaign.suggest().molecules.map(\.smiles) == all)
    let pending = try campaign.store.iterations().map(\.iteration.pending.count)
    #expect(pending == [0, 0, 4, 7])
    // Told in any order, each iteration ends by itself.
    try await campaign.tell(SmallCampaign.table(third.molecules.map(\.smiles)))
    try await campaign.tell(SmallCampaign.table(first.molecules.map(\.smiles)))
    #expect(try await campaign.suggest().molecules.map(\.smiles) == second.molecules.map(\.smiles))
    let error = await #expect(throws: CampaignError.self) {
      _ = try await Suggestion.next(campaign.paths, count: 20)
      _ = try await Suggestion.next(campaign.paths, count: 1)
    }
    #expect(error?.description.contains("Raise budget.calculations") == true)
  }

  @Test("While outcomes are to come, a campaign does not end for want of further molecules")
  func noFurther() async throws {
    let text = SmallCampaign.text(budget: "{calculations: 20, initial: 4, batch: 2}")
      .replacing("{program: table, file: values.csv}", with: "{program: by-hand, properties: {gap: eV, dipole: D}}")
      .replacing("particles: 40", with: "new_molecules: false, particles: 40")
    let campaign = try SmallCampaign(text, corpus: Array(SmallCampaign.chains.prefix(7)))
    let first = try await campaign.suggest()
    let second = try await Suggestion.next(campaign.paths, count: 3)
    #expect(first.molecules.count == 4 && second.molecules.count == 3)
    let rows = try campaign.rows()
    let error = await #expect(throws: CampaignError.self) { try await Suggestion.next(campaign.paths, count: 1) }
    #expect(error?.description.contains("7 are pending") == true)
    #expect(try campaign.rows() == rows)
    let telling = try await campaign.tell(SmallCampaign.table(first.molecules.map(\.smiles)))
    #expect(telling.told == 4 && telling.pending == 3 && telling.endMessage == nil)
  }

  /// The record alone is needed for what is pending, for telling, withdrawing and declining.
  @Test("Neither the corpus nor the calculator's files are needed where molecules are pending")
  func light() async throws {
    let campaign = try SmallCampaign()
    let first = try await campaign.suggest()
    for name in ["values.csv", "corpus.smi"] {
      try FileManager.default.removeItem(atPath: campaign.folder + "/" + name)
    }
    #expect(try await campaign.suggest().csv == first.csv)
    try await campaign.tell("smiles,gap\nc1ccccc1,6.5\n")
    _ = try await Withdrawal.withdraw("c1ccccc1", from: campaign.paths)
    _ = try await Decline.decline("\(first.molecules[0].id)", in: campaign.paths)
    #expect(try await campaign.suggest().molecules.count == first.molecules.count - 1)
  }
}

extension SuggestionTests {
  @Test("The record's molecules without an outcome are pending, with the numbers of their calculations")
  func pendingInTheRecord() async throws {
    let campaign = try SmallCampaign()
    _ = try await Suggestion.next(campaign.paths)
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    let history = try History(store, comparable: ComparableCalculations(store, calculator: "table"))
    let pending = try store.pendingCalculations()
    #expect(history.entries.isEmpty && !pending.isEmpty)
    #expect(history.pending.map(\.calculation) == pending.map(\.calculation.id))
    #expect(history.pending.map(\.molecule.smiles) == pending.map(\.molecule.smiles))
    #expect(history.identities == Set(pending.map(\.molecule.smiles)))
  }
}
