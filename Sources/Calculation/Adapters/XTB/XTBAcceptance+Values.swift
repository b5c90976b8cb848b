import Chemistry
import Foundation
import Glibc

/// The numbers of an accepted run, each from the place where xtb writes the right one.
extension XTBAcceptance {
  // MARK: Orbitals, dipole and energy

  func orbitalValues(
    of document: XTBDocument, charge: Int, from start: Geometry
  ) throws(CalculationFailure) -> [Property: Double] {
    guard
      let orbitals = FrontierOrbitals(
        energies: document.orbitalEnergies, electrons: document.electronCount,
        unpaired: document.unpairedElectronCount)
    else {
      throw failure(
        .input,
        document.electronCount == 0
          ? "There are no valence electrons here, so the method has no orbitals."
          : "The method's minimal basis has no unoccupied orbital for this molecule.")
    }
    let (homo, lumo) = (orbitals.homo, orbitals.lumo)
    guard document.gap >= 0, abs(document.gap - (lumo - homo)) < 1e-3 else {
      throw failure(.unknown, "xtb's gap of \(document.gap) eV is not the distance of its orbitals.")
    }
    var values: [Property: Double] = [
      .energy: document.totalEnergy, .gap: document.gap, .homo: homo, .lumo: lumo,
      .dipole: try dipole(charge: charge, start: start),
    ]
    if settings.method == .gfn2 {
      guard let polarizability = log.polarizability else { throw failure(.unknown, "xtb printed no polarizability.") }
      values[.polarizability] = polarizability
    }
    return values
  }

  /// In debye. The log is read because the document has the dipole of the geometry before the optimisation. An ion's
  /// dipole depends on the reference point: it is moved from the arbitrary origin to the centre of mass.
  private func dipole(charge: Int, start: Geometry) throws(CalculationFailure) -> Double {
    guard let dipole = log.dipole else { throw failure(.unknown, "xtb printed no dipole moment.") }
    if charge == 0 { return dipole.magnitude }
    // xtb prints no centre of mass after a single point, which does not move the atoms.
    let computed = Elements.centreOfMass(of: start.elements, at: start.coordinates)
    guard let centre = log.centreOfMass ?? computed, dipole.vector.count == 3 else {
      throw failure(.unknown, "The centre of mass, which an ion's dipole moment needs, cannot be determined.")
    }
    return DipoleMoment(vector: dipole.vector).magnitude(charge: charge, centreOfMass: centre)
  }

  // MARK: The force field

  /// The total energy of the force field, and its electrostatic charges.
  func forceField(
    charge: Int, atoms: Int
  ) throws(CalculationFailure) -> ([Property: Double], [String: [Double]]) {
    guard log.isForceField else { throw failure(.input, "xtb did not run GFN-FF.") }
    guard let energy = log.totalEnergy else { throw failure(.unknown, "xtb printed no total energy.") }
    guard let text = output.files[XTBFile.forceFieldCharges] else { throw failure(.unknown, "xtb wrote no charges.") }
    if text.isEmpty { throw failure(.random, "xtb wrote an empty file of charges: the disk may be full.") }
    let charges = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard charges.count == atoms, abs(charges.reduce(0, +) - Double(charge)) < 1e-3 else {
      throw failure(.input, "xtb's \(charges.count) charges sum to \(charges.reduce(0, +)), not \(charge).")
    }
    return ([.energy: energy], ["charge": charges])
  }

