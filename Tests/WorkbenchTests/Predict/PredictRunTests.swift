import CachedCalculation
import Campaign
import CampaignFile
import CampaignTesting
import Files
import Foundation
import Prediction
import SourceModels
import Stores
import Tables
import Testing
import Workbench

/// Predictions from a table, a library and a campaign.
@Suite struct PredictRunTests {
  private let table: AlkaneTable

  init() throws { table = try AlkaneTable() }

  private var fitted: PredictRequest.Models { .table(path: table.table, smilesColumn: nil, model: "auto") }

  private func request(_ models: PredictRequest.Models, _ smiles: [String], target: String? = nil) -> PredictRequest {
    var request = PredictRequest(models, molecules: .smiles(smiles))
    if let target { request.targets = [target] }
    return request
  }

  private func cells(_ csv: String) -> [[String]] {
    csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func aTableIsFittedAndTheMostProbableComesFirst() throws {
    let smiles = ["CCC", "C(C", "CC(C)CCCCCO", "CCCCCCC"]
    let report = try PredictRun(request(fitted, smiles, target: "boiling=380..")).run()
    #expect(report.quantities.map(\.name) == ["boiling"])
    #expect(report.models.map(\.molecules) == [51])
    #expect(report.targets == ["boiling at least 380.0"])
    #expect(report.rows.first?.line == 3)
    #expect(report.rows.last?.line == 2)
    let best = try #require(report.rows.first)
    let value = try #require(best.predictions.compactMap(\.self).first)
    // 30 for each of eleven characters, and 90 for the alcohol.
    #expect(abs(value.mean - 420) < 60)
    #expect((value.standardDeviation ?? 0) > 0)
    let probability = try #require(best.probability)
    #expect(probability > 0.5)
    #expect(report.failedCount == 1)
    #expect(report.notes.contains { $0.contains("1 record of 4 has no prediction") })
  }

  @Test func modelsAreWeighedWhereTheModelIsAutomatic() throws {
    func report(_ model: String) throws -> PredictReport {
      try PredictRun(
        request(.table(path: table.table, smilesColumn: nil, model: model), ["CC(C)CCCCCO"], target: "boiling=380..")
      ).run()
    }
    let automatic = try report("automatic")
    let kind = try #require(automatic.models.first?.kind)
    #expect(kind.hasPrefix("Gaussian processes: "))
    for name in ["standard", "detailed"] { #expect(kind.contains("\(name) "), "\(kind)") }
    let mean = try #require(automatic.rows[0].predictions[0]).mean
    #expect(abs(mean - 420) < 60)
    #expect(try report("automatic").rows[0].predictions == automatic.rows[0].predictions)
  }

  @Test func withoutTargetsAllIsPredictedInTheOrderOfTheInput() throws {
    let report = try PredictRun(request(fitted, ["CCCCO", "CC", "OCCCC"])).run()
    #expect(report.quantities.map(\.name) == ["boiling", "size_nm"])
    #expect(report.rows.map(\.smiles) == ["CCCCO", "CC", "CCCCO"])
    #expect(report.rows[0].predictions == report.rows[2].predictions)
    #expect(report.rows.allSatisfy { $0.probability == nil })
    let head = "smiles,boiling_predicted,boiling_predicted_sd,size_nm_predicted,size_nm_predicted_sd,failure"
    #expect(report.csv.hasPrefix(head + "\n"))
  }

  @Test func aNoteCountsPredictedMoleculesThatCampaignsRefuse() throws {
    let report = try PredictRun(request(fitted, ["CCCCO", "CC[O-].[Na+]", "[2H]CCC", "*CC*"])).run()
    #expect(report.failedCount == 0)
    #expect(
      report.notes.contains(
        "3 predicted molecules have several components, isotope labels or the ends of a repeat unit, such as "
          + "'CC[O-].[Na+]'; campaigns of molecules refuse them, and so do calculations that start from a geometry."),
      "\(report.notes)")
    let one = try PredictRun(request(fitted, ["*CC*"])).run().notes
    #expect(one.contains { $0.hasPrefix("1 predicted molecule has ") && $0.contains("refuse it, ") }, "\(one)")
    let none = try PredictRun(request(fitted, ["CCCCO"])).run().notes
    #expect(!none.contains { $0.contains("isotope") })
  }

  @Test func formulasAndSMILESAreToldApart() throws {
    let path = table.table + ".formulas.csv"
    let rows = ["Mg", "Ca", "Sr", "Ba", "Zn", "Cd"].enumerated().map { number, metal in
      "\(metal)O,\(8 - number)\n\(metal)S,\(6 - number)\n"
    }
    try ("formula,gap\n" + rows.joined()).write(toFile: path, atomically: true, encoding: .utf8)
    let compositions = PredictRequest.Models.table(path: path, smilesColumn: nil, model: "auto")
    let read = try PredictRun(request(compositions, ["MgO", "CO"])).run()
    #expect(read.failedCount == 0)
    #expect(
      read.notes.contains("The models are of compositions: 'CO' is read as a formula, and not as a SMILES."),
      "\(read.notes)")
    let unread = try PredictRun(request(fitted, ["CCCCO", "Fe2O3"])).run()
    #expect(unread.failedCount == 1)
    #expect(
      unread.notes.contains("The models are of molecules, and 'Fe2O3' is the formula of a composition."),
      "\(unread.notes)")
    let plain = try PredictRun(request(compositions, ["MgO", "NaCl"])).run()
    #expect(!plain.notes.contains { $0.contains("SMILES") }, "\(plain.notes)")
  }

  @Test func anExpressionIsPredictedWithItsProperties() throws {
    let report = try PredictRun(request(fitted, ["CCCCO"], target: "boiling / size_nm=1..")).run()
    #expect(report.quantities.map(\.name) == ["boiling", "size_nm", "boiling / size_nm"])
    #expect(report.rows[0].predictions.count == 3)
  }

  @Test func anExpressionInTwoSpellingsIsOneTarget() throws {
    var request = request(fitted, ["CCCCO"])
    request.targets = ["boiling/size_nm=1..", "boiling / size_nm=..1e6"]
    let error = #expect(throws: CampaignError.self) { try PredictRun(request).run() }
    #expect(error?.description == "'boiling / size_nm' has several targets; keep one.")
  }

  @Test func anExtremeThatNoMoleculeOfTheTableHasIsRefused() throws {
    let error = #expect(throws: CampaignError.self) {
      try PredictRun(request(fitted, ["CCCCO"], target: "log(0 * boiling - 1)=max")).run()
    }
    #expect(error?.kind == .input)
    #expect(error?.description.hasPrefix("The expression 'log(0 * boiling - 1)' has no finite value ") == true)
  }

  @Test func aModelNamedTwiceIsRefused() async throws {
    _ = try await PretrainRun(
      PretrainRequest(
        table: table.table, properties: ["boiling"], representations: ["maccs"],
        kinds: ["gaussian-process"]), library: table.library, on: ComputeResources(jobs: 2)
    ).run()
    let error = #expect(throws: CampaignError.self) {
      try PredictRun(request(.library(name: table.library, numbers: [1, 1]), ["C"])).run()
    }
    #expect(
      error?.description == "The model 1 of the library '\(table.library)' is named twice; name it once.")
  }

  @Test func theColumnsOfTheInputComeBack() throws {
    let file = table.folder + "/mine.csv"
    try "Catalog ID,structure,price,boiling_predicted\nZ1,CCCC,3,old\nZ2,C(C,4,old\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    var request = PredictRequest(fitted, molecules: .file(path: file, column: "structure"))
    request.properties = ["boiling"]
    let report = try PredictRun(request).run()
    let rows = cells(report.csv)
    #expect(rows[0] == ["Catalog ID", "structure", "price", "boiling_predicted", "boiling_predicted_sd", "failure"])
    #expect(rows[1].prefix(3) == ["Z1", "CCCC", "3"])
    #expect(Double(rows[1][3]) != nil)
    #expect(rows[2].prefix(5) == ["Z2", "C(C", "4", "", ""])
    let sdf = try report.sdf()
    #expect(sdf.hasPrefix("Z1\n"))
    #expect(sdf.contains(">  <price>\n3\n"))
    #expect(sdf.components(separatedBy: "$$$$\n").count == 2)
  }

  @Test func namesOfAFileOfSMILESAreAColumn() throws {
    let file = table.folder + "/mine.smi"
    try "CCCC butane\nCCO ethanol\n".write(toFile: file, atomically: true, encoding: .utf8)
    let report = try PredictRun(PredictRequest(fitted, molecules: .file(path: file, column: nil))).run()
    #expect(report.columns == ["smiles", "name"])
    #expect(report.rows.map(\.name) == ["butane", "ethanol"])
  }

  @Test func aLibraryPredictsByItsBestModelsThatAreSure() async throws {
    _ = try await PretrainRun(
      PretrainRequest(table: table.table), library: table.library,
      on: ComputeResources(jobs: 2)
    ).run()
    let models = try ModelLibrary(path: table.library).list().models
    let network = try #require(models.first { $0.kind == "neural-network" && $0.property == "boiling" })
    let best = PredictRequest.Models.library(name: table.library, numbers: [])
    let report = try PredictRun(request(best, ["CCCCCCO"])).run()
    #expect(report.quantities.map(\.name) == ["boiling", "size_nm"])
    #expect(report.quantities.map(\.hasDeviations) == [true, true])
    let value = try #require(report.rows[0].predictions[0])
    #expect(abs(value.mean - 300) < 60)
    let numbered = PredictRequest.Models.library(name: table.library, numbers: [network.id])
    let unsure = try PredictRun(request(numbered, ["CCCCCCO"])).run()
    #expect(unsure.csv.hasPrefix("smiles,boiling_predicted,failure\n"))
    let refused = #expect(throws: CampaignError.self) {
      try PredictRun(request(numbered, ["C"], target: "boiling=1..")).run()
    }
    #expect(refused?.description.contains("no standard deviations") == true)
    let endless = #expect(throws: CampaignError.self) {
      try PredictRun(request(best, ["C"], target: "boiling=max")).run()
    }
    #expect(
      endless?.description
        == "'boiling' has no best value to improve on, since a library keeps no values; give a window or a half-line, "
        + "such as --target boiling=2.5.., or models of data in its place.")
  }

  @Test func modelsOfDifferentDataAreNotChosenFrom() async throws {
    let other = try AlkaneTable(AlkaneTable.text.replacing("\nCCO,180,", with: "\nCCO,181,"))
    for file in [table.table, other.table] {
      _ = try await PretrainRun(
        PretrainRequest(
          table: file, properties: ["boiling"], representations: ["maccs"],
          kinds: ["gaussian-process"]), library: table.library, on: ComputeResources(jobs: 2)
      ).run()
    }
    let error = #expect(throws: CampaignError.self) {
      try PredictRun(request(.library(name: table.library, numbers: []), ["C"])).run()
    }
    #expect(error?.description.contains("different data (1, 2)") == true)
    let both = #expect(throws: CampaignError.self) {
      try PredictRun(request(.library(name: table.library, numbers: [1, 2]), ["C"])).run()
    }
    #expect(both?.description.contains("both predict 'boiling'") == true)
  }

  /// The record has what the surrogate predicted when the iteration was designed.
  @Test(arguments: ["standard", "automatic"])
  func theSurrogateOfAnIterationIsMadeAgain(model: String) async throws {
    let campaign = try SmallCampaign(SmallCampaign.text(surrogate: "{model: \(model), library: none}"))
    try await campaign.run()
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    for iteration in [1, 3] {
      let candidates = try store.candidates(of: iteration).filter { !$0.predictions.isEmpty }
      let smiles = candidates.map(\.molecule.smiles)
      try #require(smiles.count > 10)
      let models = PredictRequest.Models.campaign(campaign.paths, iteration: iteration)
      let report = try PredictRun(request(models, smiles, target: "gap=0..20")).run()
      #expect(report.notes == [])
      let predicted = Dictionary(report.rows.map { ($0.smiles ?? "", $0) }) { first, _ in first }
      for candidate in candidates {
        let value = try #require(predicted[candidate.molecule.smiles]?.predictions.compactMap(\.self).first)
        #expect(abs(value.mean - candidate.predictions[0].mean) < 1e-6)
        #expect(abs((value.standardDeviation ?? 0) - candidate.predictions[0].standardDeviation) < 1e-6)
      }
    }
  }

  /// Without an iteration, the surrogate is the one that designs the next: of several models it fits the same ones.
  @Test func theSurrogateOfNowIsThatOfTheNextDesign() async throws {
    func text(_ calculations: Int) -> String {
      SmallCampaign.text(
        budget: "{calculations: \(calculations), initial: 12, batch: 2}", surrogate: "{model: automatic, library: none}"
      )
    }
    let campaign = try SmallCampaign(text(18))
    try await campaign.run()
    let smiles = Array(SmallCampaign.chains.prefix(12))
    let now = try PredictRun(request(.campaign(campaign.paths, iteration: nil), smiles)).run()
    try campaign.write(text(20), to: "small.yaml")
    try await campaign.run()
    let next = try PredictRun(request(.campaign(campaign.paths, iteration: 4), smiles)).run()
    #expect(next.notes == [] && next.models.map(\.molecules) == now.models.map(\.molecules))
    for (one, other) in zip(now.rows, next.rows) {
      let (value, same) = (try #require(one.predictions[0]), try #require(other.predictions[0]))
      #expect(abs(value.mean - same.mean) < 1e-9)
      #expect(abs((value.standardDeviation ?? 0) - (same.standardDeviation ?? 0)) < 1e-9)
    }
  }

  /// A value that was withdrawn later was known when the iteration was designed.
  @Test func valuesWithdrawnSinceCountForTheirTime() async throws {
    let campaign = try SmallCampaign.byHand()
    let batch = try await campaign.suggest().molecules.map(\.smiles)
    try await campaign.tell(SmallCampaign.table(batch))
    _ = try await campaign.suggest()
    _ = try await Withdrawal.withdraw(batch[0], from: campaign.paths)
    let then = try PredictRun(request(.campaign(campaign.paths, iteration: 1), batch)).run()
    #expect(then.models.map(\.molecules) == [batch.count])
    #expect(then.notes == [])
    let now = try PredictRun(request(.campaign(campaign.paths, iteration: nil), batch)).run()
    #expect(now.models.map(\.molecules) == [batch.count - 1])
  }

  @Test func aCampaignRanksItsCorpusByItsObjectives() async throws {
    let campaign = try SmallCampaign()
    try await campaign.run()
    let now = PredictRequest.Models.campaign(campaign.paths, iteration: nil)
    let report = try PredictRun(PredictRequest(now, molecules: nil)).run()
    #expect(report.targets.count == 1)
    #expect(report.targets.first?.hasPrefix("gap from 6.0 to 7.0") == true)
    #expect(report.rows.count == SmallCampaign.learntChains.count)
    let probabilities = report.rows.compactMap(\.logProbability)
    #expect(probabilities.count == report.rows.count)
    #expect(probabilities == probabilities.sorted(by: >))
    let first = PredictRequest.Models.campaign(campaign.paths, iteration: 0)
    let early = #expect(throws: CampaignError.self) { try PredictRun(PredictRequest(first, molecules: nil)).run() }
    #expect(early?.description.contains("knew all values of 0 molecules") == true)
    let absent = PredictRequest.Models.campaign(campaign.paths, iteration: 9)
    let none = #expect(throws: CampaignError.self) { try PredictRun(PredictRequest(absent, molecules: nil)).run() }
    #expect(none?.description == "There is no iteration 9; there are 0 to 4.")
    let wrong = #expect(throws: CampaignError.self) { try PredictRun(request(now, ["C"], target: "gab=1..2")).run() }
    #expect(wrong?.description.contains("Did you mean 'gap'?") == true)
  }
}
