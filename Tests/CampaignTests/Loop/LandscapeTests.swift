import CachedCalculation
import Calculation
import Campaign
import CampaignTesting
import Chemistry
import Foundation
import MolecularDesign
import Prediction
import Reports
import Stores
import Testing

/// Whole campaigns over a pool of which every value is known: 520 molecules of the built-in corpus, with made-up values
/// that depend on their structure. The best molecules are known, so a campaign must find more of them than random
/// choice does, with every one of five seeds.
@Suite struct LandscapeTests {
  private static let seeds = 1...5

  @Test("The surrogate finds more of the known hits than random choice, with each of five seeds")
  func window() async throws {
    let landscape = try Landscape()
    // The twenty molecules of the lowest gap.
    let limit = landscape.molecules.map(Landscape.gap).sorted()[19]
    var (learnt, drawn) = (0, 0)
    var gains: [GainSummary?] = []
    for seed in Self.seeds {
      let objectives = "[{property: gap, window: [null, \(limit)]}]"
      let report = try await landscape.run(objectives, seed: seed, policy: "surrogate")
      let hits = report.hits
      gains.append(report.gain)
      let hitsByChance = try await landscape.run(objectives, seed: seed, policy: "random").hits
      #expect(hits > hitsByChance, "seed \(seed)")
      learnt += hits
      drawn += hitsByChance
    }
    #expect(learnt >= 3 * drawn, "\(learnt) hits in all, \(drawn) by chance")
    try expectCalibrated(gains)
  }

  @Test("One goal: the surrogate comes nearer to the known optimum than random choice")
  func optimum() async throws {
    let landscape = try Landscape()
    let optimum = try #require(landscape.molecules.map(Landscape.dipole).max())
    for seed in Self.seeds {
      let objectives = "[{property: dipole, goal: maximize}]"
      let found = try await landscape.run(objectives, seed: seed, policy: "surrogate").best
      #expect(found.compactMap { $0.values["dipole"] }.max() == optimum, "seed \(seed)")
    }
  }

  @Test("Two goals: what the surrogate finds dominates more than what random choice finds")
  func front() async throws {
    let landscape = try Landscape()
    let objectives = "[{property: gap, goal: minimize}, {property: dipole, goal: maximize}]"
    func area(_ policy: String, _ acquisition: String = "log-window") async throws -> Double {
      var sum = 0.0
      var gains: [GainSummary?] = []
      for seed in Self.seeds {
        let report = try await landscape.run(objectives, seed: seed, policy: policy, acquisition: acquisition)
        sum += Landscape.dominatedArea(report.best)
        gains.append(report.gain)
      }
      if acquisition == "log-expected-improvement" { try expectCalibrated(gains) }
      return sum
    }
    let most =
      Double(Self.seeds.count)
      * Landscape.dominatedArea(landscape.molecules.map { (Landscape.gap($0), Landscape.dipole($0)) })
    let drawn = try await area("random")
    for acquisition in ["log-window", "log-expected-improvement", "upper-confidence-bound", "probability-of-best"] {
      let learnt = try await area("surrogate", acquisition)
      #expect(learnt > drawn && learnt <= most + 1e-9, "\(acquisition): \(learnt), \(drawn) by chance, \(most) at most")
    }
  }

  @Test("Where molecules are invented, the search finds better ones than drawing from the language model")
  func search() throws {
    let landscape = try Landscape(every: 8)
    for seed in Self.seeds {
      let found = try landscape.invented(seed: seed, policy: "surrogate")
      let drawn = try landscape.invented(seed: seed, policy: "random")
      #expect(found > drawn, "seed \(seed)")
    }
  }

  /// What the batches of five campaigns were expected to bring, against what came: single batches miss by more.
  private func expectCalibrated(_ gains: [GainSummary?]) throws {
    let gains = try gains.map { try #require($0) }
    let (expected, achieved) = (gains.reduce(0) { $0 + $1.expected }, gains.reduce(0) { $0 + $1.achieved })
    #expect(achieved > 0 && (0.5...2).contains(expected / achieved), "\(expected) were expected, \(achieved) came")
  }

  /// The region is that of the molecules most like the one of lowest gap, so that it attracts a campaign. Without the
  /// factor the same calculations fail at a time limit, which says nothing of other molecules. Where most of the pool
  /// fails, the hits elsewhere are soon used up, and more is lost at the border of the region.
  @Test(
    "A region where calculations fail is left, and more hits are found",
    arguments: [(share: 0.1, most: 0.4), (share: 0.3, most: 0.4), (share: 0.6, most: 0.6)])
  func failures(share: Double, most: Double) throws {
    let landscape = try Landscape(every: 2)
    let limit = landscape.molecules.map(Landscape.gap).sorted()[landscape.molecules.count / 2]
    let region = try landscape.region(share)
    var (taught, untaught) = ((lost: 0, hits: 0), (lost: 0, hits: 0))
    for seed in Self.seeds {
      let with = try landscape.outcome(failing: region, as: .convergence, limit: limit, seed: seed)
      let without = try landscape.outcome(failing: region, as: .timeout, limit: limit, seed: seed)
      taught = (taught.lost + with.lost, taught.hits + with.hits)
      untaught = (untaught.lost + without.lost, untaught.hits + without.hits)
    }
    #expect(Double(taught.lost) <= most * Double(untaught.lost), "\(taught.lost) of \(untaught.lost) are still lost")
    #expect(taught.hits > untaught.hits, "\(taught.hits) hits, \(untaught.hits) without")
  }
}

/// A pool of molecules with made-up values.
private struct Landscape {
  let molecules: [String]

