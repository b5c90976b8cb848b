package import Calculation
import Chemistry
public import Files
import Foundation
import Stores
public import Tables

/// Calculates molecules without a campaign.
public struct CalculateRun: Sendable {
  private let list: MoleculeList
  private let resources: ComputeResources
  private let calculator: any Calculator
  private let version: String
  private let quantities: [CalculateReport.Quantity]
  private let notes: [String]

  /// This many molecules are started, the largest of them first, before one of the next is.
  static let chunkLength = 1000

  /// Reads the molecules and finds the calculator. Nothing is calculated yet.
  ///
  /// - Parameters:
  ///   - source: The molecules.
  ///   - request: The calculator.
  ///   - resources: Where it calculates.
  /// - Throws: `CampaignError` of kind `.input` if the source cannot be read, or if the calculator cannot be made or
  ///   found. A line that is not a molecule is not an error: it fails by itself.
  public init(
    _ source: MoleculeSource, by request: CalculatorRequest, on resources: ComputeResources
  ) async throws(CampaignError) {
    self.resources = resources
    do {
      let calculator = try request.calculator()
      let contents = try source.contents()
      list = MoleculeList(contents.records, withRepeatUnits: calculator.takesRepeatUnits)
      notes = contents.notes + calculator.notes + [Self.note(onRepeatUnitsIn: list, calculator)].compactMap(\.self)
      version = try await calculator.version(on: resources.executor)
      let names = request.properties
      let asked = names.compactMap { name in calculator.properties.first { $0.name == name } }
      quantities = (asked.isEmpty ? calculator.properties : asked).map {
        CalculateReport.Quantity(name: $0.name, unit: $0.unit)
      }
      self.calculator = calculator
    } catch {
      // An interrupted query of a program's version looks like a missing program.
      throw Task.isCancelled ? Self.interrupted(after: "Nothing was calculated yet.") : CampaignError(error)
    }
  }

  /// A note on how repeat units of polymers are calculated; nil if there are none, or the calculator takes them already.
  private static func note(onRepeatUnitsIn list: MoleculeList, _ calculator: any Calculator) -> String? {
    guard calculator.runsPrograms, !calculator.takesRepeatUnits else { return nil }
    let refused = list.lines.lazy.filter { $0.place == nil }.map(\.source.input)
    guard let unit = refused.first(where: { $0.contains("*") && (try? RepeatUnit(smiles: $0)) != nil }) else {
      return nil
    }
    return
      "'\(unit)' is a repeat unit of a polymer, which \(calculator.name) calculates by short chains: "
      + "add --set '\(OligomerSettings.key)={units: [2, 4, 6]}'."
  }

  /// Calculates each molecule once, and returns a row for each line. Outcomes in the cache are reused, and
  /// new ones are stored there as they arrive.
  ///
  /// - Parameter tell: Called with each event, never concurrently.
  /// - Throws: `CampaignError` of kind `.interrupted` if the task is cancelled, and another if the machine or the cache
  ///   fails before anything was calculated. If it fails later, the report has the results so far and says so.
  public func run(
    tell: (CalculateProgress) -> Void = { _ in }
  ) async throws(CampaignError) -> CalculateReport {
    try await run(
      cache: try SharedCache(file: resources.cache, calculator: calculator, version: version), tell: tell)
  }

