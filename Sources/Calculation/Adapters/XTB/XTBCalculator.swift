public import Chemistry
public import Foundation

/// xtb (https://xtb-docs.readthedocs.io) as a program, tried with 6.5.1 and 6.7.1.
///
/// A calculation embeds conformers. Each is optionally preoptimised, then optimised or calculated as a single point.
/// The conformer of lowest energy is kept, together with the spread over the conformers. Runs for further properties
/// are made for that conformer only.
public struct XTBCalculator: Calculator {
  /// The protocol.
  public let settings: XTBSettings
  private let installation: Result<XTBInstallation, CalculatorUnavailable>
  private let searchPath: String

  /// Looks for the program; if it is not there, `version(on:)` says so, and every plan is a failure.
  /// - Parameters:
  ///   - settings: The protocol.
  ///   - environment: The environment that provides `PATH` and `XTBPATH`.
  public init(
    settings: XTBSettings = XTBSettings(), environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.settings = settings
    searchPath = environment["PATH"] ?? ""
    installation = Result { () throws(CalculatorUnavailable) in
      try XTBInstallation.find(settings.executable, environment: environment)
    }
  }

  static let registration = Calculators.Registration(
    name: "xtb",
    summary: "GFN1-xTB and GFN2-xTB, semi-empirical tight binding, and the force field GFN-FF, by the program xtb",
    settings: [
      "protocol": "standard, quick or thorough: the defaults of the other settings",
      "method": "GFN2, GFN1 or GFN-FF", "preoptimization": "none or GFN-FF",
      "optimization": "none, or a level of xtb's from crude to extreme", "solvent": "gas phase if omitted",
      "solvation": "ALPB or GBSA, the model of the solvent",
      "conformers": "1 to 99; the one of lowest energy is kept",
      "properties": "names of those that need further runs, such as ip, free_energy, fukui_plus",
      "time_limit": "seconds for each run", "executable": "the program: a name in PATH, or an absolute path",
      "charge": StatedElectrons.chargeSummary, "unpaired": StatedElectrons.unpairedSummary,
    ]
  ) { (setup) throws(CalculatorSetupError) in
    XTBCalculator(settings: try XTBSettings(setup.settings, wanted: setup.wanted))
  }

  /// `xtb`.
  public var name: String { "xtb" }

  /// The properties that every calculation by the method gives, and those of the runs for properties.
  public var properties: [Property] { settings.properties }

  /// The steps with their settings; with a name if they are those of a named protocol.
  public var calculationProtocol: CalculationProtocol { settings.calculationProtocol }

  /// The folder of xtb's parameter files; nil if the program or the files are missing.
  public var parameterFolder: String? { (try? installation.get())?.parameters }

