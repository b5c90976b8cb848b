import Acquisition
import Calculation
import CampaignFile
import Chemistry
public import Files
import Foundation
import MolecularDesign
import Numerics
public import Reports
import SourceModels
import Stores
import Tables

/// Whole campaigns on molecules whose values are known, played without calculations: is a policy better than another?
///
/// Each campaign is the real loop with its record in memory. The table is both calculator and pool; all campaigns use
/// the same features of its molecules, and run side by side.
public struct Replay: Sendable {
  private let file: CampaignFile
  private let calculator: TableCalculator
  private let molecules: CampaignMolecules
  private let designer: IterationDesigner
  private let libraryDigest: String?
  private let hits: ReplayHits
  private let policies: [ReplayPolicy]
  private let seeds: [UInt64]
  private let calculations: Int
  private let request: ReplayRequest
  private let jobs: Int
  private let notes: [String]

  /// Plays each policy with each seed.
  ///
  /// - Parameter tell: Called when a campaign has ended, never concurrently.
  /// - Throws: `CampaignError` of kind `.input` if the campaign file, the table or the request is wrong, `.interrupted`
  ///   if the task is cancelled.
  public static func play(
    _ request: ReplayRequest, tell: (ReplayProgress) -> Void = { _ in }
  ) async throws(CampaignError) -> ReplayReport {
    do {
      let jobs = max(1, request.jobs ?? Workers.limit)
      return try await Workers.$limit.withValue(jobs) { try await Replay(request, jobs: jobs).play(tell) }
    } catch {
      throw Task.isCancelled ? .interruptedReplay : CampaignError(error)
    }
  }