  /// - Parameter step: The pool has every molecule of the corpus whose number is a multiple of it.
  init(every step: Int = 6) throws {
    let corpus = try Corpus.builtIn().molecules.map(\.smiles)
    molecules = stride(from: 0, to: corpus.count, by: step).map { corpus[$0] }
  }

  /// The share of the molecules that are most like the one of lowest gap.
  func region(_ share: Double) throws -> Set<String> {
    let bits = try molecules.map { try Molecule(smiles: $0) }.fingerprints(radius: 2).map(\.bits)
    let gaps = molecules.map(Self.gap)
    let centre = molecules.indices.min { (gaps[$0], $0) < (gaps[$1], $1) } ?? 0
    let nearness = bits.map { $0.similarity(to: bits[centre]) }
    let order = molecules.indices.sorted { (-nearness[$0], $0) < (-nearness[$1], $1) }
    return Set(order.prefix(Int(share * Double(molecules.count))).map { molecules[$0] })
  }

  /// The hits and the lost calculations among those that the surrogate chose, of 140 in batches of ten.
  func outcome(
    failing region: Set<String>, as failureClass: FailureClass, limit: Double, seed: Int
  ) throws -> (lost: Int, hits: Int) {
    let text = SmallCampaign.text(
      objectives: "[{property: gap, window: [null, \(limit)]}]", molecules: "{charged: true}",
      budget: "{calculations: 140, initial: 10, batch: 10}"
    ).replacing("seed: 11", with: "seed: \(seed)")
      .replacing("candidates: 60}", with: "candidates: 500, new_molecules: false}")
    let designer = try SmallCampaign(text, table: [], corpus: molecules).designer()
    var entries: [History.Entry] = []
    for iteration in 0..<14 {
      for chosen in try designer.plan(iteration: iteration, history: History(entries)).batch {
        let smiles = chosen.molecule.smiles
        let fails = region.contains(smiles)
        entries.append(
          try History.Entry(
            molecule: Molecule(smiles: smiles), values: fails ? [:] : ["gap": Self.gap(smiles)], succeeded: !fails,
            failureClass: fails ? failureClass : nil))
      }
    }
    let later = entries.dropFirst(10)
    return (later.count { !$0.succeeded }, later.count { $0.values["gap"].map { $0 <= limit } == true })
  }

  /// The mean of the ten greatest dipole moments of sixty calculations, in batches of ten, where molecules are invented.
  func invented(seed: Int, policy: String) throws -> Double {
    let text = SmallCampaign.text(
      objectives: "[{property: dipole, goal: maximize}]", molecules: "{charged: true, heavy_atoms: [1, 20]}",
      budget: "{calculations: 60, initial: 10, batch: 10}",
      extra: "policy: \(policy)\nacquisition: log-expected-improvement"
    ).replacing("seed: 11", with: "seed: \(seed)")
      .replacing("candidates: 60}", with: "candidates: 100, mode: search}")
    let designer = try SmallCampaign(text, table: [], corpus: molecules).designer()
    var entries: [History.Entry] = []
    for iteration in 0..<6 {
      for chosen in try designer.plan(iteration: iteration, history: History(entries)).batch {
        let smiles = chosen.molecule.smiles
        entries.append(
          try History.Entry(
            molecule: Molecule(smiles: smiles), values: ["dipole": Self.dipole(smiles)], succeeded: true))
      }
    }
    return entries.compactMap { $0.values["dipole"] }.sorted().suffix(10).reduce(0, +) / 10
  }

  /// Lower for each aromatic atom, and for donors and acceptors at a ring; it saturates as conjugation does.
  static func gap(_ smiles: String) -> Double {
    let aromatic = Double(smiles.count { "cnos".contains($0) })
    let polar = Double(smiles.count { "NO".contains($0) })
    return 1.5 + 9 / (1 + 0.2 * aromatic + 0.1 * polar)
  }

  /// Higher for each heteroatom and each charge in the SMILES.
  static func dipole(_ smiles: String) -> Double {
    0.2 + 0.7 * Double(smiles.count { "NOno".contains($0) }) + 0.4 * Double(smiles.count { "FS".contains($0) })
      + 1.1 * Double(smiles.count { $0 == "+" })
  }

  /// Forty calculations in batches of five.
  func run(
    _ objectives: String, seed: Int, policy: String, acquisition: String = "log-window"
  ) async throws -> StatusReport {
    let text = SmallCampaign.text(
      objectives: objectives, molecules: "{charged: true}", budget: "{calculations: 40, initial: 10, batch: 5}",
      extra: "policy: \(policy)\nacquisition: \(acquisition)"
    ).replacing("seed: 11", with: "seed: \(seed)")
      .replacing("candidates: 60}", with: "candidates: 500, new_molecules: false}")
    let campaign = try SmallCampaign(text, table: [], corpus: molecules)
    let values = molecules.map { "\($0),\(Self.gap($0)),\(Self.dipole($0))\n" }
    try campaign.write("smiles,gap,dipole\n" + values.joined(), to: "values.csv")
    try await campaign.run()
    return try StatusReport(of: campaign.paths, top: 40)
  }

  static func dominatedArea(_ found: [MoleculeReport]) -> Double {
    dominatedArea(
      found.compactMap { molecule in
        guard let gap = molecule.values["gap"], let dipole = molecule.values["dipole"] else { return nil }
        return (gap, dipole)
      })
  }

  /// The area between the values and a gap of 11 eV with a dipole moment of zero: the dominated hypervolume.
  static func dominatedArea(_ values: [(gap: Double, dipole: Double)]) -> Double {
    var (area, highest) = (0.0, 0.0)
    for value in values.sorted(by: { $0.gap < $1.gap }) where value.dipole > highest {
      area += (11 - value.gap) * (value.dipole - highest)
      highest = value.dipole
    }
    return area
  }
}
