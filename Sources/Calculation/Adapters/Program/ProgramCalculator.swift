import Chemistry

/// The common part of the calculators that call a custom program: each writes a request and reads an answer.
protocol ProgramCalculator: Calculator {
  var settings: ProgramSettings { get }

  /// Writes one question to the program.
  func request(
    number: Int, about molecule: Molecule, in state: ElectronicState, from geometry: Geometry?,
    by command: ProgramCommand
  ) -> AttemptRequest

  /// Reads the answer of a program that ended by itself or, if it is a worker, answered.
  func read(_ output: AttemptOutput, to request: AttemptRequest) throws(CalculationFailure) -> AttemptResult
}

extension ProgramCalculator {
  /// The properties named in the campaign file; the program itself is not asked.
  public var properties: [Property] { settings.properties }

  /// True if the program is given no geometry: it decides what it makes of the SMILES of a repeat unit.
  public var takesRepeatUnits: Bool { settings.conformers == 0 }

  /// The version stated in the campaign file, then a digest of the program's files: a changed script under the same
  /// stated version counts as another program.
  public func version(on executor: any Executor) async throws(CalculatorUnavailable) -> String {
    let command = try settings.command.get()
    return [settings.version, command.digest].compactMap { $0 }.joined(separator: " ")
  }

  /// One attempt for each conformer, or a single attempt if the program is given no geometry.
  public func plan(for molecule: Molecule, after ended: [EndedAttempt]) -> CalculationPlan {
    guard ended.isEmpty else { return .outcome(of: ended) }
    let command: ProgramCommand
    do throws(CalculatorUnavailable) {
      command = try settings.command.get()
    } catch {
      return .failed(CalculationFailure(.resource, error.description))
    }
    do throws(CalculationFailure) {
      let state = try settings.electrons.state(of: molecule)
      guard settings.conformers > 0, molecule.composition == nil else {
        return .attempts([request(number: 1, about: molecule, in: state, from: nil, by: command)])
      }
      let geometries = try molecule.startingGeometries(
        count: settings.conformers, isOneIsomer: !properties.contains { $0.name == Property.energy.name })
      return .attempts(
        geometries.enumerated().map { index, geometry in
          request(number: index + 1, about: molecule, in: state, from: geometry, by: command)
        })
    } catch {
      return .failed(error)
    }
  }

  /// Accepts an answer only if it is complete, is about the requested molecule and has a finite value of every
  /// property.
  public func parse(
    _ output: AttemptOutput, of request: AttemptRequest
  ) -> Result<AttemptResult, CalculationFailure> {
    if let failure = output.terminationFailure(of: settings.name, timeLimitSeconds: request.timeLimitSeconds) {
      return .failure(isSilence(output, to: request) ? silence(output, to: request) : failure)
    }
    return Result { () throws(CalculationFailure) in
      let result = try read(output, to: request)
      guard settings.knowsElectrons, let molecule = request.molecule else { return result }
      return result.noting(try settings.electrons.state(of: molecule).notes)
    }
  }

  /// Whether a worker reached its time limit without any output.
  private func isSilence(_ output: AttemptOutput, to request: AttemptRequest) -> Bool {
    request.isForWorker && output.termination == .timedOut && output.standardOutput.isEmpty
  }

  /// A worker may have answered in spite of a bad termination.
  private func silence(_ output: AttemptOutput, to request: AttemptRequest) -> CalculationFailure {
    CalculationFailure(
      .timeout,
      "\(settings.name) was stopped at its time limit of \(request.timeLimitSeconds) s, and had said nothing: an answer waits in a "
        + "buffer unless it is flushed (flush=True in Python).",
      evidence: output.lastLines())
  }

  /// A failure that the program reports concerns the molecule; an unreadable answer is the program's fault.
  public func maySuspectProgram(of failure: CalculationFailure) -> Bool {
    failure.failureClass == .unknown && !failure.message.hasPrefix(AnswerReader.reporting(settings.name))
  }

  /// The question of a request.
  func question(_ request: AttemptRequest) throws(CalculationFailure) -> ProgramQuestion {
    guard let molecule = request.molecule else {
      throw CalculationFailure(.input, "The request to \(settings.name) names no molecule.")
    }
    return question(
      number: request.number, about: molecule, in: try settings.electrons.state(of: molecule), from: request.geometry)
  }

  func question(
    number: Int, about molecule: Molecule, in state: ElectronicState, from geometry: Geometry?
  ) -> ProgramQuestion {
    ProgramQuestion(attempt: number, of: molecule, in: state, geometry: geometry, properties: properties.map(\.name))
  }

  /// Requires exit status 0.
  func requireSuccess(_ output: AttemptOutput) throws(CalculationFailure) {
    guard case .exited(let status) = output.termination, status != 0 else { return }
    throw CalculationFailure(
      classOfEnd(output),
      "\(settings.name) ended with exit status \(status), which says that it failed\(cause(output)).",
      evidence: output.lastLines())
  }

  /// Why a program ended without an answer, as far as it says, as the end of a sentence.
  func cause(_ output: AttemptOutput) -> String {
    let means = shortage(output)
    guard means.isEmpty, let path = MissingFile.relativePath(in: output.standardError) else { return means }
    return
      "; it did not find '\(path.prefix(80))': a relative path leads into the scratch folder that it runs in, which is "
      + "removed at the end, so name a file by its absolute path"
  }

  /// The failure class of a program that ended without an answer: a lack of resources is not the molecule's fault.
  func classOfEnd(_ output: AttemptOutput) -> FailureClass { shortage(output).isEmpty ? .unknown : .resource }

  /// The resource that the program says it lacked, as the end of a sentence; empty if it says nothing about that. Only
  /// the end of its output is searched, byte by byte, because it may have megabytes.
  func shortage(_ output: AttemptOutput) -> String {
    let end = Array(output.standardError.utf8.suffix(1 << 16))
    // EFBIG, as the C library words it.
    if end.firstRange(of: Array("File too large".utf8)) != nil {
      return " (a file reached the maximum size)"
    }
    let lines = end.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard let line = lines.last(where: { $0.starts(with: "ModuleNotFoundError: ".utf8) }) else { return "" }
    return " (\(String(decoding: line, as: UTF8.self))); install the module for the Python that the command starts"
  }
}

extension AttemptResult {
  /// Creates the result of an answer.
  init(_ answer: ProgramAnswer, geometry: Geometry?) {
    self.init(
      values: answer.properties ?? [:], uncertainties: answer.uncertainties ?? [:], geometry: geometry,
      notes: answer.notes ?? [])
  }

  /// The result with further notes before its own.
  fileprivate func noting(_ more: [String]) -> AttemptResult {
    more.isEmpty
      ? self
      : AttemptResult(
        values: values, uncertainties: uncertainties, atomicValues: atomicValues, geometry: geometry,
        notes: more + notes)
  }
}
