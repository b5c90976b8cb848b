public import Chemistry
import Foundation

/// Single-point calculations by libxtb in a persistent worker process: milliseconds each, for screening.
///
/// The values belong to the force field's geometry; nothing is optimised. libxtb can end the process that calls it, so
/// it runs outside Cohobate's process.
public struct LibXTBCalculator: Calculator {
  /// The protocol.
  public let settings: LibXTBSettings
  private let worker: Result<String, CalculatorUnavailable>

  /// Looks for the worker; if it is not there, `version(on:)` says so, and every plan is a failure.
  public init(settings: LibXTBSettings = LibXTBSettings()) {
    self.settings = settings
    worker = Result { () throws(CalculatorUnavailable) in try BundledExecutable.path(of: "cohobate-xtb-worker") }
  }

  static let registration = Calculators.Registration(
    name: "libxtb", summary: "GFN1-xTB, GFN2-xTB and GFN-FF single points in milliseconds, by the library libxtb",
    settings: [
      "method": "GFN2, GFN1 or GFN-FF", "solvent": "of the GBSA model; gas phase if omitted",
      "conformers": "1 to 99; the one of lowest energy is kept", "properties": "names of those that are given",
      "time_limit": "seconds for each conformer",
      "charge": StatedElectrons.chargeSummary, "unpaired": StatedElectrons.unpairedSummary,
    ]
  ) { (setup) throws(CalculatorSetupError) in
    LibXTBCalculator(settings: try LibXTBSettings(setup.settings))
  }

  /// `libxtb`.
  public var name: String { "libxtb" }

  /// The properties named in the settings.
  public var properties: [Property] {
    LibXTBSettings.properties(of: settings.method).filter { settings.properties.contains($0.name) }
  }

  /// Conformers, then a single point of each.
  public var calculationProtocol: CalculationProtocol {
    let number = settings.conformers == 1 ? "1 conformer" : "\(settings.conformers) conformers"
    let solvation = settings.solvent.map { "GBSA \($0.rawValue)" } ?? "gas phase"
    var step = ["method": settings.method.fullName, "solvation": solvation]
    if settings.properties != LibXTBSettings(method: settings.method).properties {
      step["properties"] = settings.properties.joined(separator: ", ")
    }
    let usual = LibXTBSettings()
    step.merge(settings.electrons.inWords) { first, _ in first }
    let isStandard =
      (settings.method, settings.solvent, settings.conformers) == (usual.method, usual.solvent, usual.conformers)
    return CalculationProtocol(
      name: isStandard ? "standard" : "custom", version: 2,
      steps: [.embedding(conformers: settings.conformers), .init("single point", step)],
      summary: "\(settings.method.fullName) single point on the force field's geometry, \(number), \(solvation)"
        + settings.electrons.summary)
  }

  /// The version of the library that the worker is linked with, such as `6.5.1`.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
    let worker = try worker.get()
    let output = try await ProgramVersion.output(of: worker, environment: environment, on: executor)
    let words = output.standardOutput.split(whereSeparator: \.isWhitespace)
    guard output.termination == .exited(0), words.count == 2, words[0] == "libxtb" else {
      throw CalculatorUnavailable(
        problem: "'\(worker) --version' does not answer (\(output.lastLines()))",
        remedy: "install libxtb with 'apt-get install libxtb-dev' and build Cohobate again")
    }
    return String(words[1])
  }

  /// One attempt for each conformer (ETKDGv3, relaxed by a force field).
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    // The energy selects the conformer; it is removed here unless it was requested.
    guard ended.isEmpty else { return .outcome(of: ended).giving(settings.properties) }
    do {
      let worker = try worker.get()
      // libxtb would end the worker at such an element.
      if let element = molecule.elements.first(where: { Elements[$0] == nil }) {
        return .failed(
          CalculationFailure(.input, "\(settings.method.fullName) has no parameters for \(element)."))
      }
      let state = try settings.state(of: molecule)
      let geometries = try molecule.startingGeometries(count: settings.conformers)
      return .attempts(
        geometries.enumerated().map { index, geometry in
          request(number: index + 1, for: molecule, in: state, from: geometry, to: worker)
        })
    } catch let missing as CalculatorUnavailable {
      return .failed(CalculationFailure(.resource, missing.description))
    } catch let failure as CalculationFailure {
      return .failed(failure)
    } catch {
      return .failed(CalculationFailure(.input, "\(error)"))
    }
  }

  /// Accepts an answer only if it belongs to this question and its values are finite and consistent.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    Result { () throws(CalculationFailure) in try result(of: output, of: request) }
  }

  private func result(
    of output: AttemptOutput, of request: AttemptRequest
  ) throws(CalculationFailure) -> AttemptResult {
    if let failure = output.terminationFailure(of: "libxtb", timeLimitSeconds: request.timeLimitSeconds) {
      throw failure
    }
    guard let molecule = request.molecule, let geometry = request.geometry else {
      throw CalculationFailure(.input, "The request has no molecule, or no geometry.")
    }
    let state = try settings.state(of: molecule)
    let answer = try ProgramAnswer.read(
      output.standardOutput, to: question(request.number, of: molecule, in: state, geometry), needsID: true,
      by: AnswerReader(name: "libxtb", evidence: output.lastLines()))
    let values = answer.properties ?? [:]
    if let gap = values[Property.gap.name] {
      let distance = (values[Property.lumo.name] ?? .nan) - (values[Property.homo.name] ?? .nan)
      guard gap >= 0, abs(gap - distance) < 1e-6 else {
        throw CalculationFailure(
          .unknown, "libxtb's gap of \(gap) eV is not the distance of its orbitals.", evidence: output.lastLines())
      }
    }
    return AttemptResult(
      values: values.filter { settings.properties.contains($0.key) || $0.key == Property.energy.name },
      geometry: geometry,
      notes: (settings.method == .gfnff ? [] : state.notes) + (answer.notes ?? [])
        + FrontierOrbitals.notes(onGap: values[Property.gap.name]))
  }

  // MARK: Requests

  private func question(
    _ number: Int, of molecule: Molecule, in state: ElectronicState, _ geometry: Geometry
  ) -> ProgramQuestion {
    // All properties of the method, whichever are requested: the energy selects the conformer, and the values check
    // each other.
    ProgramQuestion(
      attempt: number, of: molecule, in: state, geometry: geometry,
      properties: LibXTBSettings.properties(of: settings.method).map(\.name))
  }

  private func request(
    number: Int, for molecule: Molecule, in state: ElectronicState, from geometry: Geometry, to worker: String
  ) -> AttemptRequest {
    AttemptRequest(
      number: number, step: "single point", conformer: number, molecule: molecule, geometry: geometry,
      executable: worker, arguments: settings.arguments, environment: environment,
      timeLimitSeconds: settings.timeLimitSeconds,
      standardInput: question(number, of: molecule, in: state, geometry).line,
      isForWorker: true)
  }

  /// One thread; the worker requires it.
  private var environment: [String: String] {
    ["OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_STACKSIZE": "1G"]
  }
}
