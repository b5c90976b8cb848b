import Chemistry

/// Whether a run of xtb is believed. The exit status alone proves nothing: with 0 come unconverged geometries, other
/// methods than the one asked for, and empty files on a full disk.
struct XTBAcceptance {
  let settings: XTBSettings
  let request: AttemptRequest
  let output: AttemptOutput
  let log: XTBLog

  init(settings: XTBSettings, request: AttemptRequest, output: AttemptOutput) {
    self.settings = settings
    self.request = request
    self.output = output
    log = XTBLog(output.standardOutput)
  }

  /// Puts the run through all rules, from the outermost in.
  func result() throws(CalculationFailure) -> AttemptResult {
    if let failure = output.terminationFailure(of: "xtb", timeLimitSeconds: request.timeLimitSeconds) { throw failure }
    guard let molecule = request.molecule, let start = request.geometry else {
      throw CalculationFailure(.input, "The request has no molecule, or no geometry for xtb to start from.")
    }
    try requireNormalTermination()
    try requireConvergence()
    let document = try XTBDocument.read(output.files[XTBFile.document])
    try requireWhatWasAsked(document, molecule: molecule, atoms: start.elements)
    let geometry = try finalGeometry(of: start)
    let bonding = try unchangedBonding(of: geometry)
    try requireSameStereoisomer(geometry, as: start, of: molecule)
    return AttemptResult(
      values: try values(of: document, charge: molecule.charge, at: geometry), geometry: geometry,
      notes: bonding.suspicions.map { "The bond \($0)." } + log.warnings)
  }

  // MARK: The run

