public import Acquisition
import CampaignFile
import Files
package import Stores

/// What the batch of an iteration was expected to bring when it was chosen, and what came.
public struct ExpectedGainReport: Encodable, Sendable, Hashable {
  /// The quantity: molecules that meet all objectives, an improvement on the best before, or a growth of the front.
  public let kind: ExpectedGain.Kind
  /// The property or expression that is improved; nil for hits and for a front.
  public let objective: String?
  /// Its unit, or that of the front's hypervolume; nil for hits, and where none is known.
  public let unit: String?
  /// The expectation, in hits or in the unit.
  public let mean: Double
  /// Its 10 % quantile.
  public let lower: Double
  /// Its 90 % quantile.
  public let upper: Double
  /// What came; nil before all calculations have ended, and where it cannot be compared.
  public let achieved: Double?
  /// The maxima and minima, which tell the fronts of different goals apart.
  fileprivate let goals: [GainGoal]

  private enum CodingKeys: CodingKey {
    case kind, objective, unit, mean, lower, upper, achieved
  }

  /// - Parameters:
  ///   - objectives: those by which the batch was designed.
  ///   - units: of the properties, by name.
  package init(_ gain: ExpectedGain, objectives: [Target], units: [String: String]) {
    self.init(
      kind: gain.kind, mean: gain.mean, lower: gain.lower, upper: gain.upper, achieved: nil, objectives: objectives,
      units: units)
  }

  /// - Parameters:
  ///   - batch: the values of the molecules of the batch, by property; nil if they cannot be compared, or not yet.
  ///   - earlier: those of the molecules that were known when it was chosen.
  ///   - objectives: those by which the batch was designed; empty if they are not known, and so is what came.
  ///   - references: the recorded reference points; those of other iterations are ignored.
  ///   - units: of the properties, by name.
  /// - Returns: nil for a quantity that this version does not know.
  package init?(
    _ record: ExpectedGainRecord, batch: [[String: Double]]?, after earlier: [[String: Double]], objectives: [Target],
    references: [ReferencePointRecord] = [], units: [String: String]
  ) {
    guard let kind = ExpectedGain.Kind(rawValue: record.kind) else { return nil }
    let reference = Dictionary(
      firstOf: references.filter { $0.iteration == record.iteration }.map { ($0.objective, $0.value) })
    self.init(
      kind: kind, mean: record.mean, lower: record.lower, upper: record.upper,
      achieved: batch.flatMap { objectives.gain(kind, of: $0, after: earlier, reference: reference) },
      objectives: objectives, units: units)
  }

