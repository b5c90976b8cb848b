import Campaign
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Foundation
import GaussianProcess
import Prediction
import Reports
import Stores
import Synchronization
import Testing
import TransferLearning

@Suite("Screens")
struct ScreeningTests {
  /// A campaign on made-up values whose screen has values of its own.
  private func campaign(
    budget: String = "{calculations: 24, initial: 8, batch: 4}", molecules: Int = 6, surrogate: String = "standard",
    program: String = "program: table, file: screen.csv", screen: (String) -> Double?
  ) throws -> SmallCampaign {
    let campaign = try SmallCampaign(
      SmallCampaign.text(
        budget: budget, extra: "screen: {\(program), molecules: \(molecules)}",
        surrogate: "{model: \(surrogate), library: none}"))
    try campaign.write(table(screen), to: "screen.csv")
    return campaign
  }

  private func table(_ values: (String) -> Double?, title: String = "gap") -> String {
    "smiles,\(title)\n"
      + SmallCampaign.chains.compactMap { smiles in values(smiles).map { "\(smiles),\($0)\n" } }.joined()
  }

  /// A value that a linear function turns into the calculator's.
  private static func perfect(_ smiles: String) -> Double { 3 - 0.5 * SmallCampaign.gap(of: smiles) }

  /// A value that has nothing to do with the molecule.
  private static func nonsense(_ smiles: String) -> Double { Double(Int(stableHash(smiles).prefix(4), radix: 16) ?? 0) }

  private func store(_ campaign: SmallCampaign) throws -> CampaignStore {
    try CampaignStore.openReadOnly(at: campaign.paths.database)
  }

  @Test("Candidates are screened before each batch that a surrogate chooses, and the budget does not count them")
  func screened() async throws {
    let campaign = try campaign(screen: Self.perfect)
    let events = Mutex<[CampaignEvent]>([])
    let report = try await campaign.run { event in events.withLock { $0.append(event) } }
    #expect(report.endReason == "budget" && report.succeeded + report.failed == 24)
    let store = try store(campaign)
    #expect(try store.screens().map(\.iteration) == [1, 2, 3, 4])
    let calculations = try store.extraCalculations(.screen)
    #expect(calculations.map(\.calculation.id) == Array(1...calculations.count))
    #expect(Set(calculations.map(\.molecule.id)).count == calculations.count)
    for screen in try store.screens() {
      let own = calculations.filter { $0.calculation.iteration == screen.iteration }
      let known = Set(
        try store.calculations().filter { $0.calculation.iteration < screen.iteration }.map(\.molecule.id))
      // Candidates, and the molecules that are calculated already, each up to the limit.
      #expect(own.count { !known.contains($0.molecule.id) } == 6 && own.count { known.contains($0.molecule.id) } <= 6)
    }
    let values = calculations.filter { $0.calculation.state == .succeeded }
    #expect(values.allSatisfy { $0.values == ["gap": Self.perfect($0.molecule.smiles)] } && !values.isEmpty)
    #expect(report.screen?.calculated == calculations.count && report.screen?.programSeconds == 0)
    let told = events.withLock { $0 }
    let ended = told.compactMap { if case .screened(let screen) = $0 { screen } else { nil } }
    #expect(ended.map(\.iteration) == [1, 2, 3, 4])
    #expect(ended.reduce(0) { $0 + $1.succeeded + $1.failed } == calculations.count)
    #expect(told.count { if case .designing = $0 { true } else { false } } == 5)
  }

