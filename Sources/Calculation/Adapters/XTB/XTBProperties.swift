/// The properties that xtb gives, the run that gives each, and the source of its values.
enum XTBProperties {
  /// The properties that every calculation by a method gives.
  static func free(with method: XTBSettings.Method) -> [Property] {
    let orbitals: [Property] = [
      .gap.from("xtbout.json, the distance of the two orbital energies"), .homo.from("xtbout.json, orbital energies"),
      .lumo.from("xtbout.json, orbital energies"),
      .dipole.from("xtb's log, of the final geometry; an ion's is moved to the centre of mass"),
    ]
    let polarizability = Property.polarizability.from(
      "xtb's log, from the atomic polarizabilities of D4 dispersion, DOI 10.1063/1.5090222")
    switch method {
    case .gfnff: return [.energy.from("xtb's log, of the force field")]
    case .gfn1: return orbitals + [.energy.from("xtbout.json")]
    case .gfn2: return orbitals + [polarizability, .energy.from("xtbout.json")]
    }
  }

  /// The properties that a property run gives. Redox potentials are given only in water: the reference electrode is in
  /// water, and its absolute potential differs in another solvent.
  static func of(_ run: XTBRun, in solvent: XTBSolvation.Solvent?) -> [Property] {
    switch run {
    case .ionise: ionisation + (solvent == .water ? redox : [])
    case .vibrate: thermodynamics
    case .attach, .detach: reactivity
    case .preoptimise, .optimise, .calculate: []
    }
  }

  /// The properties of several property runs together, each once.
  static func of(_ runs: [XTBRun], in solvent: XTBSolvation.Solvent?) -> [Property] {
    var properties: [Property] = []
    for property in runs.flatMap({ of($0, in: solvent) }) where !properties.contains(property) {
      properties.append(property)
    }
    return properties
  }

  /// The runs that together give a property that must be requested; empty for other names.
  static func runs(for name: String) -> [XTBRun] {
    XTBRun.forProperties.filter { run in of(run, in: .water).contains { $0.name == name } }
  }

  /// All names that can be requested.
  static let askable: [String] = of(XTBRun.forProperties, in: .water).map(\.name)

  private static let ionisation: [Property] = [
    .ionisationPotential.from("IPEA-xTB (xtb --vipea), DOI 10.1039/c7sc00601b"),
    .electronAffinity.from("IPEA-xTB (xtb --vipea), DOI 10.1039/c7sc00601b"),
    .fundamentalGap.from("ip − ea"),
    .electronegativity.from("(ip + ea) / 2, Mulliken; Parr and Pearson, DOI 10.1021/ja00364a005"),
    .hardness.from("(ip − ea) / 2; Parr and Pearson, DOI 10.1021/ja00364a005"),
    .electrophilicity.from("(ip + ea)² / (8 (ip − ea)); Parr, Szentpály and Liu, DOI 10.1021/ja983494x"),
  ]

  private static let redox: [Property] = [
    .oxidationPotential.from(
      "ip / e − 4.28 V, the electrode's absolute potential in water; Kelly, Cramer and Truhlar, DOI 10.1021/jp063552y"),
    .reductionPotential.from(
      "ea / e − 4.28 V, the electrode's absolute potential in water; Kelly, Cramer and Truhlar, DOI 10.1021/jp063552y"),
  ]

  /// The absolute potential of the standard hydrogen electrode in water, in volt. It follows from the proton's free energy of
  /// solvation, −265.9 kcal/mol: C. P. Kelly, C. J. Cramer, D. G. Truhlar, J. Phys. Chem. B 2006, 110, 16066,
  /// DOI 10.1021/jp063552y.
  static let hydrogenElectrode = 4.28

  private static let thermodynamics: [Property] = [
    .freeEnergy.from("xtb --hess at 298.15 K, rigid rotor and harmonic oscillator, modified below 50 cm⁻¹"),
    .enthalpy.from("xtb --hess at 298.15 K, rigid rotor and harmonic oscillator"),
    .zeroPointEnergy.from("xtb --hess, half the sum of the vibrational frequencies"),
  ]

  private static let reactivity: [Property] = [
    .fukuiPlus.from("charges q(N) − q(N + 1) of N electrons; Yang and Mortier, DOI 10.1021/ja00279a008"),
    .fukuiMinus.from("charges q(N − 1) − q(N) of N electrons; Yang and Mortier, DOI 10.1021/ja00279a008"),
    .fukuiZero.from("(fukui_plus + fukui_minus) / 2; Yang and Mortier, DOI 10.1021/ja00279a008"),
  ]
}