  private init(
    kind: ExpectedGain.Kind, mean: Double, lower: Double, upper: Double, achieved: Double?, objectives: [Target],
    units: [String: String]
  ) {
    (self.kind, self.mean, self.lower, self.upper, self.achieved) = (kind, mean, lower, upper, achieved)
    goals = objectives.filter(\.isGoal).map { GainGoal(name: $0.name, isMinimum: $0.goal == .minimize) }
    switch kind {
    case .hits: (objective, unit) = (nil, nil)
    case .improvement:
      objective = objectives.first(where: \.isGoal)?.name
      unit = objective.flatMap { units[$0] }
    case .hypervolume:
      (objective, unit) = (nil, objectives.frontUnit(units).flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  /// An amount of the quantity in words: `3.1 hits`, `an improvement of gap by 0.12 eV`, or `a hypervolume greater by 0.31
  /// eV·D`.
  public func text(_ amount: Double) -> String {
    gainText(twoSignificant(amount), kind: kind, objective: objective, unit: unit)
  }

  /// The expectation in words without its interval, with enough digits to show that it is less than a bound.
  package func meanText(below bound: Double) -> String {
    gainText(twoSignificant(mean, below: bound), kind: kind, objective: objective, unit: unit)
  }

  /// The expectation in words, with the interval of four cases in five: `3.1 hits (1 to 5)`.
  public var text: String { "\(text(mean)) (\(twoSignificant(lower)) to \(twoSignificant(upper)))" }

  /// Whether the quantity is hits.
  package var isOfHits: Bool { kind == .hits }

  /// Whether what came is in the interval; nil if it is not known.
  var isInInterval: Bool? { achieved.map { lower <= $0 && $0 <= upper } }
}

/// A maximum or a minimum.
private struct GainGoal: Hashable {
  let name: String
  let isMinimum: Bool
}

/// What several batches were expected to bring, against what came.
public struct GainSummary: Encodable, Sendable, Hashable {
  /// The quantity: molecules that meet all objectives, an improvement on the best before, or a growth of the front.
  public let kind: ExpectedGain.Kind
  /// The property or expression that is improved; nil for hits and for a front.
  public let objective: String?
  /// Its unit, or that of the front's hypervolume; nil for hits, and where none is known.
  public let unit: String?
  /// The number of batches.
  public let batches: Int
  /// The sum of the expectations, in hits or in the unit.
  public let expected: Double
  /// The sum of what came.
  public let achieved: Double
  /// The share of the batches that brought something from their 10 % to their 90 % quantile; about 0.8, or more where the
  /// gain is often 0 or a small number of hits, if the expectations are right.
  public let shareInInterval: Double

  /// The batches of the same quantity, of the same maxima and minima, as the last of which it is known what came; nil
  /// without one.
  package init?(_ reports: [ExpectedGainReport]) {
    let ended = reports.filter { $0.achieved != nil }
    guard let last = ended.last else { return nil }
    let batches = ended.filter { ($0.kind, $0.goals, $0.unit) == (last.kind, last.goals, last.unit) }
    (kind, objective, unit, self.batches) = (last.kind, last.objective, last.unit, batches.count)
    expected = batches.reduce(0) { $0 + $1.mean }
    achieved = batches.reduce(0) { $0 + ($1.achieved ?? 0) }
    shareInInterval = Double(batches.count { $0.isInInterval == true }) / Double(batches.count)
  }

  /// The sums in words: `expected of 5 batches: 12 hits; came: 10; within the 80 % interval: 4 of 5`.
  public var text: String {
    let inside = Int((shareInInterval * Double(batches)).rounded())
    return "expected of \(batches) \(batches == 1 ? "batch" : "batches"): "
      + "\(gainText(twoSignificant(expected), kind: kind, objective: objective, unit: unit)); came: "
      + "\(withUnit(twoSignificant(achieved), unit ?? "")); within the 80 % interval: \(inside) of \(batches)"
  }
}

/// An amount of what a batch brings, in words.
private func gainText(_ amount: String, kind: ExpectedGain.Kind, objective: String?, unit: String?) -> String {
  switch kind {
  case .hits: "\(amount) \(amount == "1" ? "hit" : "hits")"
  case .improvement: "an improvement of \(objective ?? "the best") by \(withUnit(amount, unit ?? ""))"
  case .hypervolume: "a hypervolume greater by \(withUnit(amount, unit ?? ""))"
  }
}

extension CampaignRecordReader {
  /// What the batches were expected to bring, and what came, by iteration.
  ///
  /// - Parameters:
  ///   - results: all calculations of the record.
  ///   - wanted: the only iteration of interest; nil for all.
  func expectedGains(
    _ results: [CalculatedMolecule], iteration wanted: Int? = nil
  ) throws(CampaignError) -> [Int: ExpectedGainReport] {
    let (records, references, iterations, properties, hasChanged) = try CampaignError.mapping {
      (
        try store.expectedGains(), try store.referencePoints(), try store.iterationRecords(), try store.properties(),
        try store.specifications().count > 1
      )
    }
    let units = Dictionary(firstOf: properties.map { ($0.name, $0.unit) })
    let pending = Dictionary(firstOf: iterations.map { ($0.number, $0.pending) })
    var reports: [Int: ExpectedGainReport] = [:]
    for record in records where wanted == nil || record.iteration == wanted {
      let number = record.iteration
      // What came cannot be compared by other objectives than those of the design, which this version may not be able to
      // read.
      let objectives =
        hasChanged ? (try? designSpecification(of: number))?.objectives ?? [] : specification.objectives
      let batch = results.filter { $0.details.calculation.iteration == number }
      let isComparable = batch.allSatisfy { $0.state != .pending && ($0.isComparable || $0.values.isEmpty) }
      let unknown = Set(pending[number] ?? [])
      let earlier = results.filter {
        $0.details.calculation.iteration < number && $0.isComparable && !unknown.contains($0.number)
      }
      reports[number] = ExpectedGainReport(
        record, batch: isComparable ? batch.map(\.values) : nil, after: earlier.map(\.values), objectives: objectives,
        references: references, units: units)
    }
    return reports
  }
}
