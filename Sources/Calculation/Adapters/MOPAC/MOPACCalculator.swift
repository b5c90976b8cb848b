public import Chemistry
public import Foundation

/// MOPAC (https://openmopac.net) as a program, tried with 22.0.6.
///
/// A calculation embeds conformers, and each is one attempt. An attempt that does not converge is repeated with changed
/// settings. The conformer of lowest heat of formation is kept. No total energy is offered, because MOPAC's total
/// energies lack the corrections that are part of its methods.
public struct MOPACCalculator: Calculator {
  /// The protocol.
  public let settings: MOPACSettings
  private let executable: Result<String, CalculatorUnavailable>
  private let searchPath: String

  /// Looks for the program; if it is not there, `version(on:)` says so, and every plan is a failure.
  /// - Parameters:
  ///   - settings: The protocol.
  ///   - environment: The environment that provides `PATH`.
  public init(
    settings: MOPACSettings = MOPACSettings(), environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.settings = settings
    let searchPath = environment["PATH"] ?? ""
    self.searchPath = searchPath
    executable = Result { () throws(CalculatorUnavailable) in
      try MOPACInstallation.find(settings.executable, searchPath: searchPath)
    }
  }

  static let registration = Calculators.Registration(
    name: "mopac", summary: "PM6, PM6-D3H4 and PM7, semi-empirical NDDO methods, by the program MOPAC",
    settings: [
      "method": "PM7, PM6 or PM6-D3H4", "optimization": "none, normal or precise",
      "permittivity": "of the solvent in the COSMO model; gas phase if omitted",
      "conformers": "1 to 99; the one of lowest heat of formation is kept", "time_limit": "seconds for each conformer",
      "executable": "the program: a name in PATH, or an absolute path",
      "charge": StatedElectrons.chargeSummary, "unpaired": StatedElectrons.unpairedSummary,
    ]
  ) { (setup) throws(CalculatorSetupError) in
    MOPACCalculator(settings: try MOPACSettings(setup.settings))
  }

  /// `mopac`.
  public var name: String { "mopac" }

  /// Orbital energies and their gap, dipole and heat of formation.
  public var properties: [Property] {
    [
      .gap.from("EIGENVALUES and their occupations; of both spins for a radical (UHF)"),
      .homo.from("EIGENVALUES; minus this is what MOPAC calls the ionisation potential (Koopmans)"),
      .lumo.from("EIGENVALUES"), .dipole.from("DIPOLE"), .heatOfFormation.from("HEAT_OF_FORMATION"),
    ]
  }

  /// Embedding, then a calculation of each conformer.
  public var calculationProtocol: CalculationProtocol {
    var usual = MOPACSettings()
    (usual.executable, usual.timeLimitSeconds, usual.electrons) =
      (settings.executable, settings.timeLimitSeconds, settings.electrons)
    return CalculationProtocol(
      name: settings == usual ? "standard" : "custom", version: 2, steps: settings.steps, summary: settings.summary)
  }

  /// The version that `mopac --version` prints, such as `22.0.6`.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
    let executable = try executable.get()
    let output = try await ProgramVersion.output(of: executable, environment: environment, on: executor)
    // The line is "MOPAC version 22.0.6 commit unknown".
    let words = output.standardOutput.split(whereSeparator: \.isWhitespace)
    guard output.termination == .exited(0), words.count > 2, words[0] == "MOPAC", words[1] == "version" else {
      throw CalculatorUnavailable(
        problem: "'\(executable) --version' does not answer as MOPAC does",
        remedy: "install MOPAC with 'apt-get install mopac' or correct calculator.executable")
    }
    return String(words[2])
  }

  /// Plans one attempt for each conformer (ETKDGv3, relaxed by a force field), then one with changed settings for each
  /// attempt that did not converge, up to the end of the ladder.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    do {
      let executable = try executable.get()
      guard ended.isEmpty else { return try plan(for: molecule, after: ended, by: executable) }
      let keywords = try settings.keywords(for: molecule)
      let geometries = try molecule.startingGeometries(count: settings.conformers)
      return .attempts(
        geometries.enumerated().map { index, geometry in
          request(index + 1, of: index + 1, for: molecule, from: geometry, keywords, by: executable)
        })
    } catch let failure as CalculationFailure {
      return .failed(failure)
    } catch let missing as CalculatorUnavailable {
      return .failed(CalculationFailure(.resource, missing.description))
    } catch {
      return .failed(CalculationFailure(.input, "\(error)"))
    }
  }

  /// Accepts the output only if all of MOPAC's files agree that the requested calculation converged.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    Result { () throws(CalculationFailure) in
      try MOPACAcceptance(settings: settings, request: request, output: output).result()
    }
  }

  // MARK: Requests

  private func plan(
    for molecule: Molecule, after ended: [EndedAttempt], by executable: String
  ) throws(CalculationFailure) -> CalculationPlan {
    var retries: [AttemptRequest] = []
    let latest = Set(ended.compactMap(\.request.conformer)).sorted().compactMap { conformer in
      ended.last { $0.request.conformer == conformer }
    }
    for last in latest {
      guard let conformer = last.request.conformer, let failure = last.failure, let start = last.request.geometry,
        let changes = MOPACRetryLadder.next(
          after: failure, made: last.request.changes.compactMap(MOPACRetryLadder.Change.init),
          for: settings.optimisation)
      else { continue }
      retries.append(
        request(
          ended.count + retries.count + 1, of: conformer, for: molecule,
          from: failure.restart.map { start.moved(to: $0.coordinates) } ?? start,
          try settings.keywords(for: molecule, changes: changes), changes: changes, by: executable))
    }
    return retries.isEmpty ? .outcome(of: latest, lowest: .heatOfFormation) : .attempts(retries)
  }

  private func request(
    _ number: Int, of conformer: Int, for molecule: Molecule, from geometry: Geometry, _ keywords: String,
    changes: [MOPACRetryLadder.Change] = [], by executable: String
  ) -> AttemptRequest {
    let atoms = geometry.elements.indices.map { atom in
      ([geometry.elements[atom]] + geometry.coordinates[3 * atom..<3 * atom + 3].map { "\(fixed($0)) 1" })
        .joined(separator: " ")
    }
    let text = ([keywords, "cohobate", ""] + atoms).joined(separator: "\n") + "\n"
    return AttemptRequest(
      number: number, step: settings.optimisation == .none ? "calculate" : "optimise", conformer: conformer,
      changes: changes.map(\.rawValue), molecule: molecule, geometry: geometry, executable: executable,
      arguments: [MOPACFile.start],
      environment: environment, files: [.init(name: MOPACFile.start, contents: text)],
      timeLimitSeconds: settings.timeLimitSeconds,
      collect: [MOPACFile.log, MOPACFile.archive, MOPACFile.document])
  }

  /// Six decimals, because MOPAC might misread a number that Swift writes with an exponent.
  private func fixed(_ number: Double) -> String { String(format: "%.6f", number) }

  private var environment: [String: String] {
    ["PATH": searchPath, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"]
  }
}

/// The names of the input and output files.
enum MOPACFile {
  static let start = "molecule.mop"
  static let log = "molecule.out"
  static let archive = "molecule.arc"
  static let document = "molecule.aux"
}
