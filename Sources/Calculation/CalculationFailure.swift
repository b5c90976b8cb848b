public import Chemistry

/// The class of a failure of a calculation. It decides what may be done next.
public enum FailureClass: String, Sendable, Hashable, Codable, CaseIterable {
  /// The molecule or request is unsuitable for the program, and will always fail.
  case input
  /// The result describes another molecule than requested: atoms moved or bonds changed.
  case topologyChanged
  /// An iteration did not converge; other settings may help.
  case convergence
  /// The time limit was reached.
  case timeout
  /// The machine lacks something, such as the program, its folder or disk space, and the run stops. It is a failure of
  /// the molecule if the program wrote more than its limit, or if the program reports it itself but ends well for
  /// another molecule.
  case resource
  /// An accident such as a signal or a truncated file; the attempt is repeated. It is recorded only if it occurred in
  /// every try while the same program ended well for another molecule.
  case random
  /// The campaign was stopped while the program ran.
  case cancelled
  /// None of the above; the evidence says what is known.
  case unknown

  /// Whether such a failure says something about the molecule that holds on every machine: it may be expected of
  /// similar molecules.
  ///
  /// A recorded failure of another class depends also on the time limit, the memory or an accident.
  public var belongsToMolecule: Bool {
    switch self {
    case .input, .topologyChanged, .convergence, .unknown: true
    case .timeout, .resource, .random, .cancelled: false
    }
  }
}

/// A failure as a recorded fact: a class, a sentence and the evidence. It is never a number.
public struct CalculationFailure: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// What kind of failure it is.
  public let failureClass: FailureClass
  /// A full sentence that says what failed.
  public let message: String
  /// The program's own words: its error stack, or the last lines of its output. Empty if no program was run.
  public let evidence: String
  /// A geometry left by the program for another attempt to start from; it is not recorded.
  public let restart: Geometry?

  private enum CodingKeys: String, CodingKey {
    case failureClass, message, evidence
  }

  /// Creates a failure.
  public init(_ failureClass: FailureClass, _ message: String, evidence: String = "", restart: Geometry? = nil) {
    self.failureClass = failureClass
    self.message = message
    self.evidence = evidence
    self.restart = restart
  }

  /// Reads the recorded fields.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(FailureClass.self, forKey: .failureClass),
      try container.decode(String.self, forKey: .message),
      evidence: try container.decode(String.self, forKey: .evidence))
  }

  /// Class and message for a list of failures; if the reason is unknown, also the last line of the program's output.
  public var summary: String {
    let last = evidence.split(whereSeparator: \.isNewline).last.map { $0.prefix(100) } ?? ""
    let isNew = failureClass == .unknown && !last.isEmpty && !message.contains(last)
    return "\(failureClass.rawValue): \(message)" + (isNew ? " (\(last))" : "")
  }

  /// The message with its class.
  public var description: String { "\(message) [\(failureClass.rawValue)]" }
}

extension CalculationFailure {
  /// The failure to report for a calculation of which every attempt failed: the first in the order of `FailureClass`,
  /// since an invalid input explains more than an accident.
  public static func mostTelling(of failures: [CalculationFailure]) -> CalculationFailure? {
    for failureClass in FailureClass.allCases {
      if let failure = failures.first(where: { $0.failureClass == failureClass }) { return failure }
    }
    return nil
  }
}
