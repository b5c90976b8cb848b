import Acquisition
import Stores

/// The front of a campaign with several maxima and minima: the molecules that no other one dominates and that are in no
/// goal worse than the reference point.
public struct FrontReport: Encodable, Sendable {
  /// The maxima and minima, in order.
  public let goals: [String]
  /// The numbers of the molecules on the front, the best of the first goal first.
  public let molecules: [Int]
  /// The volume that they dominate above the reference point, in ``unit``.
  public let hypervolume: Double
  /// The product of the goals' units, such as `eV·D`; empty if none has a unit, and if that of a goal is not known, as of
  /// an expression.
  public let unit: String
  /// The reference point, in the order of the goals.
  public let reference: [ReferencePointReport]
  /// How the front has grown, by iteration, with this reference point.
  public let trace: [FrontTracePoint]

  /// - Parameter iterations: The numbers of all iterations.
  /// - Returns: Nil if there is no front.
  init?(_ front: CampaignFront?, iterations: [Int], units: [String: String]) {
    guard let front else { return nil }
    let goals = front.reference.map(\.goal)
    self.goals = goals.map(\.name)
    let first = goals[0]
    molecules = front.molecules.sorted { one, other in
      let values = (first.value(in: one.values) ?? .nan, first.value(in: other.values) ?? .nan)
      guard values.0 != values.1 else { return one.number < other.number }
      return first.goal == .minimize ? values.0 < values.1 : values.0 > values.1
    }.map(\.details.molecule.id)
    hypervolume = front.front().hypervolume
    unit = goals.frontUnit(units) ?? ""
    reference = front.reference.map {
      ReferencePointReport(
        objective: $0.goal.name, unit: units[$0.goal.name] ?? "", value: $0.value, isStated: $0.isStated)
    }
    trace = iterations.map { iteration in
      let then = front.front(upTo: iteration)
      return FrontTracePoint(iteration: iteration, size: then.points.count, hypervolume: then.hypervolume)
    }
  }
}

extension [Target] {
  /// The unit of the volume that the front of the maxima and minima dominates: the product of their units, such as
  /// `eV·D`; empty if none has a unit, and nil if one is not known. The unit of an expression is not.
  ///
  /// - Parameter units: of the properties, by name; empty for one without unit.
  func frontUnit(_ units: [String: String]) -> String? {
    let goals = filter(\.isGoal)
    let known = goals.compactMap { units[$0.name] }
    return known.count == goals.count ? known.filter { !$0.isEmpty }.joined(separator: "·") : nil
  }
}

/// A coordinate of a reference point.
public struct ReferencePointReport: Encodable, Sendable {
  /// The property or expression.
  public let objective: String
  /// Its unit; empty if it has none.
  public let unit: String
  /// The worst value of interest, in the unit.
  public let value: Double
  /// Whether the campaign file states it; else it is the worst value that was known when it was first needed.
  public let isStated: Bool

  init(objective: String, unit: String, value: Double, isStated: Bool) {
    (self.objective, self.unit, self.value, self.isStated) = (objective, unit, value, isStated)
  }

  init(_ record: ReferencePointRecord, unit: String) {
    self.init(objective: record.objective, unit: unit, value: record.value, isStated: record.isStated)
  }
}

/// The front after an iteration.
public struct FrontTracePoint: Encodable, Sendable {
  /// The iteration.
  public let iteration: Int
  /// The number of different points on the front of all molecules known after it.
  public let size: Int
  /// The volume that they dominate.
  public let hypervolume: Double
}
