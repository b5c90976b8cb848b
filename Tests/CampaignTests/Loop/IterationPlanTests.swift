import Campaign
import CampaignFile
import CampaignTesting
import Chemistry
import Prediction
import Stores
import Testing

/// A history of chains, with their values where they succeeded.
func history(_ smiles: some Sequence<String>, succeeded: Bool = true) throws -> History {
  History(
    try smiles.map { smiles in
      try History.Entry(
        molecule: Molecule(smiles: smiles),
        values: succeeded ? ["gap": SmallCampaign.gap(of: smiles), "dipole": SmallCampaign.dipole(of: smiles)] : [:],
        succeeded: succeeded)
    })
}

/// Checks what holds of every plan.
func check(_ plan: IterationPlan, history: History) {
  let smiles = plan.candidates.map(\.molecule.smiles)
  #expect(Set(smiles).count == smiles.count, "each candidate once")
  let ranked = plan.candidates.filter { $0.decision != .refused }
  #expect(ranked.map(\.rank) == (1...ranked.count).map { $0 }, "ranks without gaps, in order")
  #expect(ranked.allSatisfy { !history.identities.contains($0.molecule.smiles) }, "nothing known is proposed")
  let positions = plan.batch.compactMap(\.position).sorted()
  #expect(positions == Array(1...plan.batch.count))
  for entry in plan.candidates {
    #expect((entry.position != nil) == (entry.decision == .chosen))
    #expect((entry.rank == nil) == (entry.decision == .refused))
    #expect(!entry.reason.isEmpty)
  }
  #expect(plan.rankedCount == ranked.count)
}

@Suite("What the record keeps of a design")
struct IterationPlanTests {
  @Test("The reasons say why one was chosen or passed over")
  func reasons() throws {
    let campaign = try SmallCampaign()
    let designer = try campaign.designer()
    let history = try history(SmallCampaign.learntChains.prefix(12))
    var passedOver = false
    for iteration in 1...4 {
      let plan = try designer.plan(iteration: iteration, history: history)
      let worst = try #require(plan.batch.compactMap(\.rank).max())
      passedOver = passedOver || worst > plan.batch.count
      checkReasons(of: plan, worst: worst)
    }
    #expect(passedOver, "an example must have one that was passed over for its likeness")
  }

  private func checkReasons(of plan: IterationPlan, worst: Int) {
    let ranked = plan.candidates.filter { $0.decision != .refused }
    for entry in ranked {
      guard let rank = entry.rank else {
        Issue.record("\(entry.molecule.smiles) has no rank.")
        continue
      }
      switch entry.position {
      case 1?: #expect(entry.reason == "rank 1 of \(ranked.count) by log-window: the best")
      case let position? where position == rank:
        #expect(entry.reason == "rank \(rank) of \(ranked.count) by log-window, choice \(position)")
      case let position?:
        #expect(
          entry.reason
            == "rank \(rank) of \(ranked.count) by log-window, choice \(position): "
            + "the best unlike those already chosen")
      case nil where rank < worst:
        #expect(entry.reason == "rank \(rank) by log-window: too similar to a molecule already chosen")
      case nil: #expect(entry.reason == "rank \(rank) by log-window: below the batch of 4")
      }
    }
  }

  @Test("What the filters take out is recorded with the reason")
  func refused() throws {
    let campaign = try SmallCampaign(SmallCampaign.text(molecules: "{elements: [H, C, N, O], heavy_atoms: [2, 5]}"))
    let history = try history(["CCO", "CCN", "CCC", "OCCO"])
    let plan = try campaign.designer().plan(iteration: 1, history: history)
    check(plan, history: history)
    let refused = plan.candidates.filter { $0.decision == .refused }
    #expect(!refused.isEmpty)
    #expect(plan.refusals.map(\.count).reduce(0, +) == refused.count)
    #expect(plan.refusals.map(\.reason) == plan.refusals.map(\.reason).sorted())
    for entry in plan.candidates where entry.decision != .refused {
      let molecule = try Molecule(smiles: entry.molecule.smiles)
      #expect(try campaign.specification().filter.rejection(of: molecule) == nil)
    }
  }
}