  private init(_ request: ReplayRequest, jobs: Int) throws {
    (self.request, self.jobs) = (request, jobs)
    let given = try CampaignFile(path: request.campaign)
    var specification = given.specification
    var policies: [ReplayPolicy] = []
    for name in request.policies {
      let policy = try ReplayPolicy(name, acquisition: specification.acquisition)
      guard !policies.contains(policy) else { throw CampaignError(.input, "The policy '\(name)' is named twice.") }
      policies.append(policy)
    }
    guard !policies.isEmpty else {
      throw CampaignError(.input, "No policy is named; there are: \(ReplayPolicy.names.joined(separator: ", ")).")
    }
    guard request.seeds > 0 else {
      throw CampaignError(.input, "The number of seeds is \(request.seeds); it must be at least 1.")
    }
    self.policies = policies
    let seed = specification.seed
    seeds = (0..<UInt64(request.seeds)).map { seed &+ $0 }

    let wanted = specification.objectives.properties
    // A calculator that cannot be made declares nothing: the table replaces it.
    let declared = ((try? given.calculator().properties) ?? []).filter { wanted.contains($0.name) }
    calculator = try TableCalculator(
      path: request.table, smilesColumn: request.smilesColumn, wanted: wanted, declared: declared)
    try Self.require(wanted, declared: declared, in: calculator, table: request.table, file: request.campaign)
    let (labelled, leftOut) = Self.labelled(calculator, wanted, specification.kind)
    guard !labelled.isEmpty else {
      throw CampaignError(
        .input, "\(request.table): no molecule of one component has a value of \(wanted.joined(separator: " and of "))."
      )
    }

    (specification.calculator.name, specification.calculator.settings) = (calculator.name, [:])
    let extras = [
      specification.screen == nil ? nil : "'screen'", specification.confirm == nil ? nil : "'confirm'",
    ].compactMap(\.self)
    (specification.screen, specification.confirm) = (nil, nil)
    (specification.pool, specification.proposesNewMolecules) = (.file(path: request.table, column: nil), false)
    // The labelled molecules are known by their nature.
    (specification.knownFiles, specification.filter.known) = ([], nil)
    specification.policy = policies.contains { $0.policy == .surrogate } ? .surrogate : .random
    specification.budget.calculations = request.calculations ?? specification.budget.calculations
    let (hitsToEnd, gainToEnd) = (specification.budget.hits, specification.budget.until)
    (specification.budget.hits, specification.budget.leastGain) = (nil, nil)
    specification.budget.consecutiveFailures = .max
    let sources = try CampaignSources(given)
    libraryDigest = sources.digest
    molecules = CampaignMolecules(pool: Corpus(molecules: labelled))
    designer = try IterationDesigner(
      specification: specification, molecules: molecules, sources: sources.models)
    file = given.with(specification)

    let allowed = designer.poolMolecules ?? []
    let budget = specification.budget
    guard allowed.count > budget.initial else {
      throw CampaignError(
        .input,
        "\(request.table) has only \(counted(allowed.count, "molecule")) with all values that 'molecules' allows, but the first, "
          + "random batch has \(budget.initial) ('budget.initial'): nothing would be learnt; give a larger table, or a smaller "
          + "'budget.initial'.")
    }
    guard budget.calculations > budget.initial else {
      throw CampaignError(
        .input,
        "Each campaign has \(counted(budget.calculations, "calculation")), but the first, random batch has \(budget.initial) "
          + "('budget.initial'): nothing would be learnt; give more --calculations, or a smaller 'budget.initial'.")
    }
    calculations = min(budget.calculations, allowed.count)
    let (units, results) = (Self.units(calculator), calculator.results)
    hits = try ReplayHits(
      request.hits, among: allowed.map { ($0.smiles, results[$0.smiles]?.values ?? [:]) },
      objectives: specification.objectives, units: units, file: request.campaign)
    var notes = calculator.notes + [sources.warning].compactMap(\.self)
    notes += try LibraryKnowledge.list(specification, among: labelled.map(\.smiles), version: sources.digest)
      .map { $0.text("molecules of the table") }
    if leftOut > 0 {
      notes.append(
        "\(counted(leftOut, "molecule")) of the table \(leftOut == 1 ? "is" : "are") left out: a property of the objectives has "
          + "no value, or there are several components.")
    }
    if allowed.count < labelled.count {
      let count = labelled.count - allowed.count
      notes.append(
        "\(counted(count, "molecule")) of the table \(count == 1 ? "is" : "are") not allowed by 'molecules' "
          + "(\(RejectionCounts(designer.refusals).text)).")
    }
    if calculations < budget.calculations {
      notes.append(
        "Each campaign ends after \(counted(calculations, "calculation")) instead of \(budget.calculations): no further molecule "
          + "is left.")
    }
    if !extras.isEmpty {
      notes.append(
        "Each campaign is played without \(extras.joined(separator: " and ")), because the table has one value of each property."
      )
    }
    if let hitsToEnd {
      notes.append("Each campaign goes on beyond 'budget.hits' (\(hitsToEnd)), for the whole curve.")
    }
    if let gainToEnd {
      notes.append("Each campaign goes on beyond 'budget.until' (\(gainToEnd)), for the whole curve.")
    }
    self.notes = notes
  }

  /// Throws if the table lacks a property that the objectives need.
  private static func require(
    _ wanted: [String], declared: [Property], in calculator: TableCalculator, table: String, file: String
  ) throws(CampaignError) {
    let given = calculator.properties.map(\.name)
    guard let missing = wanted.first(where: { !given.contains($0) }) else { return }
    if let property = declared.first(where: { $0.name == missing })
      ?? Property.known.first(where: { $0.name == missing })
    {
      for title in given {
        guard let read = ColumnTitle(title, among: [(property.name, property.unit)]), read.kind == .value,
          let problem = read.problem(withUnit: property.unit)
        else { continue }
        throw CampaignError(.input, "\(table): The column '\(title)' \(problem); convert the values.")
      }
    }
    throw CampaignError(
      .input,
      "\(table) has no column of '\(missing)', which an objective of \(file) needs; its properties are: "
        + "\(given.joined(separator: ", "))." + suggestion(for: missing, among: given))
  }

  /// The candidates of one component that have a value of every property, in the order of the table, as `run` takes them
  /// from a pool; and the number of others.
  private static func labelled(
    _ calculator: TableCalculator, _ wanted: [String], _ kind: MaterialKind
  ) -> ([Molecule], leftOut: Int) {
    let labelled = calculator.molecules.filter { molecule in
      let values = calculator.results[molecule.smiles]?.values ?? [:]
      return molecule.componentCount == 1 && (try? kind.includes(molecule)) == true
        && wanted.allSatisfy { values[$0] != nil }
    }
    return (labelled, calculator.molecules.count - labelled.count)
  }

