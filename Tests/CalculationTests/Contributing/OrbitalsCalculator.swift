// The examples of CONTRIBUTING.md, word for word: ContributingTests compares them.

public import Calculation
public import Chemistry
import CohobateTesting
import Foundation
import Testing

/// The gap that the program `orbitals` prints, as a line `gap 4.21` in eV, for one conformer.
public struct OrbitalsCalculator: Calculator {
  private let executable: String
  private let basis: String
  private let timeLimitSeconds: Double
  private let missing: CalculatorUnavailable?

  /// Looks for the program; if it is not there, `version(on:)` says so, and every plan is a failure.
  init(executable: String, basis: String, timeLimitSeconds: Double) {
    self.executable = executable
    self.basis = basis
    self.timeLimitSeconds = timeLimitSeconds
    missing =
      Program.isThere(executable)
      ? nil
      : CalculatorUnavailable(
        problem: "There is no program at '\(executable)'", remedy: "install it or set calculator.executable")
  }

  static let registration = Calculators.Registration(
    name: "orbitals", summary: "gaps by the program orbitals",
    settings: ["executable": "the program", "basis": "small or large", "time_limit": "seconds"]
  ) { (setup) throws(CalculatorSetupError) in
    var reader = SettingsReader(setup.settings, of: "orbitals")
    let executable = try reader.text("executable").map(setup.path) ?? "/usr/bin/orbitals"
    let basis = try reader.text("basis") ?? "small"
    let timeLimit = try reader.positive("time_limit", unit: "seconds") ?? 300
    try reader.finish()  // a key that nobody took is an error
    return OrbitalsCalculator(executable: executable, basis: basis, timeLimitSeconds: timeLimit)
  }

  /// `orbitals`.
  public var name: String { "orbitals" }
  /// The gap alone.
  public var properties: [Property] { [.gap.from("the line 'gap'")] }
  /// One conformer, as the force field leaves it.
  public var calculationProtocol: CalculationProtocol {
    CalculationProtocol(
      name: "standard", version: 1, steps: [.init("embed", ["conformers": "1"]), .init("calculate", ["basis": basis])],
      summary: "orbitals in the \(basis) basis, 1 conformer")
  }

  /// Found out when somebody asks.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
    if let missing { throw missing }
    return "1"
  }

  /// One attempt, and another with damping if that does not converge.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    if let missing { return .failed(CalculationFailure(.resource, missing.description)) }
    if let last = ended.last {
      guard last.failure?.failureClass == .convergence, ended.count == 1, let geometry = last.request.geometry else {
        return .outcome(of: ended)
      }
      return .attempts([request(2, for: molecule, from: geometry, ["--damped"], changes: ["It was damped."])])
    }
    do throws(ChemistryError) {
      guard let geometry = try molecule.conformers(count: 1, seed: 1).first else {
        return .failed(CalculationFailure(.input, "No conformer of '\(molecule.smiles)' could be embedded."))
      }
      return .attempts([request(1, for: molecule, from: geometry)])
    } catch {
      return .failed(CalculationFailure(.input, error.description))
    }
  }

  private func request(
    _ number: Int, for molecule: Molecule, from geometry: Geometry, _ options: [String] = [], changes: [String] = []
  ) -> AttemptRequest {
    AttemptRequest(
      number: number, step: "calculate", conformer: 1, changes: changes, molecule: molecule, geometry: geometry,
      executable: executable,
      arguments: [
        "molecule.xyz", "--basis", basis, "--charge", String(molecule.charge),
        "--unpaired", String(molecule.radicalElectronCount),
      ] + options,
      environment: ["PATH": "/usr/bin:/bin", "OMP_NUM_THREADS": "1"],
      files: [.init(name: "molecule.xyz", contents: geometry.xyz(comment: molecule.smiles))],
      timeLimitSeconds: timeLimitSeconds)
  }

  /// Accepts an exit status of 0 with exactly one finite, positive gap.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    if let failure = output.terminationFailure(of: "orbitals", timeLimitSeconds: request.timeLimitSeconds) {
      return .failure(failure)
    }
    let lines = output.standardOutput.split(whereSeparator: \.isNewline)
    if lines.contains("not converged") {
      return .failure(CalculationFailure(.convergence, "orbitals did not converge.", evidence: output.lastLines()))
    }
    let gaps = lines.compactMap { line -> Double? in
      let fields = line.split(separator: " ")
      return fields.count == 2 && fields[0] == "gap" ? Double(fields[1]) : nil
    }
    guard output.termination == .exited(0), gaps.count == 1, gaps[0].isFinite, gaps[0] > 0 else {
      return .failure(CalculationFailure(.unknown, "orbitals printed no gap.", evidence: output.lastLines()))
    }
    return .success(AttemptResult(values: [Property.gap.name: gaps[0]], geometry: request.geometry))
  }
}

extension AdapterConformanceTests {
  /// The case that would be added to those of the registered calculators.
  static let orbitals: [Case] = [
    Case(
      program: "orbitals", missing: ["executable": .text("/nonexistent/orbitals")],
      different: [["basis": .text("large")]],
      notApplicable: [.anotherMolecule: "It does not say what it calculated."])
  ]
}

@Suite struct OrbitalsCalculatorExample {
  /// A program like the example's: its gap is the sum of 1 / distance over all pairs of atoms.
  private static let program = #"""
    #!/bin/sh
    exec awk '
      NR > 2 {
        for (i = 2; i <= 4; i++) if ($i !~ /^-?[0-9.]+$/) isBroken = 1
        count++; x[count] = $2; y[count] = $3; z[count] = $4
        for (i = 1; i < count; i++) {
          square = (x[i] - $2) ^ 2 + (y[i] - $3) ^ 2 + (z[i] - $4) ^ 2
          if (square > 0) sum += 1 / sqrt(square); else isBroken = 1
        }
      }
      END { if (isBroken || count == 0) print "not converged"; else printf "gap %.6f\n", sum }
    ' "$1"
    """#

  private let scratch: Scratch
  private let executable: String

  init() throws {
    scratch = try Scratch()
    executable = try scratch.write(Self.program + "\n", to: "orbitals")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: executable)
  }

  /// The calculator of a campaign file that names the program above, unless it names another.
  private func make(_ setup: CalculatorSetup) throws -> any Calculator {
    var setup = setup
    setup.settings.values["executable"] = setup.settings.values["executable"] ?? .text(executable)
    return try OrbitalsCalculator.registration.make(setup)
  }

  @Test func itConforms() async throws {
    let example = try #require(AdapterConformanceTests.orbitals.first)
    let suite = try example.suite(in: scratch, make: make)
    #expect(await suite.violations() == [])
  }

  @Test func aKeyThatNobodyTookIsAnError() throws {
    #expect(try make(CalculatorSetup(["basis": .text("large")])).calculationProtocol.summary.contains("large"))
    #expect(
      throws: CalculatorSetupError.unknownSetting(
        "bases", calculator: "orbitals", known: ["basis", "executable", "time_limit"])
    ) { try make(CalculatorSetup(["bases": .text("large")])) }
  }
}
