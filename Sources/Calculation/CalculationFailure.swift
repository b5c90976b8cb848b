public import Chemistry

/// What kind of failure stopped a calculation. The class decides what may be done next.
public enum FailureClass: String, Sendable, Hashable, Codable, CaseIterable {
  /// The question itself is wrong for the program: never ask it again.
  case input
  /// The answer describes another molecule than the one asked for: atoms moved or bonds changed.
  case topologyChanged
  /// An iteration did not converge: other settings may do.
  case convergence
  /// The time limit was reached.
  case timeout
  /// The machine lacks something, such as the program, its folder or room on the disk, and the run stops. It is a failure of
  /// the molecule where the program wrote more than it may, or says so itself while it ends well for another molecule.
  case resource
  /// An accident such as a signal or a file that is cut: the same again may work, and is tried. Recorded only where it
  /// came again in every try, while the same program ended well for another molecule.
  case random
  /// The campaign was stopped while the program ran.
  case cancelled
  /// None of the above; the evidence says what is known.
  case unknown
}

/// A failure as a recorded fact: a class, a sentence and the evidence. It is never a number.
public struct CalculationFailure: Error, Sendable, Hashable, Codable, CustomStringConvertible {
  /// What kind of failure it is.
  public let failureClass: FailureClass
  /// A full sentence that says what failed.
  public let message: String
  /// The program's own words: its error stack, or the last lines of its output. Empty if nothing was run.
  public let evidence: String
  /// A geometry that the program leaves to try again from; it is no part of the record.
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

  /// Reads what the record has.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(FailureClass.self, forKey: .failureClass),
      try container.decode(String.self, forKey: .message),
      evidence: try container.decode(String.self, forKey: .evidence))
  }

  /// Class and message for a list of failures; where nothing is known of the reason, with the last line of the program's own words.
  public var summary: String {
    let last = evidence.split(whereSeparator: \.isNewline).last.map { $0.prefix(100) } ?? ""
    let isNew = failureClass == .unknown && !last.isEmpty && !message.contains(last)
    return "\(failureClass.rawValue): \(message)" + (isNew ? " (\(last))" : "")
  }

  /// The message with its class.
  public var description: String { "\(message) [\(failureClass.rawValue)]" }
}

extension CalculationFailure {
  /// The failure to report for a calculation of which every attempt failed: the first of the class that stands
  /// earliest in `FailureClass`, since a wrong question explains more than an accident does.
  public static func mostTelling(of failures: [CalculationFailure]) -> CalculationFailure? {
    for failureClass in FailureClass.allCases {
      if let failure = failures.first(where: { $0.failureClass == failureClass }) { return failure }
    }
    return nil
  }
}
