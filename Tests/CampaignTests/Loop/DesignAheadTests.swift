import CachedCalculation
import Calculation
import Campaign
import CampaignFile
import CampaignTesting
import Chemistry
import Files
import Foundation
import Numerics
import Reports
import Stores
import Synchronization
import Testing

/// Whole campaigns whose batches are designed before all outcomes are known.
@Suite("Designs ahead of calculations")
struct DesignAheadTests {
  /// Answers as a program would that knows the made-up values, each time after other programs and the design may have gone on
  /// for a random while. Nothing is started.
  private final class Dawdling: Executor {
    private let stream: Mutex<RandomStream>
    /// The molecule of the first iteration that is started last: it waits for the design of the second one.
    let last = Mutex<String?>(nil)
    /// Whether the second iteration is being designed.
    let isDesigning = Mutex(false)
    /// Whether that began while the last molecule was calculated.
    let hasOverlapped = Mutex(false)

    init(seed: UInt64) { stream = Mutex(RandomStream(seed: seed)) }

    func run(_ request: AttemptRequest, in folder: String) async -> AttemptOutput {
      let yields = stream.withLock { stream in stream.uniform(below: 4) == 0 ? stream.uniform(below: 20_000) : 0 }
      for _ in 0..<yields { await Task.yield() }
      if request.molecule?.smiles == last.withLock({ $0 }) {
        for _ in 0..<10_000_000 where !isDesigning.withLock({ $0 }) { await Task.yield() }
        hasOverlapped.withLock { $0 = isDesigning.withLock { $0 } }
      }
      let smiles = request.molecule?.smiles ?? ""
      let values = "\"gap\": \(SmallCampaign.gap(of: smiles)), \"dipole\": \(SmallCampaign.dipole(of: smiles))"
      return AttemptOutput(termination: .exited(0), standardOutput: "{\"properties\": {\(values)}}")
    }
  }

  /// - Parameter calculator: nil for the table, which answers at once.
  private func text(_ ahead: Int, calculator: String? = nil, budget: String = "", extra: String = "") -> String {
    let text = SmallCampaign.text(
      budget: "{calculations: 24, initial: 8, batch: 4, ahead: \(ahead)\(budget)}", extra: extra)
    return calculator.map { text.replacing("{program: table, file: values.csv}", with: $0) } ?? text
  }

  private static let program = "{program: command, command: [/bin/false, '{smiles}'], properties: {gap: eV, dipole: D}}"

  private func iterations(_ campaign: SmallCampaign) throws -> [IterationRecord] {
    try CampaignStore.openReadOnly(at: campaign.paths.database).iterations().map(\.iteration)
  }

  @Test(
    "The record says what each design did not know: the last calculations in the order of starting",
    arguments: [1, 3, 4, 6])
  func pending(ahead: Int) async throws {
    let campaign = try SmallCampaign(text(ahead))
    let report = try await campaign.run()
    #expect(report.endReason == "budget" && report.succeeded + report.failed == 24 && report.pending == 0)
    let store = try CampaignStore.openReadOnly(at: campaign.paths.database)
    let calculations = try store.calculations()
    for iteration in try iterations(campaign).dropFirst() {
      let before = calculations.filter { $0.calculation.iteration < iteration.number }
      // In a batch the largest come first; the molecules here are chains, so that all atoms follow from the formula.
      let newest = before.filter { $0.calculation.iteration == iteration.number - 1 }.map(\.calculation.id)
      #expect(iteration.pending.count == ahead)
      #expect(iteration.pending.count { newest.contains($0) } == min(ahead, newest.count))
      #expect(Set(iteration.pending).isSubset(of: before.map(\.calculation.id)))
    }
    #expect(try iterations(campaign).allSatisfy { $0.endedAt != nil })
  }

  @Test("Without a design ahead nothing is pending, and the rows are those of a file without the key")
  func zero() async throws {
    let (with, without) = (try SmallCampaign(text(0)), try SmallCampaign())
    try await with.run()
    try await without.run()
    #expect(try iterations(with).allSatisfy(\.pending.isEmpty))
    let (a, b) = (try with.rows(), try without.rows())
    #expect(a.filter { !$0.contains("ahead: 0") } == b.filter { !$0.contains("batch: 4}") })
  }

