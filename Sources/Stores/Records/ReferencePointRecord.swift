/// A coordinate of the reference point of an iteration: the worst value of interest of a maximum or a minimum.
public struct ReferencePointRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The property, or the expression as it was written.
  public var objective: String
  /// Whether the objective is a minimum; else it is a maximum.
  public var isMinimum: Bool
  /// The value, in the unit of the property.
  public var value: Double
  /// Whether the campaign file stated it; else it is the worst value that was known when it was first needed.
  public var isStated: Bool

  /// A coordinate of the reference point.
  public init(iteration: Int, objective: String, isMinimum: Bool, value: Double, isStated: Bool) {
    self.iteration = iteration
    self.objective = objective
    self.isMinimum = isMinimum
    self.value = value
    self.isStated = isStated
  }

  package static let tableName = "referencePoint"
}

extension [ReferencePointRecord] {
  /// The first value of a maximum or a minimum that no campaign file stated, which holds for all later iterations; `nil`
  /// if there is none.
  package func firstDefault(of objective: String, isMinimum: Bool) -> Double? {
    first { $0.objective == objective && $0.isMinimum == isMinimum && !$0.isStated }?.value
  }
}