  @Test("A screen that determines the values has nearly all of the weight, halves the error, and loses no hit")
  func perfect() async throws {
    let (screened, plain) = (try campaign(screen: Self.perfect), try SmallCampaign())
    let (report, without) = (try await screened.run(), try await plain.run())
    let store = try store(screened)
    let weight = try #require(try store.transfers(of: 4).screenWeight)
    #expect(weight > 0.9)
    #expect(try store.screens().allSatisfy { !$0.isDropped })
    #expect(report.hits >= without.hits)
    let error = try #require(report.fits.first?.leaveOneOutRMSE)
    #expect(error < 0.5 * (without.fits.first?.leaveOneOutRMSE ?? 0), "\(error)")
    #expect(
      try InspectionReport(of: screened.paths, iteration: 4).candidates.contains { !$0.screened.isEmpty })
  }

  @Test("A screen whose values say nothing is dropped, and said to be")
  func nonsense() async throws {
    let campaign = try campaign(
      budget: "{calculations: 48, initial: 16, batch: 4}", screen: Self.nonsense)
    let events = try await campaign.events()
    let screens = try store(campaign).screens()
    #expect(screens.contains { $0.isDropped && ($0.weight ?? 1) < 0.1 }, "\(screens.map(\.weight))")
    #expect(
      events.contains {
        if case .note(let text) = $0 {
          text.hasPrefix("The screen 'table' is not used before iteration ")
        } else {
          false
        }
      })
    let dropped = Set(screens.filter(\.isDropped).map(\.iteration))
    #expect(
      try store(campaign).extraCalculations(.screen).allSatisfy { !dropped.contains($0.calculation.iteration) })
  }

  @Test(
    "Interrupted after any number of events and resumed, it has the rows of a run never interrupted",
    arguments: [
      (1, "standard"), (2, "standard"), (3, "standard"), (7, "standard"), (31, "standard"), (7, "automatic"),
    ])
  func interrupted(every count: Int, model: String) async throws {
    let (whole, broken) = (
      try campaign(surrogate: model, screen: Self.perfect), try campaign(surrogate: model, screen: Self.perfect)
    )
    try await whole.run()
    #expect(try await broken.runInterrupted(every: count) > 0)
    #expect(try broken.rows() == whole.rows())
  }

  @Test("A screen that fails for every molecule is said to, and the campaign goes on without its values")
  func failures() async throws {
    let campaign = try campaign(screen: { _ in nil })
    try campaign.write("smiles,gap\nc1ccccc1,1\nc1ccncc1,2\n", to: "screen.csv")
    let events = try await campaign.events()
    #expect(
      events.contains(
        .note(
          "The screen failed for all 12 molecules before iteration 1, which is designed without their values; 'cohobate "
            + "inspect' shows why.")), "\(events.compactMap { if case .note(let text) = $0 { text } else { nil } })")
    let report = try StatusReport(of: campaign.paths)
    #expect(report.endReason == "budget" && report.succeeded + report.failed == 24)
    #expect(report.screen?.failed == report.screen?.calculated)
  }

  @Test("A screen whose program fails is abandoned before that iteration, and nothing is held against a molecule")
  func brokenProgram() async throws {
    let campaign = try campaign(
      program: "program: command, command: [/bin/false, '{smiles}'], properties: {gap: eV}", screen: Self.perfect)
    let events = try await campaign.events()
    #expect(
      events.contains {
        if case .note(let text) = $0 {
          text.hasPrefix("The screen's program fails for every molecule: ")
            && text.contains(" is designed without new values; ")
        } else {
          false
        }
      })
    let report = try StatusReport(of: campaign.paths)
    #expect(report.endReason == "budget" && report.succeeded + report.failed == 24)
    let store = try store(campaign)
    #expect(try store.screens().allSatisfy { $0.programFailure != nil })
    #expect(try store.extraCalculations(.screen).allSatisfy { $0.calculation.state == .abandoned })
    // The batches are those of a campaign without a screen.
    let plain = try SmallCampaign()
    try await plain.run()
    #expect(
      try store.calculations().map(\.molecule.smiles)
        == CampaignStore.openReadOnly(at: plain.paths.database).calculations().map(\.molecule.smiles))
  }

  @Test("Another screen starts over, and one that is removed leaves the campaign as it is")
  func changed() async throws {
    let text = SmallCampaign.text(extra: "screen: {program: table, file: screen.csv, molecules: 6}")
    let campaign = try SmallCampaign(text.replacing("calculations: 24", with: "calculations: 16"))
    try campaign.write(table(Self.perfect), to: "screen.csv")
    try await campaign.run()
    let first = try store(campaign).extraCalculations(.screen).count
    try campaign.write(table { 2 * Self.perfect($0) }, to: "other.csv")
    try campaign.write(
      text.replacing("calculations: 24", with: "calculations: 20").replacing("screen.csv", with: "other.csv"),
      to: "small.yaml")
    try await campaign.run()
    let calculations = try store(campaign).extraCalculations(.screen)
    #expect(calculations.count > first && Set(calculations.map(\.calculation.protocol)).count == 2)
    // Another screen is not judged by the weight of the first.
    let screens = try store(campaign).screens()
    let second = try #require(screens.first { $0.protocol != screens[0].protocol })
    #expect(second.weight == nil && !second.isDropped)
    try campaign.write(SmallCampaign.text(), to: "small.yaml")
    let report = try await campaign.run()
    #expect(report.succeeded + report.failed == 24 && report.screen?.calculator == nil)
    #expect(try store(campaign).extraCalculations(.screen).count == calculations.count)
  }

  @Test("Stopped while it screens and resumed with another version of the screen, it screens the iteration again")
  func upgraded() async throws {
    let campaign = try campaign(screen: Self.perfect)
    #expect(try await campaign.isInterrupted { if case .screening = $0 { true } else { false } })
    let pending = try store(campaign).extraCalculations(.screen).filter { $0.calculation.state == .pending }
    let first = try #require(pending.first?.calculation)
    try campaign.write(table { 2 * Self.perfect($0) }, to: "screen.csv")
    let events = try await campaign.events()
    #expect(
      events.contains(
        .note(
          "\(pending.count) pending calculations of 'screen' are abandoned, because another program, version or protocol is "
            + "used now; the candidates are screened again.")))
    let store = try store(campaign)
    let again = try store.extraCalculations(.screen, iteration: first.iteration).filter {
      $0.calculation.protocol != first.protocol
    }
    #expect(!again.isEmpty && again.allSatisfy { [.succeeded, .failed].contains($0.calculation.state) })
    #expect(
      again.filter { $0.calculation.state == .succeeded }.allSatisfy {
        $0.values == ["gap": 2 * Self.perfect($0.molecule.smiles)]
      })
    // The surrogate of the iteration knew the new values, and a prediction by it takes them.
    #expect(
      try store.screens().first { $0.iteration == first.iteration }?.protocol == again.first?.calculation.protocol)
    let values = try ScreenedValues(
      store, at: first.iteration, features: FeatureStore(InputRecipe(MolecularModel.standard.representations)))
    #expect(values.identities == Set(again.map(\.molecule.smiles)))
  }

  @Test("A screen that cannot serve is refused before anything begins")
  func refused() async throws {
    func refusal(
      _ screen: String, table: String? = nil, calculator: String? = nil, property: String = "gap"
    ) async throws -> String {
      let text = SmallCampaign.text(extra: "screen: \(screen)").replacing(
        "property: gap", with: "property: \(property)")
      let campaign = try SmallCampaign(
        calculator.map { text.replacing("{program: table, file: values.csv}", with: $0) } ?? text)
      if let table { try campaign.write(table, to: "screen.csv") }
      let error = try #require(await campaign.refusal())
      #expect(error.kind == .input)
      #expect(try !campaign.files.contains("small.sqlite"))
      return error.description
    }
    let own = "{program: table, file: screen.csv}"
    let other = try await refusal(own, table: table(Self.perfect, title: "logp"))
    #expect(other.contains("'table' gives none of 'gap', which the objectives need"), "\(other)")
    // A property of xtb has one unit everywhere.
    let program = "{program: command, command: [/bin/false, '{smiles}'], properties: {score: "
    let unit = try await refusal("\(program)Eh}}", calculator: "\(program)eV}}", property: "score")
    #expect(unit.contains("'screen' gives 'score' in 'Eh', and 'calculator' in 'eV'"), "\(unit)")
    #expect(try await refusal("{program: nothing}").contains("There is no calculator 'nothing'"))
    #expect(try await refusal("{molecules: 5}").contains("The key 'screen.program' is missing"))
    #expect(try await refusal("{program: table, file: screen.csv, molecules: 0}").contains("'screen.molecules'"))
    #expect(
      try await refusal("{program: by-hand, properties: {gap: eV}}").contains(
        "'screen' needs programs on both sides, and people calculate for 'program: by-hand'"))
    #expect(
      try await refusal(own, table: table(Self.perfect), calculator: "{program: by-hand, properties: {gap: eV}}")
        .contains("'screen' needs programs on both sides"))
  }

  @Test("'validate' shows the screen and what confirms hits")
  func validated() async throws {
    let text = SmallCampaign.text(
      extra: "screen: {program: table, file: screen.csv, molecules: 7}\nconfirm: {program: table, file: screen.csv}")
    let campaign = try SmallCampaign(text)
    try campaign.write(table(Self.perfect), to: "screen.csv")
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.warnings.isEmpty)
    #expect(
      report.lines.contains { $0.hasPrefix("  screen      table ") && $0.hasSuffix(", 7 candidates in each iteration") }
    )
    #expect(report.lines.contains { $0.hasPrefix("  confirm     table ") })
  }

  @Test("A random policy has no use for a screen, and says so")
  func random() async throws {
    let campaign = try SmallCampaign(
      SmallCampaign.text(extra: "policy: random\nscreen: {program: table, file: screen.csv}"))
    try campaign.write(table(Self.perfect), to: "screen.csv")
    let report = try await ValidationReport(of: campaign.paths)
    #expect(report.warnings.contains("'screen' has no effect under 'policy: random', which learns nothing; remove it."))
    #expect(try await campaign.run().screen?.calculated == 0)
  }

  @Test("More molecules to screen than there are candidates are warned of")
  func tooMany() async throws {
    let (more, all) = (
      try campaign(molecules: 61, screen: Self.perfect), try campaign(molecules: 60, screen: Self.perfect)
    )
    #expect(
      try await ValidationReport(of: more.paths).warnings == [
        "'screen.molecules' is 61, but an iteration has at most 60 candidates, and no more are screened; lower it, or "
          + "raise 'design.candidates'."
      ])
    #expect(try await ValidationReport(of: all.paths).warnings.isEmpty)
  }

  @Test("'suggest' leaves screening to 'run'")
  func suggest() async throws {
    let campaign = try campaign(screen: Self.perfect)
    let error = await #expect(throws: CampaignError.self) { try await Suggestion.next(campaign.paths) }
    #expect(error?.description.contains("only 'cohobate run' runs") == true)
  }
}
