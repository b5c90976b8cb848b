public import Numerics

/// A measure of how desirable it is to calculate each candidate next.
///
/// To add one, write one file with one type and add it to ``AcquisitionFunctions/all``;
/// `CohobateTesting.acquisitionViolations` checks the requirements.
public protocol AcquisitionFunction: Sendable {
  /// The name in campaign files, such as `log-window`.
  static var name: String { get }
  /// A one-line description for users who choose among the functions.
  static var summary: String { get }
  /// The names of its options; none by default.
  static var optionNames: [String] { get }
  /// Whether candidates similar to those already chosen for the batch are penalised; true by default.
  static var isDiverse: Bool { get }
  /// Whether the log-probability that the calculation succeeds is added to its values; true by default.
  static var isWeightedBySuccess: Bool { get }

  /// Whether the values of a search (``searchValues(_:)``) are log-probabilities of meeting these targets; false by default.
  static func searchesByProbability(of targets: [Target]) -> Bool

  /// Makes the function with these options, whose names are all in ``optionNames``.
  ///
  /// - Parameter stream: the random stream of functions that draw.
  init(options: [String: Double], stream: RandomStream) throws(AcquisitionError)

  /// One value for each candidate, greater for better ones: a logarithm or another number without unit, finite or
  /// −infinity, never NaN. Objectives are combined by addition, and so is the success of the calculation, of which the
  /// function need not know. Where there is a front (``AcquisitionState/front``), its goals have one term together.
  ///
  /// - Throws: ``AcquisitionError`` if the values cannot be computed. Most functions never throw, and say so by the
  ///   type of their method.
  func logValues(_ state: AcquisitionState) throws(AcquisitionError) -> [Double]

  /// The values that a search for candidates maximises, and by which molecules are put before ``logValues(_:)``; the
  /// same as those by default.
  ///
  /// Each must follow from the predictions of its candidate alone: a search values molecules by parts, in any company.
  /// The state has no covariances.
  func searchValues(_ state: AcquisitionState) throws(AcquisitionError) -> [Double]
}

extension AcquisitionFunction {
  /// No options.
  public static var optionNames: [String] { [] }
  /// True.
  public static var isDiverse: Bool { true }
  /// True.
  public static var isWeightedBySuccess: Bool { true }
  /// False.
  public static func searchesByProbability(of targets: [Target]) -> Bool { false }
  /// Those of ``AcquisitionFunction/logValues(_:)``.
  public func searchValues(_ state: AcquisitionState) throws(AcquisitionError) -> [Double] { try logValues(state) }
  /// The name in campaign files, such as `log-window`.
  public var name: String { Self.name }
  /// A one-line description for users who choose among the functions.
  public var summary: String { Self.summary }
}

/// The acquisition functions by name.
public enum AcquisitionFunctions {
  /// All functions; a new one needs one more line here.
  public static let all: [any AcquisitionFunction.Type] = [
    LogWindowProbability.self,
    LogExpectedImprovement.self,
    UpperConfidenceBound.self,
    Greedy.self,
    RandomChoice.self,
    ProbabilityOfBest.self,
  ]

  /// Their names.
  public static var names: [String] { all.map { $0.name } }

  /// The function with a given name.
  ///
  /// - Parameters:
  ///   - options: values by option name; an unknown name is an error.
  ///   - stream: the random stream of functions that draw.
  public static func make(_ name: String, options: [String: Double] = [:], stream: RandomStream)
    throws(AcquisitionError) -> any AcquisitionFunction
  {
    guard let type = all.first(where: { $0.name == name }) else { throw .unknownFunction(name: name, known: names) }
    if let unknown = options.keys.sorted().first(where: { !type.optionNames.contains($0) }) {
      throw .unknownOption(name: unknown, function: name, known: type.optionNames)
    }
    return try type.init(options: options, stream: stream)
  }
}
