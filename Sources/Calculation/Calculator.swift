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

  /// How it goes about a molecule: what every value depends on besides the molecule and the versions of the programs.
  var calculationProtocol: CalculationProtocol { get }

  /// Whether calculating costs something: programs are run, and what they give is worth keeping for others. True unless a
  /// calculator says otherwise.
  var runsPrograms: Bool { get }
  /// Whether `version()` tells apart all programs that its values may come from. Where it does not, nothing is kept for
  /// others, who could be given the values of another program.
  var isKnownByVersion: Bool { get }

  /// What a person should know of the calculator's data before it is asked, a sentence each.
  var notes: [String] { get }

  /// The version of the program or of the data.
  ///
  /// It touches the machine, and is the way to find out beforehand whether the program is there.
  /// - Throws: `CalculatorUnavailable`, which says what is missing and what to do.
  func version() async throws(CalculatorUnavailable) -> String

  /// What to do next for a molecule. It is deterministic: the same molecule and the same past give the same plan.
  ///
  /// It is asked once with no attempts, and again whenever all that it last planned have ended, until it gives a result
  /// or a failure. A calculator whose attempts do not depend on each other needs one line for that:
  ///
  ///     guard ended.isEmpty else { return .outcome(of: ended) }
  ///
  /// - Parameters:
  ///   - molecule: What is calculated.
  ///   - ended: Every attempt of the calculation so far, in the order of their numbers.
  func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan

  /// Whether a failure may be the program's fault rather than the molecule's: if every first calculation ends in it, a small molecule
  /// is tried, and if that fails likewise the run ends. True for failures of class `unknown` unless a calculator knows better.
  func maySuspectProgram(of failure: CalculationFailure) -> Bool

  /// Reads what an attempt left behind. Nothing is accepted on the exit status alone.
  func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure>
}

extension Calculator {
  /// True: most calculators are there to run programs.
  public var runsPrograms: Bool { true }

  /// Most do.
  public var isKnownByVersion: Bool { true }

  /// Whether nothing more is known of it.
  public func maySuspectProgram(of failure: CalculationFailure) -> Bool { failure.failureClass == .unknown }

  /// Most have no data of their own.
  public var notes: [String] { [] }

  /// What to do first for a molecule.
  public func plan(for molecule: Molecule) -> CalculationPlan { plan(for: molecule, after: []) }
}

/// An attempt that has ended, and what was read from it.
public struct EndedAttempt: Sendable, Hashable {
  /// What was asked.
  public let request: AttemptRequest
  /// What came of it.
  public let result: Result<AttemptResult, CalculationFailure>

  /// Creates an ended attempt.
  public init(request: AttemptRequest, result: Result<AttemptResult, CalculationFailure>) {
    self.request = request
    self.result = result
  }

  /// The accepted result; nil after a failure.
  public var accepted: AttemptResult? { try? result.get() }

  /// Why it was not accepted; nil if it was.
  public var failure: CalculationFailure? {
    if case .failure(let failure) = result { failure } else { nil }
  }
}

/// What a calculator wants done for a molecule.
public enum CalculationPlan: Sendable, Hashable {
  /// These attempts, which do not depend on each other. They are at least one, and their numbers go on from those of the
  /// attempts before, from 1.
  case attempts([AttemptRequest])
  /// Nothing more: this is the result.
  case result(CalculationResult)
  /// Nothing more: it cannot be calculated.
  case failed(CalculationFailure)

  /// What comes of attempts that do not depend on each other: the accepted one of lowest energy stands, with the spread
  /// of each property over all; if none was accepted, the most telling failure.
  /// - Parameters:
  ///   - ended: The attempts.
  ///   - property: What counts as the energy.
  /// - Precondition: `ended` is not empty.
  public static func outcome(of ended: [EndedAttempt], lowest property: Property = .energy) -> CalculationPlan {
    let accepted = ended.filter { $0.accepted != nil }
    if accepted.isEmpty, let failure = CalculationFailure.mostTelling(of: ended.compactMap(\.failure)) {
      return .failed(failure)
    }
    return .result(CalculationResult(lowestEnergyOf: accepted, by: property).noting(failuresAmong: ended))
  }

  /// The same plan; a result with the values of some properties alone.
  func giving(_ properties: [String]) -> CalculationPlan {
    guard case .result(let result) = self else { return self }
    return .result(
      CalculationResult(
        values: result.values.filter { properties.contains($0.key) },
        spreads: result.spreads.filter { properties.contains($0.key) }, atomicValues: result.atomicValues,
        geometry: result.geometry, notes: result.notes, changes: result.changes, isomer: result.isomer))
  }
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
