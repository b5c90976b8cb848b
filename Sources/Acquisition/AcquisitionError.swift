/// Why an acquisition could not be set up or carried out.
public enum AcquisitionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No function has this name.
  case unknownFunction(name: String, known: [String])
  /// The function has no option of this name.
  case unknownOption(name: String, function: String, known: [String])
  /// An option's value is invalid.
  case invalidOption(name: String, function: String, value: String, allowed: String)
  /// A window is upside down, empty or holds every value.
  case senselessWindow(lower: String, upper: String)
  /// A Gaussian about a value has no centre or no width.
  case senselessNearness(value: String, deviation: String)
  /// An expression over properties cannot be read.
  case unreadableExpression(String, problem: String)
  /// There is no prediction of a property that an objective names.
  case missingProperty(String)
  /// A function gave something that is not a number, or not one value for each candidate.
  case brokenFunction(name: String, message: String)

  /// A full sentence that names the thing and the way out.
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
    case .missingProperty(let property):
      "An objective wants the property '\(property)', but there is no prediction of it: "
        + "fit a process to its values first."
    case .brokenFunction(let name, let message): "The acquisition function '\(name)' is wrong: \(message)."
    }
  }
}
