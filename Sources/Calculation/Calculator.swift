public import Chemistry

/// A program, or a source of known values, that gives properties of molecules.
///
/// Asking and reading are pure; only an `Executor` touches the machine. A calculator is a value: two equal ones give
/// the same plans, and read the same output alike.
public protocol Calculator: Sendable {
  /// The name under which it is registered, such as `xtb`.
  var name: String { get }

  /// What it gives for every molecule that it accepts.
  var properties: [Property] { get }

  /// The protocol in a line for people, such as "GFN2-xTB, normal optimisation, 8 conformers, gas phase".
  var protocolSummary: String { get }

  /// The version of the program or of the data.
  ///
  /// It touches the machine, and is the way to find out beforehand whether the program is there.
  /// - Throws: `CalculatorUnavailable`, which says what is missing and what to do.
  func version() async throws(CalculatorUnavailable) -> String

  /// What to do for a molecule. It is deterministic: the same molecule always gives the same plan.
  func plan(for molecule: Molecule) -> CalculationPlan

  /// Reads what an attempt left behind. Nothing is accepted on the exit status alone.
  func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure>

  /// Makes one result of the accepted attempts, which are at least one and in the order of their numbers.
  func combine(_ results: [AttemptResult]) -> CalculationResult
}

extension Calculator {
  /// Keeps the attempt of lowest energy, with the spread of each property over all attempts.
  public func combine(_ results: [AttemptResult]) -> CalculationResult {
    CalculationResult(lowestEnergyOf: results)
  }
}

/// What a calculator wants done for a molecule.
public enum CalculationPlan: Sendable, Hashable {
  /// Nothing: the result is known.
  case known(CalculationResult)
  /// Nothing: it cannot be calculated.
  case failed(CalculationFailure)
  /// These attempts, which do not depend on each other. They are at least one, numbered from 1.
  case attempts([AttemptRequest])
}

/// A calculator's program or data is not there.
public struct CalculatorUnavailable: Error, Sendable, Hashable, CustomStringConvertible {
  /// A sentence that names what is missing.
  public let problem: String
  /// What to do about it, as the end of a sentence: "install it with …".
  public let remedy: String

  /// Creates the error.
  public init(problem: String, remedy: String) {
    self.problem = problem
    self.remedy = remedy
  }

  /// What is missing and what to do.
  public var description: String { "\(problem); \(remedy)." }
}
