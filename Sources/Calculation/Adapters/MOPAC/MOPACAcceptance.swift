import Chemistry

/// Decides whether a run of MOPAC is accepted. MOPAC always exits with status 0, calls every run "ended normally", and
/// silently replaces a coordinate that is not a number.
package struct MOPACAcceptance {
  package static let steepGradient = "MOPAC stopped before the geometry was optimised: the gradient is above the limit."
  /// The largest difference between the heats of formation of a geometry and of its neighbour, in kcal/mol.
  private static let noise = 0.1

  let settings: MOPACSettings
  let request: AttemptRequest
  let output: AttemptOutput
  let log: String

  init(settings: MOPACSettings, request: AttemptRequest, output: AttemptOutput) {
    self.settings = settings
    self.request = request
    self.output = output
    log = output.files[MOPACFile.log] ?? ""
  }

  /// Applies all rules, the most general first.
  func result() throws(CalculationFailure) -> AttemptResult {
    if let failure = output.terminationFailure(of: "MOPAC", timeLimitSeconds: request.timeLimitSeconds) {
      throw failure
    }
    guard let molecule = request.molecule, let start = request.geometry else {
      throw CalculationFailure(.input, "The request has no molecule, or no geometry for MOPAC to start from.")
    }
    let state = try settings.state(of: molecule)
    try requireAnEnd()
    let document = MOPACDocument(output.files[MOPACFile.document] ?? "")
    try requireWhatWasAsked(document, from: start)
    if document.numbers("ATOM_CORE")?.reduce(-Double(state.charge), +) == 0 {
      throw failure(.input, "There are no valence electrons here, so the method has no orbitals.")
    }
    let orbitals = try MOPACOrbitals(document)
    try requireElectrons(document, orbitals: orbitals, state)
    let geometry = try finalGeometry(document, from: start)
    let suspicions = try MoleculeIdentity.suspicions(
      of: geometry, from: start, of: molecule, bondOrders: try bondOrders(document, atoms: start.elements.count))
    let notes =
      state.notes + suspicions + (try gradientNotes(document, at: geometry))
      + spinContamination(document, unpaired: state.unpaired)
    let values = try values(document, orbitals: orbitals, atoms: start.elements.count)
    return AttemptResult(
      values: values, geometry: geometry, notes: notes + FrontierOrbitals.notes(onGap: values[Property.gap.name]))
  }

  // MARK: The run

  private func requireAnEnd() throws(CalculationFailure) {
    if let reason = MOPACMessages.reason(in: log) {
      throw failure(MOPACMessages.failureClass(of: reason), "MOPAC gave up: \(reason)")
    }
    guard output.files[MOPACFile.log] != nil else { throw failure(.unknown, "MOPAC wrote no output file.") }
    guard log.contains("== MOPAC DONE ==") else {
      throw failure(.random, "MOPAC's output is cut short: the disk may be full.")
    }
    guard output.termination == .exited(0) else {
      throw failure(.unknown, "MOPAC said that it was done, and ended with another exit status than 0.")
    }
    guard let archive = output.files[MOPACFile.archive], let document = output.files[MOPACFile.document] else {
      throw failure(.unknown, "MOPAC did not write all files that it writes of every calculation that succeeds.")
    }
    guard !archive.isEmpty, document.contains("END OF MOPAC FILE") else {
      throw failure(.random, "MOPAC's files are cut short: the disk may be full.")
    }
    guard log.contains("SCF FIELD WAS ACHIEVED") else {
      throw failure(.convergence, "MOPAC does not say that the self-consistent field was achieved.")
    }
    if settings.optimisation == .none { return }
    let endings = ["GEOMETRY OPTIMISED", "GRADIENTS WERE INITIALLY ACCEPTABLY SMALL", "HERBERTS TEST WAS SATISFIED"]
    guard endings.contains(where: log.contains) else {
      throw failure(.convergence, "MOPAC does not say that the geometry optimisation converged.")
    }
  }

  /// Checks the gradient, because MOPAC's own report of the end of an optimisation is unreliable: eigenvector following
  /// prints "GEOMETRY OPTIMISED" when its steps have become too short to continue, and L-BFGS "HERBERTS TEST WAS
  /// SATISFIED" when the heat of formation no longer falls.
  ///
  /// - Returns: A note if the optimiser's last step met the limit but the geometry that MOPAC gives, the lowest of all
  ///   steps, does not. The surface of the COSMO model is not smooth, so the gradient can differ strongly between the
  ///   two.
  private func gradientNotes(_ document: MOPACDocument, at geometry: Geometry) throws(CalculationFailure) -> [String] {
    guard let limit = settings.greatestGradient else { return [] }
    guard let norm = document.number("GRADIENT_NORM") else {
      throw failure(.convergence, "MOPAC gives no norm of the gradient, or one that is not a number.")
    }
    // MOPAC recalculates the gradient at the end, so its last digits may differ from those of the gradient that met the
    // limit.
    if norm <= 1.01 * limit { return [] }
    let found = "\((norm * 1000).rounded() / 1000) kcal/mol/Å"
    if let last = document.number("GRADIENT_UPDATED"), last <= limit,
      let step = document.number("HEAT_OF_FORM_UPDATED"),
      let heat = document.number("HEAT_OF_FORMATION"), abs(step - heat) < Self.noise
    {
      return [
        "The norm of the gradient is \(found): the optimiser met its limit of \(limit), and MOPAC then gave a geometry "
          + "\((abs(step - heat) * 1000).rounded() / 1000) kcal/mol lower."
      ]
    }
    throw CalculationFailure(
      .convergence, Self.steepGradient, evidence: "The norm of the gradient is \(found), the limit \(limit).",
      restart: geometry)
  }

  // MARK: What it describes

  private func requireWhatWasAsked(_ document: MOPACDocument, from start: Geometry) throws(CalculationFailure) {
    guard document.text("METHOD") == settings.method.rawValue else {
      throw failure(
        .input, "MOPAC ran \(document.text("METHOD") ?? "an unknown method"), not \(settings.method.rawValue).")
    }
    let asked = request.files.first?.contents.split(whereSeparator: \.isNewline).first.map(String.init)
    guard document.text("KEYWORDS") == asked else {
      throw failure(.input, "MOPAC understood other keywords: \(document.text("KEYWORDS") ?? "none").")
    }
    guard document.words("ATOM_EL") == start.elements else {
      throw failure(.input, "MOPAC read other atoms than it was given.")
    }
    guard let read = document.numbers("ATOM_X"), read.count == start.coordinates.count,
      zip(read, start.coordinates).allSatisfy({ abs($0 - $1) < 1e-3 })
    else { throw failure(.input, "MOPAC read another geometry than it was given.") }
  }

  private func requireElectrons(
    _ document: MOPACDocument, orbitals: MOPACOrbitals, _ state: ElectronicState
  ) throws(CalculationFailure) {
    guard let cores = document.numbers("ATOM_CORE"), let charges = document.numbers("ATOM_CHARGES") else {
      throw failure(.unknown, "MOPAC gives no charges of its atoms.")
    }
    let expected = cores.reduce(-Double(state.charge), +)
    guard abs(orbitals.electrons - expected) < 1e-3,
      abs(orbitals.unpaired - Double(state.unpaired)) < 1e-3
    else {
      throw failure(
        .input,
        "MOPAC's orbitals hold \(orbitals.electrons) electrons, \(orbitals.unpaired) of them unpaired; the molecule has "
          + "\(expected), \(state.unpaired) of them unpaired.")
    }
    guard charges.count == cores.count, abs(charges.reduce(0, +) - Double(state.charge)) < 1e-2 else {
      throw failure(.input, "MOPAC's charges sum to \(charges.reduce(0, +)), not \(state.charge).")
    }
  }

  /// A note if a radical's unrestricted wave function is contaminated by other spin states more than usual.
  private func spinContamination(_ document: MOPACDocument, unpaired: Int) -> [String] {
    let spin = Double(unpaired) / 2
    let expected = spin * (spin + 1)
    guard unpaired > 0, let found = document.number("TOTAL_SPIN"), found - expected > 0.1 else { return [] }
    let rounded = (found * 1000).rounded() / 1000
    return ["The unrestricted wave function is contaminated by other spin states: ⟨S²⟩ is \(rounded), not \(expected)."]
  }

  private func finalGeometry(_ document: MOPACDocument, from start: Geometry) throws(CalculationFailure) -> Geometry {
    if settings.optimisation == .none { return start }
    do {
      return try Geometry(
        elements: start.elements, coordinates: document.numbers("ATOM_X_OPT") ?? [], bonds: start.bonds)
    } catch {
      throw failure(.unknown, "MOPAC's optimised geometry cannot be read. \(error)")
    }
  }

  /// MOPAC's bond orders, which are Wiberg's for a closed shell: the lower triangle, with valencies on the diagonal.
  private func bondOrders(_ document: MOPACDocument, atoms: Int) throws(CalculationFailure) -> [AtomPair: Double] {
    guard let triangle = document.numbers("BOND_ORDERS"), triangle.count == atoms * (atoms + 1) / 2 else {
      throw failure(.unknown, "MOPAC's bond orders cannot be read.")
    }
    var orders: [AtomPair: Double] = [:]
    for second in 0..<atoms {
      for first in 0..<second { orders[AtomPair(first, second)] = triangle[second * (second + 1) / 2 + first] }
    }
    return orders
  }

  private func values(
    _ document: MOPACDocument, orbitals: MOPACOrbitals, atoms: Int
  ) throws(CalculationFailure) -> [String: Double] {
    guard let heat = document.number("HEAT_OF_FORMATION") else {
      throw failure(.convergence, "MOPAC gives no heat of formation, or one that is not a number.")
    }
    // MOPAC prints no dipole for a single atom, which has none.
    guard let dipole = document.number("DIPOLE") ?? (atoms == 1 ? 0 : nil) else {
      throw failure(.unknown, "MOPAC gives no dipole moment, or one that is not a number.")
    }
    guard let homo = orbitals.homo, let lumo = orbitals.lumo else {
      throw failure(.input, "The method's minimal basis leaves no orbital empty here, or fills none.")
    }
    guard homo < lumo else {
      throw failure(.convergence, "An orbital that is occupied (\(homo) eV) lies above one that is not (\(lumo) eV).")
    }
    // The gap of helium is 25 eV, and no molecule has a larger one. A larger value involves a polarisation function: in
    // a halide ion, whose valence orbitals are all full, or in a noble gas.
    guard lumo - homo < 30 else {
      let (place, distance) = ((lumo * 10).rounded() / 10, ((lumo - homo) * 10).rounded() / 10)
      throw failure(
        .input,
        "The method's minimal basis has no empty valence orbital here: its next one, at \(place) eV, is \(distance) eV above "
          + "the highest occupied one.")
    }
    return [
      Property.heatOfFormation.name: heat, Property.gap.name: lumo - homo, Property.homo.name: homo,
      Property.lumo.name: lumo, Property.dipole.name: dipole,
    ]
  }

  private func failure(_ failureClass: FailureClass, _ message: String) -> CalculationFailure {
    let end = log.suffix(1000).split(whereSeparator: \.isNewline).suffix(8).joined(separator: "\n")
    let words = [output.lastLines(), end].filter { !$0.isEmpty }.joined(separator: "\n---\n")
    return CalculationFailure(failureClass, message, evidence: words)
  }
}