  private func requireNormalTermination() throws(CalculationFailure) {
    guard case .exited(let status) = output.termination else { return }
    // A shell's way to report a signal, which xtb's own handlers imitate.
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
      throw CalculationFailure(
        .convergence, "The geometry optimisation ran out of cycles.", evidence: line)
    }
    if settings.optimisation != .none {
      guard log.optimisationConverged else {
        throw failure(.unknown, "xtb does not say that the geometry optimisation converged.")
      }
      guard log.optimisationLevel == settings.optimisation.rawValue else {
        throw failure(
          .input, "xtb optimised at the level '\(log.optimisationLevel ?? "unknown")', not '\(settings.optimisation)'.")
      }
    }
    guard log.solvent == settings.solvent?.rawValue else {
      throw failure(.input, "xtb used the solvent '\(log.solvent ?? "none")', not '\(settings.solventName)'.")
    }
  }

  // MARK: What it describes

  private func requireWhatWasAsked(
    _ document: XTBDocument, molecule: Molecule, atoms: [String]
  ) throws(CalculationFailure) {
    guard document.method == settings.method.nameInOutput else {
      throw failure(.input, "xtb ran \(document.method), not \(settings.method.nameInOutput).")
    }
    let expected = atoms.reduce(-molecule.charge) { $0 + (Elements[$1]?.valenceElectrons ?? 0) }
    let occupied = document.occupations.reduce(0, +)
    guard document.electronCount == expected, abs(occupied - Double(expected)) < 1e-3 else {
      throw failure(
        .input,
        "xtb's orbitals hold \(occupied) electrons (of \(document.electronCount)), but the molecule has \(expected).")
    }
    guard document.unpairedElectronCount == molecule.radicalElectronCount else {
      throw failure(
        .input,
        "xtb had \(document.unpairedElectronCount) unpaired electrons, not \(molecule.radicalElectronCount).")
    }
    let charge = document.partialCharges.reduce(0, +)
    guard document.partialCharges.count == atoms.count, abs(charge - Double(molecule.charge)) < 1e-3 else {
      throw failure(.input, "xtb's \(document.partialCharges.count) charges sum to \(charge), not \(molecule.charge).")
    }
  }

  private func finalGeometry(of start: Geometry) throws(CalculationFailure) -> Geometry {
    if settings.optimisation == .none { return start }
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

  private func unchangedBonding(of geometry: Geometry) throws(CalculationFailure) -> Bonding {
    guard let text = output.files[XTBFile.bondOrders] else {
      throw failure(.unknown, "xtb wrote no bond orders.")
    }
    var orders: [AtomPair: Double] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: " ")
      guard fields.count == 3, let first = Int(fields[0]), let second = Int(fields[1]), let order = Double(fields[2])
      else { throw CalculationFailure(.unknown, "xtb's bond orders cannot be read.", evidence: String(line)) }
      orders[AtomPair(first - 1, second - 1)] = order
    }
    let bonding = Bonding(bonds: geometry.bonds, geometry: geometry, bondOrders: orders)
    if !bonding.changes.isEmpty {
      throw CalculationFailure(
        .topologyChanged, "The molecule became another one.", evidence: bonding.changes.joined(separator: "\n"))
    }
    return bonding
  }

  private func requireSameStereoisomer(
    _ geometry: Geometry, as start: Geometry, of molecule: Molecule
  ) throws(CalculationFailure) {
    let (expected, found): (String, String)
    do {
      (expected, found) = (try molecule.stereoisomer(of: start), try molecule.stereoisomer(of: geometry))
    } catch {
      throw CalculationFailure(.unknown, "\(error)")
    }
    guard found == expected else {
      throw CalculationFailure(
        .topologyChanged, "The optimised geometry is another stereoisomer: \(found) instead of \(expected).")
    }
  }

  // MARK: Values

  private func values(
    of document: XTBDocument, charge: Int, at geometry: Geometry
  ) throws(CalculationFailure) -> [String: Double] {
    guard
      let orbitals = FrontierOrbitals(
        energies: document.orbitalEnergies, electrons: document.electronCount,
        unpaired: document.unpairedElectronCount)
    else {
      throw failure(.input, "The method's minimal basis has no unoccupied orbital for this molecule.")
    }
    let (homo, lumo) = (orbitals.homo, orbitals.lumo)
    guard document.gap >= 0, abs(document.gap - (lumo - homo)) < 1e-3 else {
      throw failure(.unknown, "xtb's gap of \(document.gap) eV is not the distance of its orbitals.")
    }
    var values: [Property: Double] = [
      .energy: document.totalEnergy, .gap: document.gap, .homo: homo, .lumo: lumo,
      .dipole: try dipole(charge: charge, geometry: geometry),
    ]
    if settings.method == .gfn2 {
      guard let polarizability = log.polarizability else { throw failure(.unknown, "xtb printed no polarizability.") }
      values[.polarizability] = polarizability
    }
    guard values.values.allSatisfy(\.isFinite) else {
      throw failure(.convergence, "xtb gave values that are not finite.")
    }
    return Dictionary(uniqueKeysWithValues: values.map { ($0.key.name, $0.value) })
  }

  /// In debye. The document's dipole is that of the geometry before the optimisation: the log has the right one. An ion's
  /// is moved from the origin of the coordinates, which means nothing, to the centre of mass.
  private func dipole(charge: Int, geometry: Geometry) throws(CalculationFailure) -> Double {
    guard let dipole = log.dipole else { throw failure(.unknown, "xtb printed no dipole moment.") }
    if charge == 0 { return dipole.magnitude }
    // After a single point xtb prints no centre of mass.
    let computed = Elements.centreOfMass(of: geometry.elements, at: geometry.coordinates)
    guard let centre = log.centreOfMass ?? computed, dipole.vector.count == 3 else {
      throw failure(.unknown, "The centre of mass, which an ion's dipole moment needs, cannot be had.")
    }
    return DipoleMoment(vector: dipole.vector).magnitude(charge: charge, centreOfMass: centre)
  }

  private func failure(_ failureClass: FailureClass, _ message: String) -> CalculationFailure {
    CalculationFailure(failureClass, message, evidence: output.lastLines())
  }
}

extension XTBSettings {
  fileprivate var solventName: String { solvent?.rawValue ?? "none" }
}

/// What is known of the root causes that xtb's error stacks name.
package enum XTBRootCause {
  private static let classes: [(fragment: String, failureClass: FailureClass)] = [
    ("Self consistent charge iterator did not converge", .convergence),
    ("Failed to solve eigenvalue problem", .convergence),
    ("Could not relax", .convergence),
    ("Cannot map symbol to atomic number", .input),
    ("Atom number missmatch", .input),
    ("Could not parse", .input),
    ("DSYSV failed", .input),
    ("Coulomb matrix is singular", .input),
    ("Could not generate molecular structure", .input),
    ("Invalid atomic number present", .input),
    ("very* short distance", .input),
    ("is not parametrized", .input),
  ]

  static func failureClass(of cause: String) -> FailureClass {
    classes.first { cause.contains($0.fragment) }?.failureClass ?? .unknown
  }
  /// That of an error stack of libxtb: the innermost cause that is known decides.
  package static func failureClass(ofStack stack: [String]) -> FailureClass {
    let found = stack.reversed().lazy.map { failureClass(of: $0) }.first { $0 != .unknown }
    return found ?? .unknown
  }
}
