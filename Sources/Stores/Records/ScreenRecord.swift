/// The decision on a screen before the design of an iteration.
public struct ScreenRecord: StoredRecord {
  /// The iteration.
  public var iteration: Int
  /// The name of the screen's calculator.
  public var calculator: String
  /// The number of its protocol.
  public var `protocol`: Int
  /// The greatest number of candidates that it may calculate in the iteration.
  public var moleculeLimit: Int
  /// Whether nothing was calculated, because the screen has not helped.
  public var isDropped: Bool
  /// The greatest weight, over the objectives' properties, that the models with this screen had in the last iteration
  /// that a surrogate designed, from 0 to 1; `nil` if that iteration had no screen or another one.
  public var weight: Double?
  /// The failure of the program for which the screen was abandoned in the iteration, in a sentence; `nil` if it worked.
  public var programFailure: String?

  /// A decision; to screen unless more is given.
  public init(
    iteration: Int, calculator: String, protocol: Int, moleculeLimit: Int, isDropped: Bool = false,
    weight: Double? = nil, programFailure: String? = nil
  ) {
    self.iteration = iteration
    self.calculator = calculator
    self.protocol = `protocol`
    self.moleculeLimit = moleculeLimit
    self.isDropped = isDropped
    self.weight = weight
    self.programFailure = programFailure
  }

  package static let tableName = "screen"
}
