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

  /// Starts with the counts of a campaign's record.
  ///
  /// - Parameter current: The current protocol and versions; nil for those of the last calculation, finished or
  ///   pending.
  package init(
    _ store: CampaignStore, specification: Specification, properties: [Property], current: ProtocolEntry? = nil
  ) throws {
    objectives = specification.objectives
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
        Dictionary(firstOf: rows.filter(\.isUsable).map { ($0.property, $0.value) }), isTold: isTold)
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
      score(result.values)
      findBest()
      return FinishedCalculation(
        molecule: molecule, smiles: smiles,
        summary: text(result.values) + (result.isomer.map { ", isomer \($0)" } ?? ""),
        succeeded: true,
        isHit: objectives.areMet(by: result.values))
    case .failure(let failure):
      progress.failed += 1
      return FinishedCalculation(
        molecule: molecule, smiles: smiles, summary: failure.summary,
        succeeded: false, isHit: false)
    }
  }

  private func score(_ values: [String: Double], isTold: Bool = false) {
    if !isTold, objectives.areMet(by: values) { progress.hits += 1 }
    self.values.append(values)
  }

  private func findBest() {
    progress.best = Ranking(values, objectives: objectives).order.first.map { text(values[$0]) }
  }

  /// The objectives' values, and those of the properties that they need, with their units: `gap 1.32 eV`.
  private func text(_ values: [String: Double]) -> String {
    func text(_ name: String, _ value: Double, _ unit: String = "") -> String {
      "\(name) \(withUnit(decimal(value, places: 3, apartFrom: bounds[name] ?? []), unit))"
    }
    let expressions = objectives.expressionValues(in: values).sorted { $0.key < $1.key }
    return
      (properties.compactMap { property in
        values[property.name].map { text(property.name, $0, property.unit) }
      } + expressions.map { text($0.key, $0.value) }).joined(separator: ", ")
  }
}
