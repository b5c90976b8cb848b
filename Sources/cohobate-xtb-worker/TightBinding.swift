import CXTB
import Calculation
import Glibc

/// The result of a single point by libxtb, in atomic units.
struct SinglePoint {
  /// In hartree.
  let energy: Double
  /// Relative to the origin of the coordinates.
  let dipole: DipoleMoment
  /// The norm of the gradient, in Eh/bohr.
  let gradientNorm: Double
  /// In elementary charges; empty for a force field.
  let partialCharges: [Double]
  /// In hartree, ascending; empty for a force field.
  let orbitalEnergies: [Double]
  /// From 0 to 2.
  let occupations: [Double]
}

/// The structure that libxtb calculates.
struct Structure {
  /// By atom; at least one.
  let atomicNumbers: [Int32]
  /// x, y and z by atom, in bohr.
  let positions: [Double]
  let charge: Int
  let unpairedElectrons: Int32
}

/// libxtb, with the settings of the command line. Each question gets its own objects, which are freed after it.
struct TightBinding {
  let method: LibXTBSettings.Method
  let solvent: String?

  /// Calculates a single point.
  /// - Throws: The error stack of libxtb. libxtb may end the process instead.
  func singlePoint(of structure: Structure) throws(LibraryError) -> SinglePoint {
    var environment = unsafe xtb_newEnvironment()
    var molecule: xtb_TMolecule?
    var calculator = unsafe xtb_newCalculator()
    var results = unsafe xtb_newResults()
    defer {
      unsafe xtb_delResults(&results)
      unsafe xtb_delCalculator(&calculator)
      unsafe xtb_delMolecule(&molecule)
      unsafe xtb_delEnvironment(&environment)
    }
    func check() throws(LibraryError) {
      guard unsafe xtb_checkEnvironment(environment) != 0 else { return }
      throw unsafe LibraryError(of: environment)
    }
    unsafe xtb_setVerbosity(environment, XTB_VERBOSITY_MUTED)
    var count = Int32(structure.atomicNumbers.count)
    var charge = Double(structure.charge)
    var unpaired = structure.unpairedElectrons
    unsafe molecule = xtb_newMolecule(
      environment, &count, structure.atomicNumbers, structure.positions, &charge, &unpaired, nil, nil)
    // After an error the next call may crash.
    try check()
    switch method {
    case .gfn1: unsafe xtb_loadGFN1xTB(environment, molecule, calculator, nil)
    case .gfn2: unsafe xtb_loadGFN2xTB(environment, molecule, calculator, nil)
    case .gfnff: unsafe xtb_loadGFNFF(environment, molecule, calculator, nil)
    }
    try check()
    if let solvent {
      unsafe solvent.withCString { name in
        unsafe xtb_setSolvent(environment, calculator, UnsafeMutablePointer(mutating: name), nil, nil, nil)
      }
      try check()
    }
    unsafe xtb_singlepoint(environment, molecule, calculator, results)
    try check()

    var energy = 0.0
    unsafe xtb_getEnergy(environment, results, &energy)
    var dipole = [0.0, 0, 0]
    unsafe xtb_getDipole(environment, results, &dipole)
    var gradient = [Double](repeating: 0, count: structure.positions.count)
    unsafe xtb_getGradient(environment, results, &gradient)
    var (charges, energies, occupations): ([Double], [Double], [Double]) = ([], [], [])
    if method != .gfnff {
      var orbitals: Int32 = 0
      unsafe xtb_getNao(environment, results, &orbitals)
      charges = [Double](repeating: 0, count: structure.atomicNumbers.count)
      energies = [Double](repeating: 0, count: Int(orbitals))
      occupations = energies
      unsafe xtb_getCharges(environment, results, &charges)
      unsafe xtb_getOrbitalEigenvalues(environment, results, &energies)
      unsafe xtb_getOrbitalOccupations(environment, results, &occupations)
    }
    try check()
    return SinglePoint(
      energy: energy, dipole: DipoleMoment(vector: dipole),
      gradientNorm: gradient.reduce(0) { $0 + $1 * $1 }.squareRoot(), partialCharges: charges,
      orbitalEnergies: energies, occupations: occupations)
  }
}

/// The error stack of libxtb.
struct LibraryError: Error {
  /// The lines of the stack, outermost first; the last is the root cause.
  let stack: [String]

  init(stack: [String]) {
    self.stack = stack
  }

  /// Takes the stack from an environment and empties it there.
  init(of environment: xtb_TEnvironment?) {
    var buffer = [CChar](repeating: 0, count: 4096)
    var size = Int32(buffer.count)
    unsafe xtb_getError(environment, &buffer, &size)
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    self.init(stack: String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init))
  }
}
