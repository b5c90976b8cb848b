import CampaignTesting
import Files
import Reports
import Stores
import Testing

@Suite("What an iteration considered, and what is known of a molecule")
struct InspectionReportTests {
  @Test("The last iteration, unless another is asked for")
  func iteration() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let last = try InspectionReport(of: campaign.paths, iteration: nil)
    #expect(last.iteration.number == 4)
    #expect(last.units == ["gap": "eV", "dipole": "D"])
    #expect(last.fits.map(\.property) == ["gap"] && last.fits.map(\.iteration) == [4])
    #expect(last.steps.map(\.number) == Array(0..<4))
    #expect(last.candidates.count == last.iteration.candidates + last.iteration.refused)
    #expect(last.candidates.compactMap(\.rank) == Array(1...last.iteration.candidates))
    #expect(last.candidates.count { $0.decision == "chosen" } == last.iteration.chosen)
    let first = try InspectionReport(of: campaign.paths, iteration: 0)
    #expect(first.fits.isEmpty && first.steps.isEmpty)
    #expect(first.candidates.map(\.decision) == Array(repeating: "chosen", count: 8))
  }

  @Test("The weights of models are in it where several were weighed")
  func models() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(surrogate: "{model: automatic, library: none}"))
    try await campaign.run()
    let transfers = try InspectionReport(of: campaign.paths, iteration: 4).transfers
    #expect(Set(transfers.compactMap(\.model)).isSuperset(of: ["standard", "detailed", "power(standard)"]))
    #expect(transfers.allSatisfy { $0.property == "gap" && $0.sources.isEmpty && $0.leaveOneOutLogDensity != nil })
    #expect(abs(transfers.reduce(0) { $0 + $1.weight } - 1) < 1e-9)
    #expect(zip(transfers, transfers.dropFirst()).allSatisfy { $0.weight >= $1.weight })
  }

  @Test("A chosen one has its prediction, its value and the error in standard deviations")
  func errors() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    var checked = 0
    let reports = try (1...4).map { try InspectionReport(of: campaign.paths, iteration: $0) }
    for candidate in reports.flatMap(\.candidates) {
      guard candidate.decision == "chosen" else {
        #expect(candidate.calculation == nil)
        continue
      }
      let calculation = try #require(candidate.calculation)
      let prediction = try #require(candidate.predictions["gap"])
      #expect(calculation.calculator == "table")
      guard calculation.state == "succeeded" else {
        #expect(calculation.failureClass == "input" && calculation.values.isEmpty && calculation.errors.isEmpty)
        #expect(calculation.failureMessage?.contains("has no molecule '\(candidate.smiles)'") == true)
        continue
      }
      let gap = SmallCampaign.gap(of: candidate.smiles)
      #expect(calculation.values["gap"] == gap)
      #expect(calculation.errors == ["gap": (gap - prediction.mean) / prediction.standardDeviation])
      #expect(calculation.isHit == (6...7).contains(gap))
      checked += 1
    }
    #expect(checked > 0)
  }

  @Test("Each ranked candidate has the probability of success that it was chosen by, and the iteration what it is from")
  func success() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let first = try InspectionReport(of: campaign.paths, iteration: 0)
    #expect(first.success == nil && first.candidates.allSatisfy { $0.successProbability == nil })
    let last = try InspectionReport(of: campaign.paths, iteration: 4)
    let success = try #require(last.success)
    #expect(success.successes + success.failures == 20)
    #expect((success.outputScale == nil) == (success.failures < 3))
    for candidate in last.candidates { #expect((candidate.successProbability == nil) == (candidate.rank == nil)) }
  }

  @Test("The steps of an iteration are those of the mode that it was designed in, whatever the campaign file says now")
  func mode() async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(budget: "{calculations: 12, initial: 8, batch: 4}"))
    try await campaign.run()
    let text = SmallCampaign.text(budget: "{calculations: 16, initial: 8, batch: 4}")
    try campaign.write(text.replacing("particles: 40", with: "mode: search, particles: 40"), to: "small.yaml")
    try await campaign.run()
    let modes = try (1...2).map { try InspectionReport(of: campaign.paths, iteration: $0).isSearch }
    #expect(modes == [false, true])
  }

  @Test("An iteration that is not there is refused with those that are")
  func noIteration() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    #expect(throws: CampaignError(.input, "There is no iteration 9; there are 0 to 4.")) {
      try InspectionReport(of: campaign.paths, iteration: 9)
    }
    #expect(throws: CampaignError(.input, "There is no iteration -1; there are 0 to 4.")) {
      try InspectionReport(of: campaign.paths, iteration: -1)
    }
  }

  @Test("A molecule is found by its number and by any SMILES of it")
  func molecule() async throws {
    let campaign = try SmallCampaign()
    let best = try #require(try await campaign.run().best.first)
    let byNumber = try MoleculeInspection(of: campaign.paths, molecule: "\(best.molecule)")
    let reversed = try MoleculeInspection(
      of: campaign.paths, molecule: String(best.smiles.reversed()).replacing("lC", with: "Cl"))
    #expect(byNumber.smiles == best.smiles && reversed.molecule == best.molecule)
    #expect(byNumber.formula == best.formula && byNumber.charge == 0)
    #expect(byNumber.heavyAtoms == best.smiles.count { "CNOFS".contains($0) })
    #expect(byNumber.units == ["gap": "eV", "dipole": "D"])
    let iterations = byNumber.candidacies.map(\.iteration)
    #expect(iterations == iterations.sorted() && iterations.last == best.iteration)
    #expect(byNumber.candidacies.last?.calculation?.number == best.calculation)
    #expect(byNumber.candidacies.dropLast().allSatisfy { $0.calculation == nil && $0.decision == "passedOver" })
  }

  @Test(
    "A molecule that the campaign does not know, and one that is none, are refused",
    arguments: ["c1ccccc1", "9999", "C(C"])
  func unknown(molecule: String) async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    do {
      _ = try MoleculeInspection(of: campaign.paths, molecule: molecule)
      Issue.record("\(molecule) was found")
    } catch {
      #expect(error.kind == .input && error.description.contains(molecule))
    }
  }
}
