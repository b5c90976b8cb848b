public import Chemistry

/// A program, or a source of known values, that gives properties of molecules.
///
/// Planning and parsing are pure; only an `Executor` touches the machine. A calculator is a value: equal calculators
/// make the same plans and read the same output in the same way.
public protocol Calculator: Sendable {
  /// The name under which it is registered, such as `xtb`.
  var name: String { get }

  /// The properties that it gives for every molecule it accepts.
  var properties: [Property] { get }

  /// Its procedure: everything that the values depend on besides the molecule and the versions of the programs.
  var calculationProtocol: CalculationProtocol { get }

  /// Whether calculations are expensive: programs are run, and their results are worth caching. True by default.
  var runsPrograms: Bool { get }
  /// Whether `version(on:)` distinguishes all programs that the values may come from. If not, nothing is cached, because
  /// another campaign could get the values of another program.
  var isKnownByVersion: Bool { get }

  /// Whether it gives values of repeat units, whose ends are written `*`. False by default: a program needs a molecule
  /// without open ends, and `OligomerCalculator` makes such molecules.
  var takesRepeatUnits: Bool { get }

  /// Whether it takes inorganic compositions, which have neither bonds nor atoms in space. False by default.
  var takesCompositions: Bool { get }

  /// SMILES of small molecules that it certainly accepts, for controls of the program: at least two. Methane and water by
  /// default.
  var controls: [String] { get }

  /// Sentences that a person should read about the calculator's data before it is used.
  var notes: [String] { get }

  /// The version of the program or of the data.
  ///
  /// It touches the machine, and tells in advance whether the program is installed.
  /// - Parameter executor: Where the program is asked, and runs later.
  /// - Throws: `CalculatorUnavailable`, which says what is missing and what to do.
  func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String

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

  /// Whether a failure may be the program's fault rather than the molecule's. If every first calculation ends in it, a
  /// small molecule is tried, and if that fails in the same way the run ends. By default true for failures of class
  /// `unknown`.
  func maySuspectProgram(of failure: CalculationFailure) -> Bool

  /// Reads the output of an attempt. Nothing is accepted on the exit status alone.
  func parse(_ output: AttemptOutput, of request: AttemptRequest) -> Result<AttemptResult, CalculationFailure>
}

extension Calculator {
  /// True: most calculators run programs.
  public var runsPrograms: Bool { true }

  /// True by default.
  public var isKnownByVersion: Bool { true }

  /// False by default.
  public var takesRepeatUnits: Bool { false }

  /// False: most programs need atoms in space.
  public var takesCompositions: Bool { false }

  /// Methane and water.
  public var controls: [String] { ["C", "O"] }

  /// True for failures of class `unknown`.
  public func maySuspectProgram(of failure: CalculationFailure) -> Bool { failure.failureClass == .unknown }

  /// Empty: most calculators have no data of their own.
  public var notes: [String] { [] }

  /// The first plan for a molecule.
  public func plan(for molecule: Molecule) -> CalculationPlan { plan(for: molecule, after: []) }
}

/// An attempt that has ended, and the result read from its output.
public struct EndedAttempt: Sendable, Hashable {
  /// The request.
  public let request: AttemptRequest
  /// The result or failure.
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

/// The next step of a calculation.
public enum CalculationPlan: Sendable, Hashable {
  /// At least one attempt. The attempts do not depend on each other, and their numbers continue those of earlier
  /// attempts, from 1.
  case attempts([AttemptRequest])
  /// The calculation is done, with this result.
  case result(CalculationResult)
  /// The calculation has failed.
  case failed(CalculationFailure)

  /// The outcome of independent attempts: the accepted one of lowest energy, with the spread of each property over all;
  /// if none was accepted, the most telling failure.
  /// - Parameters:
  ///   - ended: The attempts.
  ///   - property: The property used as the energy.
  /// - Precondition: `ended` is not empty.
  public static func outcome(of ended: [EndedAttempt], lowest property: Property = .energy) -> CalculationPlan {
    let accepted = ended.filter { $0.accepted != nil }
    if accepted.isEmpty, let failure = CalculationFailure.mostTelling(of: ended.compactMap(\.failure)) {
      return .failed(failure)
    }
    return .result(CalculationResult(lowestEnergyOf: accepted, by: property).noting(failuresAmong: ended))
  }

  /// The same plan; a result keeps only the values of the named properties.
  func giving(_ properties: [String]) -> CalculationPlan {
    guard case .result(let result) = self else { return self }
    return .result(
      CalculationResult(
        values: result.values.filter { properties.contains($0.key) },
        spreads: result.spreads.filter { properties.contains($0.key) }, atomicValues: result.atomicValues,
        geometry: result.geometry, notes: result.notes, changes: result.changes, isomer: result.isomer))
  }
}

/// A calculator's program or data is missing.
public struct CalculatorUnavailable: Error, Sendable, Hashable, CustomStringConvertible {
  /// A sentence that names what is missing.
  public let problem: String
  /// What to do about it, as the end of a sentence: "install it with …".
  public let remedy: String
  /// A command of Cohobate that finds out more, as the end of a sentence; nil without one. That command does not show it.
  public let diagnosis: String?

  /// Creates the error.
  public init(problem: String, remedy: String, diagnosis: String? = nil) {
    self.problem = problem
    self.remedy = remedy
    self.diagnosis = diagnosis
  }

  /// What is missing and what to do.
  public var description: String { "\(problem); \(remedy)\(diagnosis.map { "; \($0)" } ?? "")." }
}
