public import Numerics

/// How desirable it is to calculate each candidate next.
///
/// An author writes one file with one type, and adds it to ``AcquisitionFunctions/all``;
/// `CohobateTesting.acquisitionViolations` checks the promises.
public protocol AcquisitionFunction: Sendable {
  /// The name in campaign files, as `log-window`.
  static var name: String { get }
  /// One line for people who choose among the functions.
  static var summary: String { get }
  /// The names of its options; none unless told.
  static var optionNames: [String] { get }
  /// Whether candidates like those already chosen for the batch lose by it; true unless told.
  static var isDiverse: Bool { get }

  /// The function with these options, of which all have names in ``optionNames``.
  ///
  /// - Parameter stream: for functions that draw.
  init(options: [String: Double], stream: RandomStream) throws(AcquisitionError)

  /// For each candidate a logarithm (or another number without unit) that is greater the better: finite or −infinity,
  /// never NaN. Objectives are taken together by adding.
  func logValues(_ state: AcquisitionState) -> [Double]
}

extension AcquisitionFunction {
  /// None.
  public static var optionNames: [String] { [] }
  /// True.
  public static var isDiverse: Bool { true }
  /// The name in campaign files, as `log-window`.
  public var name: String { Self.name }
  /// One line for people who choose among the functions.
  public var summary: String { Self.summary }
}

/// The acquisition functions by name.
public enum AcquisitionFunctions {
  /// All of them: a new one is one more line.
  public static let all: [any AcquisitionFunction.Type] = [
    LogWindowProbability.self,
    LogExpectedImprovement.self,
    UpperConfidenceBound.self,
    Greedy.self,
    RandomChoice.self,
  ]

  /// Their names.
  public static var names: [String] { all.map { $0.name } }

  /// The function of a name.
  ///
  /// - Parameters:
  ///   - options: by name; an unknown one is an error.
  ///   - stream: for functions that draw.
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