  /// Wiberg bond orders by pair of atoms.
  func bondOrders() throws(CalculationFailure) -> [AtomPair: Double] {
    guard let text = output.files[XTBFile.bondOrders] else { throw failure(.unknown, "xtb wrote no bond orders.") }
    var orders: [AtomPair: Double] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: " ")
      guard fields.count == 3, let first = Int(fields[0]), let second = Int(fields[1]), let order = Double(fields[2]),
        first > 0, second > 0, order.isFinite
      else { throw CalculationFailure(.unknown, "xtb's bond orders cannot be read.", evidence: String(line)) }
      orders[AtomPair(first - 1, second - 1)] = order
    }
    return orders
  }

  /// The neighbours in the force field's topology, as bonds of order 1. The last number of an atom's list is the number
  /// of its neighbours.
  func neighbours() throws(CalculationFailure) -> [AtomPair: Double] {
    struct Lists: Decodable {
      let nb: [[Int]]
    }
    guard let text = output.files[XTBFile.forceFieldLists] else {
      throw failure(.unknown, "xtb wrote no neighbours of the atoms.")
    }
    if text.isEmpty { throw failure(.random, "xtb wrote an empty list of neighbours: the disk may be full.") }
    guard let lists = try? JSONDecoder().decode(Lists.self, from: Data(text.utf8)) else {
      throw CalculationFailure(
        .unknown, "xtb's neighbours of the atoms cannot be read.", evidence: String(text.suffix(200)))
    }
    var orders: [AtomPair: Double] = [:]
    for (atom, list) in lists.nb.enumerated() {
      guard let count = list.last, (0..<list.count).contains(count), list.prefix(count).allSatisfy({ $0 > 0 }) else {
        throw failure(.unknown, "xtb's neighbours of atom \(atom + 1) cannot be read.")
      }
      for other in list.prefix(count) { orders[AtomPair(atom, other - 1)] = 1 }
    }
    return orders
  }

  // MARK: Runs for properties

  /// Energies in eV, and potentials in volt. Only the log is read, because xtb's document describes the ion.
  func ionisation() throws(CalculationFailure) -> [Property: Double] {
    // Without the parameters of IPEA-xTB the shift that xtb subtracts is wrong.
    guard log.reference == "10.1039/c7sc00601b" else {
      throw failure(.input, "xtb did not use the parameters of IPEA-xTB but those of \(log.reference ?? "no paper").")
    }
    guard let ip = log.ionisationPotential, let ea = log.electronAffinity else {
      throw failure(.unknown, "xtb printed no ionisation potential, or no electron affinity.")
    }
    guard ip > ea else {
      throw failure(.unknown, "xtb's ionisation potential of \(ip) eV is not above the electron affinity of \(ea) eV.")
    }
    var values: [Property: Double] = [
      .ionisationPotential: ip, .electronAffinity: ea, .fundamentalGap: ip - ea, .electronegativity: (ip + ea) / 2,
      .hardness: (ip - ea) / 2, .electrophilicity: (ip + ea) * (ip + ea) / (8 * (ip - ea)),
    ]
    if settings.solvent == .water {
      values[.oxidationPotential] = ip - XTBProperties.hydrogenElectrode
      values[.reductionPotential] = ea - XTBProperties.hydrogenElectrode
    }
    return values
  }

  /// Energies in hartree. Vibrations down to −20 cm⁻¹ are numerical noise; with lower ones the geometry is not a
  /// minimum.
  func thermodynamics(_ document: XTBDocument) throws(CalculationFailure) -> [Property: Double] {
    guard let frequencies = document.vibrationalFrequencies, let lowest = frequencies.min() else {
      throw failure(.unknown, "xtb wrote no vibrational frequencies.")
    }
    if lowest < -20 {
      let imaginary = frequencies.filter { $0 < -20 }.map { "\($0) cm⁻¹" }.joined(separator: ", ")
      throw CalculationFailure(.convergence, Self.saddlePoint, evidence: imaginary, restart: displaced)
    }
    guard let free = log.freeEnergy, let enthalpy = log.enthalpy, let zeroPoint = log.zeroPointEnergy else {
      throw failure(.unknown, "xtb printed no free energy, enthalpy or zero-point energy.")
    }
    return [
      .energy: document.totalEnergy, .freeEnergy: free + symmetryCorrection, .enthalpy: enthalpy,
      .zeroPointEnergy: zeroPoint,
    ]
  }

  /// The geometry that xtb displaced along its imaginary vibrations; nil if it wrote none for these atoms.
  private var displaced: Geometry? {
    guard let start = request.geometry, let text = output.files[XTBFile.displaced],
      let geometry = try? Geometry(xyz: text, bonds: start.bonds), geometry.elements == start.elements,
      zip(geometry.coordinates, start.coordinates).allSatisfy({ abs($0 - $1) < 1 }),
      geometry.coordinates != start.coordinates
    else { return nil }
    return geometry
  }

  /// RT ln σ for the rotational symmetry number σ = 2 of a linear molecule that looks the same from both ends, in
  /// hartree at 298.15 K: xtb's search for the point group was switched off (``XTBRun/control(for:)``).
  private var symmetryCorrection: Double {
    guard let geometry = request.geometry, geometry.isLinear(within: XTBRun.linear), geometry.isSameFromBothEnds else {
      return 0
    }
    let gasConstant = 3.166_811_563e-6  // Eh/K: Boltzmann's constant over the hartree (CODATA 2018)
    return gasConstant * 298.15 * M_LN2
  }
}
