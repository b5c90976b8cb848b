import CampaignTesting
import Chemistry
import Files
import Foundation
import Testing
import Workbench

@Suite struct FilterCriteriaTests {
  private func filter(_ change: (inout FilterCriteria) -> Void) throws(CampaignError) -> MoleculeFilter {
    var criteria = FilterCriteria()
    change(&criteria)
    return try criteria.filter()
  }

  @Test(arguments: [
    ("1..5", FilterLimit(least: 1, most: 5)), ("..5", FilterLimit(most: 5)), ("1..", FilterLimit(least: 1)),
    ("-1.5..2e2", FilterLimit(least: -1.5, most: 200)), ("3", FilterLimit(least: 3, most: 3)),
    (" 1 .. 2 ", FilterLimit(least: 1, most: 2)),
  ])
  func boundsAreRead(text: String, limit: FilterLimit) throws {
    #expect(try filter { $0.limits = ["logp": text] }.limits == [.logP: limit])
  }

  @Test(arguments: ["", "..", "a..b", "1..2..3", "1...3", "5..1", "nan..", "..inf", "1,5"])
  func whatIsNoBoundsIsRefusedByItsOption(text: String) {
    let error = #expect(throws: CampaignError.self) { try filter { $0.limits = ["h_bond_donors": text] } }
    #expect(error?.kind == .input && error?.description.hasPrefix("--h-bond-donors is '\(text)'; ") == true)
  }

  @Test func theOthersAreRead() throws {
    let filter = try filter {
      $0.elements = ["H", "C"]
      $0.ringSizes = "5..6"
      $0.allowsRadicals = true
      $0.required = ["C"]
      $0.forbidden = ["N"]
      $0.scaffolds = ["c1ccccc1"]
      $0.catalogues = ["pains", "PAINS", "NIH"]
      $0.minimumDistance = 0.2
    }
    #expect(
      filter
        == MoleculeFilter(
          allowedElements: ["H", "C"], allowRadicals: true, minimumRingSize: 5, maximumRingSize: 6, required: ["C"],
          forbidden: ["N"], scaffolds: ["c1ccccc1"], catalogues: [.pains, .nih], minimumDistance: 0.2))
  }

  @Test func whatIsWrongIsSaid() {
    for (change, words) in [
      ({ $0.limits = ["logpp": "1"] }, "Did you mean 'logp'?"),
      ({ $0.catalogues = ["BRENKK"] }, "Did you mean 'BRENK'?"),
      ({ $0.forbidden = ["[N+"] }, "[N+"), ({ $0.ringSizes = "5.5.." }, "whole numbers"),
      ({ $0.ringSizes = "..2" }, "smallest"),
      ({ $0.known = ["/absent.smi"] }, "/absent.smi"), ({ $0.campaign = "/absent.yaml" }, "/absent.yaml"),
      ({ $0.limits = ["rings": "..-1"] }, "no molecule"),
    ] as [((inout FilterCriteria) -> Void, String)] {
      let error = #expect(throws: CampaignError.self) { try filter(change) }
      #expect(error?.kind == .input && error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
  }

  @Test func aCampaignFilesSectionHoldsWhereNothingElseIsSaid() throws {
    let campaign = try SmallCampaign()
    try campaign.write("molecules:\n  heavy_atoms: [2, 4]\n  rings: [0, 1]\n  known: known.smi\n", to: "limits.yaml")
    try campaign.write("OCC\nbroken(\n", to: "known.smi")
    let filter = try filter {
      $0.campaign = campaign.folder + "/limits.yaml"
      $0.limits = ["rings": "2.."]
    }
    #expect(filter.limits == [.heavyAtoms: FilterLimit(2...4), .rings: FilterLimit(least: 2)])
    #expect(try filter.known?.contains(Molecule(smiles: "CCO")) == true && filter.known?.count == 1)
    try campaign.write("name: a\n", to: "none.yaml")
    #expect(throws: CampaignError.self) { try self.filter { $0.campaign = campaign.folder + "/none.yaml" } }
  }
}