  /// As above, with any cache.
  package func run(
    cache: (any CalculationCache)?, tell: (CalculateProgress) -> Void = { _ in }
  ) async throws(CampaignError) -> CalculateReport {
    var progress = CalculateProgress(list)
    var outcomes = [RowOutcome?](repeating: nil, count: list.molecules.count)
    do {
      let scratch = try CalculateScratch(for: list, by: calculator, in: resources.workdir)
      defer { scratch.leave() }
      do {
        try await resources.executor.session(as: scratch.path.nameOfPath) {
          await scratch.sweep(besidesThoseUsedOn: resources.executor)
          let stage = CalculationStage(
            calculator: calculator, executor: resources.executor, concurrency: resources.jobs, workdir: scratch.path,
            folderRetention: resources.folderRetention, cache: cache)
          try await calculate(by: stage, into: &outcomes) {
            progress = $0
            tell($0)
          }
        }
      } catch  where !(error is CancellationError) && outcomes.contains(where: { $0 != nil }) {
        return report(outcomes, machineFailure: CampaignError(error).description)
      }
      return report(outcomes)
    } catch is CancellationError {
      let done = "\(progress.done) of \(progress.total) molecules were calculated."
      let kept = outcomes.count { $0?.isKept ?? false }
      throw Self.interrupted(
        after: cache == nil || kept == 0
          ? "\(done) \(cache == nil ? "There is no cache:" : "None of them is in the cache:") the same command starts over."
          : "\(done) \(kept) of these are in the cache; run the same command to resume.")
    } catch {
      throw CampaignError(error)
    }
  }

  private static func interrupted(after what: String) -> CampaignError {
    CampaignError(.interrupted, "Interrupted. \(what)")
  }

  /// The part of an outcome that a row needs: the attempts of thousands would fill the memory.
  private struct RowOutcome {
    let result: Result<CalculationResult, CalculationFailure>
    let geometry: Geometry?
    let hasSeveralConformers: Bool
    let isReused: Bool
    /// Whether the cache has it, if there is one.
    let isKept: Bool

    init(_ outcome: CalculationOutcome, of smiles: String) {
      hasSeveralConformers = outcome.hasSeveralConformers(of: smiles)
      isReused = outcome.isReused
      isKept = isReused || CachedOutcome(outcome) != nil
      geometry = (try? outcome.result.get())?.geometry
      result = outcome.result.map {
        CalculationResult(
          values: $0.values, spreads: $0.spreads, atomicValues: $0.atomicValues, notes: $0.notes, changes: $0.changes,
          isomer: $0.isomer)
      }
    }
  }

  /// Stores the outcomes at the indices of their molecules, as they arrive.
  private func calculate(
    by stage: CalculationStage, into outcomes: inout [RowOutcome?], tell: (CalculateProgress) -> Void
  ) async throws {
    let molecules = list.molecules
    var progress = CalculateProgress(list)
    var pace = Pace()
    tell(progress)
    var chunks = stride(from: 0, to: molecules.count, by: Self.chunkLength).makeIterator()
    var jobs: ArraySlice<CalculationJob> = []
    var first = FirstFailures()
    try await stage.run(
      first: &first,
      next: {
        if jobs.isEmpty, let start = chunks.next() {
          // The largest first, so that no core is left alone with a long calculation at the end.
          jobs =
            (start..<min(start + Self.chunkLength, molecules.count))
            .map { CalculationJob(number: $0 + 1, molecule: molecules[$0]) }
            .sorted { (-$0.molecule.atomCount, $0.number) < (-$1.molecule.atomCount, $1.number) }[...]
        }
        return jobs.popFirst()
      },
      onEvent: { event in
        progress.note(event)
        tell(progress)
      },
      finished: { number, outcome in
        outcomes[number - 1] = RowOutcome(outcome, of: molecules[number - 1].smiles)
        progress.count(outcome, of: molecules[number - 1].smiles, pace: &pace)
        tell(progress)
      })
  }

  private func report(_ outcomes: [RowOutcome?], machineFailure: String? = nil) -> CalculateReport {
    let rows = list.lines.map { line in
      switch line.molecule {
      case .success(let place):
        return CalculateReport.Row(
          line, smiles: list.molecules[place].smiles, outcome: outcomes[place]?.result,
          geometry: outcomes[place]?.geometry,
          hasSeveralConformers: outcomes[place]?.hasSeveralConformers ?? false,
          isReused: outcomes[place]?.isReused ?? false, properties: quantities)
      case .failure(let failure):
        return CalculateReport.Row(
          line, smiles: nil, outcome: .failure(failure), isReused: false, properties: quantities)
      }
    }
    return CalculateReport(
      calculator: calculator.name, version: version, calculationProtocol: calculator.calculationProtocol.summary,
      properties: quantities, rows: rows, notes: notes, machineFailure: machineFailure)
  }
}
