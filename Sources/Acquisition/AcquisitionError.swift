/// An error in an acquisition's settings, objectives or values.
public enum AcquisitionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No function has this name.
  case unknownFunction(name: String, known: [String])
  /// The function has no option of this name.
  case unknownOption(name: String, function: String, known: [String])
  /// An option's value is invalid.
  case invalidOption(name: String, function: String, value: String, allowed: String)
  /// The window is upside down or empty, or holds every value.
  case senselessWindow(lower: String, upper: String)
  /// The Gaussian has no finite centre or no width.
  case senselessNearness(value: String, deviation: String)
  /// The expression over properties cannot be read.
  case unreadableExpression(String, problem: String)
  /// A target, as it is written on the command line, cannot be read.
  case unreadableTarget(String, problem: String)
  /// A target can be read and has an invalid part; the reason is a full sentence.
  case unusableTarget(String, reason: String)
  /// Two targets are for the same expression.
  case repeatedExpression(String)
  /// There is no prediction of a property that an objective names.
  case missingProperty(String)
  /// The function returned a value that is not a number, or a wrong number of values.
  case brokenFunction(name: String, message: String)
  /// No joint samples of the candidates can be drawn; the reason is a full sentence.
  case unsampledCandidates(function: String, reason: String)

  /// A full sentence that names the cause and what to do.
  public var description: String {
    switch self {
    case .unknownFunction(let name, let known):
      "There is no acquisition function '\(name)': choose one of \(known.joined(separator: ", "))."
    case .unknownOption(let name, let function, let known):
      known.isEmpty
        ? "The acquisition function '\(function)' has no option '\(name)': it takes none."
        : "The acquisition function '\(function)' has no option '\(name)': "
          + "it takes \(known.joined(separator: ", "))."
    case .invalidOption(let name, let function, let value, let allowed):
      "The option '\(name)' of the acquisition function '\(function)' is \(value): give \(allowed)."
    case .senselessWindow(let lower, let upper):
      "The window from \(lower) to \(upper) is invalid: the lower bound must be below the upper one, and at least one of them finite."
    case .senselessNearness(let value, let deviation):
      "The goal \(value) ± \(deviation) is invalid: give a finite value and a positive deviation."
    case .unreadableExpression(let text, let problem):
      "The expression '\(text)' cannot be read: \(problem). Write numbers, properties, + - * / ^, brackets, and log, exp, "
        + "sqrt or abs."
    case .unreadableTarget(let text, let problem):
      "The target '\(text)' cannot be read: \(problem). Write gap=1..3, E=..200, gap=2~0.3, gap=max or gap=min; '@0..0.5' "
        + "after it gives the inverse temperatures over which it is ramped up."
    case .unusableTarget(let text, let reason): "The target '\(text)' cannot be used. \(reason)"
    case .repeatedExpression(let name): "'\(name)' has several targets; keep one."
    case .missingProperty(let property):
      "An objective wants the property '\(property)', but there is no prediction of it: "
        + "fit a process to its values first."
    case .brokenFunction(let name, let message): "The acquisition function '\(name)' is wrong: \(message)."
    case .unsampledCandidates(let function, let reason):
      "The acquisition function '\(function)' cannot draw joint samples of the candidates. \(reason) Choose a function that "
        + "needs no samples."
    }
  }
}
