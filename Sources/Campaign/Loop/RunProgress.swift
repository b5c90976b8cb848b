import Acquisition
import CachedCalculation
package import Calculation
package import CampaignFile
import Files
package import Stores

/// Counts the events of a run for display. No decision depends on it.
package final class RunProgress {
  private let objectives: [Target]
  private let bounds: [String: [Double]]
  private let properties: [Property]
  package private(set) var progress: CampaignProgress
  /// The values of all molecules that have any.
  private var values: [[String: Double]] = []
  private var pace = Pace()
  /// The outcomes that confirm hits; nil if hits need none.
  private let isConfirmed: ((String) -> Bool)?

  /// Starts with the counts of a campaign's record.
  ///
  /// - Parameters:
  ///   - current: The current protocol and versions; nil for those of the last calculation, finished or pending.
  ///   - confirming: Those by which hits are confirmed; nil for those of the last one.
  package init(
    _ store: CampaignStore, specification: Specification, properties: [Property], current: ProtocolEntry? = nil,
    confirming: ProtocolEntry? = nil
  ) throws {
    let objectives = specification.objectives
    self.objectives = objectives
    let confirmations = try specification.confirm.map {
      try Confirmations(store, calculator: $0.name, current: confirming)
    }
    isConfirmed = confirmations.map { confirmations in
      { objectives.areMet(by: confirmations.values(of: $0)) }
    }
    bounds = objectives.bounds
    let names = objectives.properties
    self.properties = properties.filter { names.contains($0.name) }
    let told = try store.toldIterations()
    let comparable = try ComparableCalculations(
      store, calculator: specification.calculator.name, current: current)
    let all = try store.calculations()
    let history = all.filter {
      ![.pending, .declined].contains($0.calculation.state) && !told.contains($0.calculation.iteration)
    }
    let learnt = Set(all.filter { comparable.contains($0.calculation) }.map(\.calculation.id))
    progress = CampaignProgress(
      iteration: 0, done: history.count, failed: history.count { $0.calculation.state == .failed }, running: 0,
      budget: specification.budget.calculations, hits: 0, best: nil, secondsLeft: nil)
    for (calculation, rows) in Dictionary(grouping: try store.observations(), by: \.calculation)
      .sorted(by: { $0.key < $1.key }) where learnt.contains(calculation)
    {
      let isTold = rows.first.map { told.contains($0.iteration) } ?? false
      score(
        Dictionary(firstOf: rows.filter(\.isUsable).map { ($0.property, $0.value) }),
        counts: !isTold && isConfirmed.map { $0(rows.first?.smiles ?? "") } ?? true)
    }
    findBest()
  }

  package func begin(iteration: Int) { progress.iteration = iteration }

  package func note(_ event: CalculationEvent) {
    switch event {
    case .attemptStarted: progress.running += 1
    case .attemptEnded: progress.running -= 1
    case .planned: break
    }
  }

  /// Counts a finished calculation, and returns its summary for display.
  package func count(molecule: Int, smiles: String, outcome: CalculationOutcome) -> FinishedCalculation {
    progress.done += 1
    pace.count()
    progress.secondsLeft = pace.secondsLeft(for: progress.budget - progress.done)
    switch outcome.result {
    case .success(let result):
      score(result.values, counts: isConfirmed == nil)
      findBest()
      return FinishedCalculation(
        molecule: molecule, smiles: smiles,
        summary: text(result.values, outcome.statedUncertainties(of: smiles))
          + (result.isomer.map { ", isomer \($0)" } ?? ""),
        succeeded: true,
        isHit: isConfirmed == nil && objectives.areMet(by: result.values))
    case .failure(let failure):
      progress.failed += 1
      return FinishedCalculation(
        molecule: molecule, smiles: smiles, summary: failure.summary,
        succeeded: false, isHit: false)
    }
  }

  /// Counts a hit that is confirmed or not, and returns its summary for display.
  package func confirm(molecule: Int, smiles: String, outcome: CalculationOutcome) -> FinishedCalculation {
    switch outcome.result {
    case .success(let result):
      let isHit = objectives.areMet(by: result.values)
      if isHit { progress.hits += 1 }
      return FinishedCalculation(
        molecule: molecule, smiles: smiles,
        summary: text(result.values, outcome.statedUncertainties(of: smiles)), succeeded: true,
        isHit: isHit)
    case .failure(let failure):
      return FinishedCalculation(
        molecule: molecule, smiles: smiles, summary: failure.summary, succeeded: false, isHit: false)
    }
  }

  /// - Parameter counts: Whether a molecule that meets the objectives is a hit already.
  private func score(_ values: [String: Double], counts: Bool) {
    if counts, objectives.areMet(by: values) { progress.hits += 1 }
    self.values.append(values)
  }

  private func findBest() {
    progress.best = Ranking(values, objectives: objectives).order.first.map { text(values[$0]) }
  }

  /// The objectives' values, and those of the properties that they need, with their units: `gap 1.320 eV`, or with their
  /// uncertainties: `gap 1.320 ± 0.110 eV`.
  private func text(_ values: [String: Double], _ uncertainties: [String: Double] = [:]) -> String {
    func text(_ name: String, _ value: Double, _ unit: String = "") -> String {
      let uncertainty = uncertainties[name].map { " ± \(decimal($0, places: 3))" } ?? ""
      return "\(name) \(withUnit(decimal(value, places: 3, apartFrom: bounds[name] ?? []) + uncertainty, unit))"
    }
    let expressions = objectives.expressionValues(in: values).sorted { $0.key < $1.key }
    return
      (properties.compactMap { property in
        values[property.name].map { text(property.name, $0, property.unit) }
      } + expressions.map { text($0.key, $0.value) }).joined(separator: ", ")
  }
}