  @Test("The rows are the same with any number of jobs, and however long each calculation takes", arguments: [2, 5])
  func delays(ahead: Int) async throws {
    var rows: [[String]] = []
    for (jobs, seed) in [(1, 1), (2, 2), (2, 3), (5, 4), (16, 5)] as [(Int, UInt64)] {
      let campaign = try SmallCampaign(text(ahead, calculator: Self.program))
      let executor = Dawdling(seed: seed)
      _ = try await CampaignController.run(
        campaign.paths, on: ComputeResources(executor: executor, jobs: jobs, workdir: campaign.folder + "/Workdir")
      ) { event in
        switch event {
        case .designed(iteration: 0, _, _, _):
          let smallest = try? CampaignStore.openReadOnly(at: campaign.paths.database).calculations().map {
            ($0.calculation.id, try Molecule(smiles: $0.molecule.smiles))
          }.max { (-$0.1.atomCount, $0.0) < (-$1.1.atomCount, $1.0) }
          executor.last.withLock { $0 = smallest?.1.smiles }
        case .designing(iteration: 1): executor.isDesigning.withLock { $0 = true }
        default: break
        }
      }
      let hasOverlapped = executor.hasOverlapped.withLock { $0 }
      #expect(hasOverlapped, "The design did not begin while the last calculation ran.")
      rows.append(try campaign.rows())
    }
    #expect(rows.allSatisfy { $0 == rows[0] })
    #expect(rows[0].count { $0.hasPrefix("calculation ") } == 24)
  }

  @Test(
    "Interrupted after any number of events and resumed, it has the rows of a run never interrupted",
    arguments: [(1, 3), (2, 4), (5, 3), (7, 6), (12, 1), (31, 5)])
  func interrupted(every count: Int, ahead: Int) async throws {
    let (whole, broken) = (try SmallCampaign(text(ahead)), try SmallCampaign(text(ahead)))
    try await whole.run()
    #expect(try await broken.runInterrupted(every: count) > 0)
    #expect(try StatusReport(of: broken.paths).endReason == "budget")
    #expect(try broken.rows() == whole.rows())
  }

  @Test("Events are told one at a time")
  func events() async throws {
    let campaign = try SmallCampaign(text(3, calculator: Self.program))
    let isTelling = Mutex(false)
    let clashes = Mutex(0)
    _ = try await CampaignController.run(
      campaign.paths,
      on: ComputeResources(executor: Dawdling(seed: 9), jobs: 4, workdir: campaign.folder + "/Workdir")
    ) { _ in
      if isTelling.withLock({ was in
        defer { was = true }
        return was
      }) {
        clashes.withLock { $0 += 1 }
      }
      isTelling.withLock { $0 = false }
    }
    #expect(clashes.withLock { $0 } == 0)
  }

  @Test("An end is decided with all outcomes: with the hits wanted, by too little gain, without further molecules")
  func ends() async throws {
    for (budget, reason) in [(", hits: 1", "hits"), (", until: gain < 100", "gain")] {
      let (campaign, resumed) = (try SmallCampaign(text(3, budget: budget)), try SmallCampaign(text(3, budget: budget)))
      let report = try await campaign.run()
      #expect(report.endReason == reason && report.pending == 0)
      #expect(try await resumed.runInterrupted(every: 3) > 0)
      #expect(try campaign.rows() == resumed.rows())
    }
    let used = try SmallCampaign(
      SmallCampaign.text(
        molecules: "{heavy_atoms: [1, 3]}", budget: "{calculations: 24, initial: 2, batch: 1, ahead: 1}"
      ).replacing("candidates: 60}", with: "candidates: 60, new_molecules: false}"),
      table: ["C", "CC", "CCC"], corpus: ["C", "CC", "CCC", "CCCC"])
    let report = try await used.run()
    #expect(report.endReason == "exhausted" && report.succeeded == 3)
  }

  @Test("A failing program ends the campaign")
  func failures() async throws {
    let report = try await SmallCampaign(text(3), table: ["c1ccccc1"]).run()
    #expect(report.endReason == "failures" && report.succeeded == 0 && report.pending == 0)
  }

  @Test("What is suggested first is the batch of a run")
  func suggested() async throws {
    let (run, asked) = (try SmallCampaign(text(3)), try SmallCampaign(text(3)))
    try await run.run()
    _ = try await Suggestion.next(asked.paths)
    try await asked.run()
    #expect(try asked.rows() == run.rows())
  }

  @Test("A person who asks for further molecules while others are pending does not disturb it")
  func further() async throws {
    let campaign = try SmallCampaign(text(3))
    _ = try await Suggestion.next(campaign.paths)
    let further = try await Suggestion.next(campaign.paths, count: 2)
    #expect(further.molecules.count == 2 && further.iteration == 1)
    #expect(try iterations(campaign)[1].pending == Array(1...8))
    let report = try await campaign.run()
    #expect(report.endReason == "budget" && report.succeeded + report.failed == 24)
    #expect(try iterations(campaign)[2].pending.count == 3)
  }
}