  /// The version that `xtb --version` prints, such as `6.5.1`. If `XTBPATH` names other parameter files than the
  /// program's own, a digest of them follows: xtb with other parameters counts as another program.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
    let installation = try installation.get()
    let output = try await ProgramVersion.output(
      of: installation.executable, environment: environment(of: installation), on: executor)
    let words = output.standardOutput.split(whereSeparator: \.isWhitespace)
    // The line is "* xtb version 6.5.1 (unknown) compiled by …".
    guard output.termination == .exited(0),
      let place = words.indices.dropLast(2).first(where: { words[$0] == "xtb" && words[$0 + 1] == "version" })
    else {
      let failure = output.terminationFailure(of: "xtb", timeLimitSeconds: 60)
      throw CalculatorUnavailable(
        problem:
          "'\(installation.executable) --version' does not answer as xtb does\(failure.map { " (\($0))" } ?? "")",
        remedy: "install xtb with 'apt-get install xtb' or correct calculator.executable")
    }
    let version = String(words[place + 2])
    return try installation.parameterDigest().map { "\(version) parameters \($0)" } ?? version
  }

  /// Plans an attempt for each conformer (ETKDGv3, relaxed by a force field; fewer if the molecule has fewer), then
  /// further attempts that depend on the results.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    do {
      let installation = try installation.get()
      try requireParameters(for: molecule)
      let state = try settings.state(of: molecule)
      let request = {
        (run: XTBRun, conformer: Int, geometry: Geometry, changes: [XTBRetryLadder.Change], number: Int) in
        self.request(
          number: number, run, conformer: conformer, changes, for: molecule, in: state, from: geometry, by: installation
        )
      }
      guard ended.isEmpty else { return XTBPlan(settings: settings, ended: ended, request: request).next() }
      let run = settings.firstRun(ofAtoms: molecule.atomCount)
      let geometries = try molecule.startingGeometries(count: settings.conformers)
      return .attempts(geometries.enumerated().map { request(run, $0 + 1, $1, [], $0 + 1) })
    } catch let failure as CalculationFailure {
      return .failed(failure)
    } catch let missing as CalculatorUnavailable {
      return .failed(CalculationFailure(.resource, missing.description))
    } catch {
      return .failed(CalculationFailure(.input, "\(error)"))
    }
  }

  /// Accepts the output only if all of xtb's files agree that the requested calculation converged.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    Result { () throws(CalculationFailure) in
      try XTBAcceptance(settings: settings, request: request, output: output).result()
    }
  }

  // MARK: Requests

  private func requireParameters(for molecule: Molecule) throws(CalculationFailure) {
    if let element = molecule.elements.first(where: { Elements[$0] == nil }) {
      throw CalculationFailure(.input, "\(settings.method.nameInOutput) has no parameters for \(element).")
    }
  }

  private func request(
    number: Int, _ run: XTBRun, conformer: Int, _ changes: [XTBRetryLadder.Change], for molecule: Molecule,
    in state: ElectronicState, from geometry: Geometry, by installation: XTBInstallation
  ) -> AttemptRequest {
    var arguments = [XTBFile.start] + run.options(in: settings, changes: changes)
    // Always given: xtb would otherwise look for files that state them, and treat odd electron counts as doublets.
    let state = run.state(of: state)
    arguments += ["--chrg", String(state.charge), "--uhf", String(state.unpaired)]
    // Unless the file is named, xtb 6.7.1 reads GFN1's own parameters.
    if run == .ionise { arguments += ["--vparam", "\(installation.parameters)/\(XTBInstallation.ionisationFile)"] }
    if let solvent = settings.solvent { arguments += [settings.solvation.flag, solvent.rawValue] }
    arguments += ["--json", "--norestart"] + changes.flatMap(\.options)
    let control = run.control(for: geometry) + changes.map(\.control).joined()
    var files = [AttemptRequest.File(name: XTBFile.start, contents: geometry.xyz(comment: molecule.smiles))]
    if !control.isEmpty {
      arguments += ["--input", XTBFile.control]
      files.append(.init(name: XTBFile.control, contents: control))
    }
    return AttemptRequest(
      number: number, step: run.rawValue, conformer: conformer, changes: changes.map(\.rawValue), molecule: molecule,
      geometry: geometry, executable: installation.executable, arguments: arguments,
      environment: environment(of: installation), files: files, timeLimitSeconds: settings.timeLimitSeconds,
      collect: XTBFile.collected)
  }

  /// One thread: with more, xtb is slower for small molecules, and the results depend on the number.
  private func environment(of installation: XTBInstallation) -> [String: String] {
    [
      "PATH": searchPath, "XTBPATH": installation.parameters, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1",
      "MKL_NUM_THREADS": "1", "OMP_STACKSIZE": "1G",
    ]
  }
}

/// The names of the input and output files.
enum XTBFile {
  static let start = "molecule.xyz"
  static let control = "control.inp"
  static let document = "xtbout.json"
  static let optimised = "xtbopt.xyz"
  static let bondOrders = "wbo"
  static let displaced = "xtbhess.xyz"
  static let forceFieldCharges = "gfnff_charges"
  static let forceFieldLists = "gfnff_lists.json"

  static let collected = [document, optimised, bondOrders, displaced, forceFieldCharges, forceFieldLists]
}
