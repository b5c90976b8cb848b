import CachedCalculation
import CampaignTesting
import Chemistry
import Files
import Foundation
import MolecularDesign
import Prediction
import SourceModels
import Tables
import Testing
import Workbench

/// Designs from a small table: the weight of alkanes, alcohols and amines, with gaps in a second column.
@Suite struct DirectDesignTests {
  private static let text: String = {
    var lines = ["smiles,weight,polar"]
    for length in 1...12 {
      let chain = String(repeating: "C", count: length)
      for (index, smiles) in [chain, chain + "O", chain + "N", "CC(C)" + chain, "OC(C)" + chain].enumerated() {
        let weight = (try? Molecule(smiles: smiles))?.molecularWeight ?? 0
        let polar = (length + index) % 4 == 0 ? "" : "\(smiles.contains("O") ? 2 : smiles.contains("N") ? 1 : 0)"
        lines.append("\(smiles),\(weight),\(polar)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }()

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(component: "cohobate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Self.text.write(to: folder.appending(component: "table.csv"), atomically: true, encoding: .utf8)
  }

  private func path(_ name: String) -> String { folder.appending(component: name).path(percentEncoded: false) }

  private func request(_ targets: [String], mode: String = "sample") throws -> DirectDesignRequest {
    var request = DirectDesignRequest(table: path("table.csv"), targets: targets)
    request.set(mode: mode, particles: 40, steps: 8, widenings: 0)
    request.model = "linear"
    return request
  }

  @Test(arguments: ["sample", "search"]) func itDesignsWhatTheModelsExpectToMeetTheTargets(mode: String) throws {
    let report = try DirectDesign(request(["weight=140..170", "polar=1.5.."], mode: mode)).run()
    #expect(report.mode == mode)
    #expect(report.temperature == 1)
    #expect(report.models.map(\.molecules) == [60, 45])
    #expect(report.quantities.map(\.name) == ["weight", "polar"])
    #expect(!report.molecules.isEmpty && report.molecules.count <= 100)
    let best = try #require(report.molecules.first)
    #expect(best.probability > 0.3)
    #expect((130...180).contains(best.predictions[0].mean))
    #expect(report.molecules.map(\.logProbability) == report.molecules.map(\.logProbability).sorted(by: >))
    #expect((report.logEvidence != nil) == (mode == "sample"))
    let known = Set(
      Self.text.split(separator: "\n").compactMap {
        (try? Molecule(smiles: String($0.prefix { $0 != "," })))?.smiles
      })
    for row in report.molecules { #expect(row.isNovel == !known.contains(row.smiles)) }
  }

  @Test func theModelsAreThoseOfAPrediction() throws {
    let design = try DirectDesign(request(["weight=140..170", "polar=1.5.."])).run()
    var request = PredictRequest(
      .table(path: path("table.csv"), smilesColumn: nil, model: "linear"),
      molecules: .smiles(design.molecules.map(\.smiles)))
    request.targets = ["weight=140..170", "polar=1.5.."]
    let prediction = try PredictRun(request).run()
    #expect(design.models == prediction.models)
    #expect(design.quantities == prediction.quantities)
    #expect(design.targets == prediction.targets)
    #expect(!design.molecules.isEmpty)
    #expect(design.molecules.map(\.probability) == prediction.rows.map(\.probability))
  }

  @Test func novelMoleculesAloneAreGivenWhereTheyAreAskedFor() throws {
    var request = try request(["weight=140..170"], mode: "search")
    let all = try DirectDesign(request).run()
    request.novelOnly = true
    let novel = try DirectDesign(request).run()
    #expect(all.molecules.contains { !$0.isNovel })
    #expect(!novel.molecules.isEmpty && novel.molecules.allSatisfy(\.isNovel))
    // The same, and those that there was no place for before.
    #expect(novel.molecules.map(\.smiles).starts(with: all.molecules.filter(\.isNovel).map(\.smiles)))
  }

  @Test func moleculesAreKeptApart() throws {
    var request = try request(["weight=140..170"], mode: "search")
    request.minimumDistance = 0.6
    let molecules = try DirectDesign(request).run().molecules.map { try Molecule(smiles: $0.smiles) }
    #expect(molecules.count > 2)
    #expect(try molecules.diverse(minimumDistance: 0.6).count == molecules.count)
  }

  @Test func aTargetOutOfReachIsNoted() throws {
    let hopeless = try DirectDesign(request(["polar=900..901"], mode: "search")).run()
    #expect(hopeless.notes.contains { $0.contains("out of reach") }, "\(hopeless.notes)")
    let easy = try DirectDesign(request(["weight=140..170"], mode: "search")).run()
    #expect(!easy.notes.contains { $0.contains("out of reach") })
  }

  @Test func anExpressionIsPredictedWithItsProperties() throws {
    let report = try DirectDesign(request(["weight / (polar + 1)=50..70"])).run()
    #expect(report.quantities.map(\.name) == ["weight", "polar", "weight / (polar + 1)"])
    for row in report.molecules {
      let expected = row.predictions[0].mean / (row.predictions[1].mean + 1)
      // The mean is not quite the value at the means, since the quotient is not straight.
      #expect(abs(row.predictions[2].mean - expected) < 0.2 * abs(expected))
    }
  }

  @Test(arguments: ["sample", "search"]) func anInterruptedDesignGoesOnAndEndsTheSame(mode: String) async throws {
    let request = try request(["weight=140..170"], mode: mode)
    let whole = try DirectDesign(request).run()
    let state = path("run.state")
    let error = await #expect(throws: CampaignError.self) {
      try await Task {
        try DirectDesign(request).run(state: state) { event in
          if case .step(let progress) = event, progress.done == 3 { cancelThisTask() }
        }
      }.value
    }
    #expect(error?.kind == .interrupted)
    #expect(FileManager.default.fileExists(atPath: state))
    var first: Int?
    let rest = try DirectDesign(request).run(state: state) { event in
      if case .step(let progress) = event, first == nil { first = progress.done }
    }
    #expect(first == 4)
    #expect(rest.molecules == whole.molecules)
    #expect(rest.csv == whole.csv)
    // Until the molecules are safe the state stays, and gives them again.
    #expect(try DirectDesign(request).run(state: state).csv == whole.csv)
    var other = request
    other.seed = 2
    let foreign = #expect(throws: CampaignError.self) { try DirectDesign(other).run(state: state) }
    #expect(foreign?.description.contains("other data, source models, settings or seed") == true)
    DirectDesign.discard(state: state)
    #expect(!FileManager.default.fileExists(atPath: state))
  }

  @Test func anExpressionIsImprovedOnTheBestInTheTable() throws {
    let report = try DirectDesign(request(["weight / 10=max"], mode: "search")).run()
    #expect(report.molecules.contains { $0.probability < 0.6 })
    for row in report.molecules where row.predictions[0].mean < 120 { #expect(row.probability < 0.5) }
  }

  @Test func aChangedStateIsRefusedByItsDigest() throws {
    let (request, state) = (try request(["weight=140..170"], mode: "search"), path("changed.state"))
    _ = try DirectDesign(request).run(state: state)
    var bytes = try Data(contentsOf: URL(filePath: state))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: state))
    let error = #expect(throws: CampaignError.self) { try DirectDesign(request).run(state: state) }
    #expect(error?.description == "'\(state)' is damaged; remove it to start over, or name another with --state.")
  }

  @Test func whatIsNoStateIsRefused() throws {
    let state = path("other.state")
    try "{}".write(toFile: state, atomically: true, encoding: .utf8)
    let broken = #expect(throws: CampaignError.self) { try DirectDesign(request(["weight=1..2"])).run(state: state) }
    #expect(broken?.description.contains("not a design state") == true)
  }

  @Test func aStateOfAnEarlierFormatIsRefusedByItsMark() throws {
    let (request, state) = (try request(["weight=140..170"], mode: "search"), path("earlier.state"))
    _ = try DirectDesign(request).run(state: state)
    let text = try String(contentsOfFile: state, encoding: .utf8)
    #expect(text.hasPrefix("cohobate-design-state-3 "))
    try text.replacing("cohobate-design-state-3 ", with: "cohobate-design-state-2 ", maxReplacements: 1)
      .write(toFile: state, atomically: true, encoding: .utf8)
    let error = #expect(throws: CampaignError.self) { try DirectDesign(request).run(state: state) }
    #expect(
      error?.description
        == "'\(state)' is not a design state written by this version; remove it, or name another with --state.")
  }

  @Test func theModelsBorrowFromALibrary() async throws {
    let source = try AlkaneTable()
    _ = try await PretrainRun(
      PretrainRequest(
        table: source.table, properties: ["boiling"], representations: ["maccs"],
        kinds: ["gaussian-process"]), library: source.library, on: ComputeResources(jobs: 2)
    ).run()
    var request = try request(["weight=140..170"], mode: "search")
    request.model = "standard"
    #expect(try DirectDesign(request).run().models.map(\.kind) == ["Gaussian process"])
    request.library = source.library
    request.sources = [1]
    let report = try DirectDesign(request).run()
    #expect(report.models.map(\.molecules) == [60] && !report.molecules.isEmpty)
    #expect(report.models[0].kind.hasPrefix("Gaussian process with transfer (weight "))
    request.sources = [9]
    #expect(throws: CampaignError.self) { try DirectDesign(request).run() }
    request.sources = []
    request.model = "linear"
    let linear = #expect(throws: CampaignError.self) { try DirectDesign(request).run() }
    #expect(linear?.kind == .input)
    #expect(linear?.description.hasPrefix("--model linear cannot borrow from source models") == true)
  }

  @Test func aDesignResumesWithTheSameSourceModelsAlone() async throws {
    let source = try AlkaneTable()
    let other = try AlkaneTable(AlkaneTable.text.replacing("\nCCO,180,", with: "\nCCO,181,"))
    for (table, representation) in [(source, "maccs"), (source, "fragment-counts"), (other, "maccs")] {
      _ = try await PretrainRun(
        PretrainRequest(
          table: table.table, properties: ["boiling"], representations: [representation],
          kinds: ["gaussian-process"]), library: table.library, on: ComputeResources(jobs: 2)
      ).run()
    }
    try ModelLibrary(path: source.library).export(1, to: path("first.model"))
    _ = try ModelLibrary.importModel(path("first.model"), into: path("copy.sqlite"))
    var request = try request(["weight=140..170"], mode: "search")
    request.model = "standard"
    (request.library, request.sources) = (source.library, [1])
    let state = path("run.state")
    let csv = try DirectDesign(request).run(state: state).csv
    request.library = path("copy.sqlite")
    #expect(try DirectDesign(request).run(state: state).csv == csv)
    // The second model of the library, the model of the same number in another library, and no library at all.
    for (library, numbers) in [(source.library, [2]), (other.library, [1]), (nil, [])] as [(String?, [Int])] {
      (request.library, request.sources) = (library, numbers)
      let error = #expect(throws: CampaignError.self) { try DirectDesign(request).run(state: state) }
      #expect(error?.description.contains("a design with other data, source models, settings or seed") == true)
    }
    (request.library, request.sources) = (source.library, [2, 1, 2])
    let twice = #expect(throws: CampaignError.self) { try DirectDesign(request).run() }
    #expect(twice?.kind == .input)
    #expect(twice?.description == "The model 2 of the library '\(source.library)' is named twice; name it once.")
  }

  @Test func anExtremeThatNoMoleculeOfTheTableHasIsRefused() throws {
    let error = #expect(throws: CampaignError.self) { try DirectDesign(request(["log(0 * polar - 1)=min"])).run() }
    #expect(error?.kind == .input)
    #expect(error?.description.hasPrefix("The expression 'log(0 * polar - 1)' has no finite value ") == true)
  }

  @Test func anExpressionInTwoSpellingsIsOneTarget() throws {
    let error = #expect(throws: CampaignError.self) {
      try DirectDesign(request(["weight/10=1..", "weight / 10=..90"], mode: "search")).run()
    }
    #expect(error?.description == "'weight / 10' has several targets; keep one.")
  }

  @Test func missingColumnsAreNamedWithWhatIsNear() throws {
    let error = #expect(throws: CampaignError.self) { try DirectDesign(request(["wieght=1..2"])).run() }
    #expect(error?.kind == .input)
    #expect(error?.description.contains("Did you mean 'weight'?") == true)
  }

  @Test func filesOfEveryFormat() throws {
    let report = try DirectDesign(request(["weight=140..170"])).run()
    let lines = report.csv.split(separator: "\n")
    #expect(lines.count == report.molecules.count + 1)
    #expect(lines[0] == "smiles,weight_predicted,weight_predicted_sd,probability,log_probability,novel,move,parent")
    #expect(try report.smi().split(separator: "\n").count == report.molecules.count)
    #expect(try report.sdf().components(separatedBy: "$$$$\n").count == report.molecules.count + 1)
    #expect(try report.svg().contains("<svg"))
  }
}

/// As Ctrl-C does.
private func cancelThisTask() {
  unsafe withUnsafeCurrentTask { task in unsafe task?.cancel() }
}