  private static func units(_ calculator: TableCalculator) -> [String: String] {
    Dictionary(firstOf: calculator.properties.map { ($0.name, $0.unit) })
  }

  /// Plays the campaigns, as many at once as there are jobs.
  private func play(_ tell: (ReplayProgress) -> Void) async throws -> ReplayReport {
    // Computed on the cores of all jobs, once for all campaigns.
    try designer.makeReady()
    let total = policies.count * seeds.count
    let workers = min(jobs, total)
    var runs = [ReplayRun?](repeating: nil, count: total)
    try await withThrowingTaskGroup(of: (Int, ReplayRun).self) { group in
      var (begun, done) = (0, 0)
      tell(ReplayProgress(done: done, total: total))
      while true {
        while begun < total, begun - done < workers {
          let (policy, seed) = (policies[begun / seeds.count], seeds[begun % seeds.count])
          group.addTask { [begun] in
            // Linear algebra on other cores would only wait for the campaigns there.
            (begun, try Workers.$limit.withValue(max(1, jobs / workers)) { try run(policy, seed: seed) })
          }
          begun += 1
        }
        guard let (place, run) = try await group.next() else { break }
        runs[place] = run
        done += 1
        tell(ReplayProgress(done: done, total: total))
      }
    }
    let complete = runs.compactMap(\.self)
    return ReplayReport(
      campaign: file.specification.name, table: request.table, molecules: designer.poolCount, hitRule: hits.rule,
      hits: hits.molecules.count, calculations: calculations, seeds: seeds, objectives: file.specification.objectives,
      units: Self.units(calculator),
      runs: policies.enumerated().map { place, policy in
        (policy.name, Array(complete[(place * seeds.count)..<((place + 1) * seeds.count)]))
      }, notes: notes)
  }

  /// Runs one campaign to its end.
  private func run(_ policy: ReplayPolicy, seed: UInt64) throws -> ReplayRun {
    var specification = file.specification
    (specification.policy, specification.acquisition, specification.seed) = (policy.policy, policy.acquisition, seed)
    let file = file.with(specification)
    let prepared = PreparedCampaign(
      file, calculator: calculator, version: calculator.digest, molecules: molecules,
      designer: designer.playing(specification), libraryDigest: libraryDigest)
    let campaign = try DesigningCampaign(
      OpenCampaign(inMemory: file, calculator: calculator), prepared, recordsOnlyBatch: true)
    let store = campaign.campaign.store
    var found: [(values: [String: Double], isHit: Bool)] = []
    /// The number of molecules that were found before each iteration, by its number.
    var starts: [Int: Int] = [:]
    while let iteration = try campaign.pendingIteration() {
      starts[iteration] = found.count
      for pending in try store.pendingCalculations() {
        let smiles = pending.molecule.smiles
        // Every molecule of the pool has values.
        guard let result = calculator.results[smiles] else { continue }
        let outcome = CalculationOutcome(result: .success(result), attempts: [], wallSeconds: 0)
        try store.recordOutcome(of: pending.calculation.id, outcome.entry, attempts: [], wallSeconds: 0)
        found.append((result.values, hits.molecules.contains(smiles)))
      }
    }
    let values = found.map(\.values)
    let references = try store.referencePoints()
    let gains = try store.expectedGains().compactMap { record in
      let (start, end) = (starts[record.iteration] ?? 0, starts[record.iteration + 1] ?? values.count)
      return ExpectedGainReport(
        record, batch: Array(values[start..<end]), after: Array(values[..<start]), objectives: specification.objectives,
        references: references, units: Self.units(calculator))
    }
    return ReplayRun(found, objectives: specification.objectives, gains: gains)
  }
}

extension CampaignError {
  fileprivate static let interruptedReplay = CampaignError(.interrupted, "Interrupted. Nothing was written.")
}
