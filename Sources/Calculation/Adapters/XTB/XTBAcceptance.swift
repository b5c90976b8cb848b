import Chemistry

/// Decides whether a run of xtb is accepted. Exit status 0 is not enough: xtb also exits with 0 after unconverged
/// optimisations, with another method than requested, and with empty files on a full disk.
package struct XTBAcceptance {
  static let outOfCycles = "The geometry optimisation ran out of cycles."
  static let singleAtom = "A single atom has nothing to optimise: this is a single point."
  package static let pointGroupCrash =
    "xtb crashed, probably because the symmetry elements that it found form no point group."
  static let saddlePoint = "The geometry is a saddle point and no minimum: it has imaginary vibrations."

  let settings: XTBSettings
  let request: AttemptRequest
  let output: AttemptOutput
  let log: XTBLog
  let run: XTBRun

  init(settings: XTBSettings, request: AttemptRequest, output: AttemptOutput) {
    self.settings = settings
    self.request = request
    self.output = output
    log = XTBLog(output.standardOutput)
    run = XTBRun(rawValue: request.step) ?? (settings.optimisation == .none ? .calculate : .optimise)
  }

  /// Applies all rules, the most general first.
  func result() throws(CalculationFailure) -> AttemptResult {
    if let failure = pointGroupFailure { throw failure }
    if let failure = output.terminationFailure(of: "xtb", timeLimitSeconds: request.timeLimitSeconds) { throw failure }
    guard let molecule = request.molecule, let start = request.geometry else {
      throw CalculationFailure(.input, "The request has no molecule, or no geometry for xtb to start from.")
    }
    let state = try settings.state(of: molecule)
    try requireNormalTermination()
    try requireConvergence()
    let (values, atomicValues): ([Property: Double], [String: [Double]])
    switch run {
    case .ionise: (values, atomicValues) = (try ionisation(), [:])
    case .attach, .detach:
      let document = try document(for: run.state(of: state), start.elements)
      (values, atomicValues) = ([:], ["charge": document.partialCharges])
    case .vibrate: (values, atomicValues) = (try thermodynamics(try document(for: state, start.elements)), [:])
    case .preoptimise, .optimise, .calculate:
      if run.method(in: settings) == .gfnff {
        (values, atomicValues) = try forceField(charge: state.charge, atoms: start.elements.count)
      } else {
        let document = try document(for: state, start.elements)
        values = try orbitalValues(of: document, charge: state.charge, from: start)
        atomicValues = ["charge": document.partialCharges]
      }
    }
    let geometry = run.isOptimisation ? try optimisedGeometry(from: start) : start
    guard values.values.allSatisfy(\.isFinite), atomicValues.values.joined().allSatisfy(\.isFinite) else {
      throw failure(.convergence, "xtb gave values that are not finite.")
    }
    var notes = log.warnings + FrontierOrbitals.notes(onGap: values[.gap])
    if start.elements.count == 1, settings.optimisation != .none, run == .calculate { notes.append(Self.singleAtom) }
    // The other runs start from a geometry that was checked before.
    if !XTBRun.forProperties.contains(run) {
      let orders = try run.method(in: settings) == .gfnff ? neighbours() : bondOrders()
      let suspicions = try MoleculeIdentity.suspicions(of: geometry, from: start, of: molecule, bondOrders: orders)
      notes = (run.method(in: settings) == .gfnff ? [] : state.notes) + suspicions + notes
    }
    return AttemptResult(
      values: Dictionary(uniqueKeysWithValues: values.map { ($0.key.name, $0.value) }), atomicValues: atomicValues,
      geometry: geometry, notes: notes)
  }

  // MARK: The run

  /// A crash in the search for the point group; the same run without that search does not crash.
  private var pointGroupFailure: CalculationFailure? {
    guard run == .vibrate, !XTBRetryLadder.made(in: request).contains(.withoutPointGroup),
      request.geometry.map({ run.control(for: $0).isEmpty }) ?? true
    else { return nil }
    // SIGABRT and SIGSEGV, directly or as a shell reports them.
    let crashes: [Termination] = [.signalled(6), .signalled(11), .exited(128 + 6), .exited(128 + 11)]
    return crashes.contains(output.termination) ? failure(.convergence, Self.pointGroupCrash) : nil
  }

  private func requireNormalTermination() throws(CalculationFailure) {
    guard case .exited(let status) = output.termination else { return }
    // A shell reports a signal this way, and xtb's own handlers imitate it.
    if status > 128 {
      throw failure(.random, "xtb was ended by signal \(status - 128).")
    }
    // "abnormal termination of xtb" contains the words as well, so the whole line counts.
    let isNormal = output.standardError.split(whereSeparator: \.isNewline).contains("normal termination of xtb")
    if status == 0 && isNormal { return }
    if let element = log.missingElement {
      throw failure(.input, "xtb has no parameters for an element of the molecule: \(element).")
    }
    if output.standardError.contains("No space left on device") {
      throw failure(.random, "xtb found the disk full.")
    }
    if output.standardError.contains("external termination of xtb") {
      throw failure(.random, "xtb was stopped from outside.")
    }
    guard let cause = log.rootCause else {
      if output.standardError.contains("ERROR STOP") {
        throw failure(.unknown, "xtb ended abnormally and gave no reason.")
      }
      throw failure(.random, "xtb was cut off with exit status \(status).")
    }
    throw CalculationFailure(
      XTBRootCause.failureClass(of: cause), "xtb gave up: \(cause).",
      evidence: log.errorStack.joined(separator: "\n"))
  }

  private func requireConvergence() throws(CalculationFailure) {
    if let warning = log.inputWarnings.last {
      throw CalculationFailure(
        .input, "xtb did not understand its command line and ran something else: \(warning)",
        evidence: log.inputWarnings.joined(separator: "\n"))
    }
    if let line = log.optimisationFailure {
      throw CalculationFailure(.convergence, Self.outOfCycles, evidence: line)
    }
    if run.isOptimisation {
      guard log.optimisationConverged else {
        throw failure(.unknown, "xtb does not say that the geometry optimisation converged.")
      }
      let level = run == .preoptimise ? .normal : settings.level(after: XTBRetryLadder.made(in: request))
      guard log.optimisationLevel == level.rawValue else {
        throw failure(.input, "xtb optimised at the level '\(log.optimisationLevel ?? "unknown")', not '\(level)'.")
      }
    }
    guard log.solvent == settings.solvent?.rawValue else {
      throw failure(
        .input, "xtb used the solvent '\(log.solvent ?? "none")', not '\(settings.solvent?.rawValue ?? "none")'.")
    }
    guard settings.solvent == nil || log.solvation == settings.solvation.rawValue else {
      throw failure(
        .input, "xtb used the solvation model '\(log.solvation ?? "none")', not '\(settings.solvation.rawValue)'.")
    }
  }

  // MARK: What it describes

  /// The document, which must have the requested method, electrons and charge.
  private func document(for state: ElectronicState, _ atoms: [String]) throws(CalculationFailure) -> XTBDocument {
    let document = try XTBDocument.read(output.files[XTBFile.document])
    guard document.method == settings.method.nameInOutput else {
      throw failure(.input, "xtb ran \(document.method), not \(settings.method.nameInOutput).")
    }
    let expected = atoms.reduce(-state.charge) { $0 + (Elements[$1]?.valenceElectrons ?? 0) }
    let occupied = document.occupations.reduce(0, +)
    guard document.electronCount == expected, abs(occupied - Double(expected)) < 1e-3 else {
      throw failure(
        .input,
        "xtb's orbitals hold \(occupied) electrons (of \(document.electronCount)), but the molecule has \(expected).")
    }
    guard document.unpairedElectronCount == state.unpaired else {
      throw failure(.input, "xtb had \(document.unpairedElectronCount) unpaired electrons, not \(state.unpaired).")
    }
    let charge = document.partialCharges.reduce(0, +)
    guard document.partialCharges.count == atoms.count, abs(charge - Double(state.charge)) < 1e-3 else {
      throw failure(.input, "xtb's \(document.partialCharges.count) charges sum to \(charge), not \(state.charge).")
    }
    return document
  }

  private func optimisedGeometry(from start: Geometry) throws(CalculationFailure) -> Geometry {
    guard let text = output.files[XTBFile.optimised] else {
      throw failure(.unknown, "xtb wrote no optimised geometry.")
    }
    if text.isEmpty {
      throw failure(.random, "xtb wrote an empty optimised geometry: the disk may be full.")
    }
    let geometry: Geometry
    do {
      geometry = try Geometry(xyz: text, bonds: start.bonds)
    } catch {
      throw CalculationFailure(.unknown, "xtb's optimised geometry cannot be read. \(error)", evidence: text)
    }
    guard geometry.elements == start.elements else {
      throw CalculationFailure(.topologyChanged, "xtb's optimised geometry has other atoms.", evidence: text)
    }
    return geometry
  }

  func failure(_ failureClass: FailureClass, _ message: String) -> CalculationFailure {
    CalculationFailure(failureClass, message, evidence: output.lastLines())
  }
}
