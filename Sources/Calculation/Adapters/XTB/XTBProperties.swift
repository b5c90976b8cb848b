/// The properties that xtb gives, by the run that gives them, and where their values come from.
enum XTBProperties {
  /// What comes with every calculation by a method.
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

  /// What a run for properties gives.
  static func of(_ run: XTBRun, inSolvent: Bool) -> [Property] {
    switch run {
    case .ionise: ionisation + (inSolvent ? redox : [])
    case .vibrate: thermodynamics
    case .fukui: reactivity
    case .preoptimise, .optimise, .calculate: []
    }
  }

  /// The run that gives a property which has to be asked for.
  static func run(for name: String) -> XTBRun? {
    XTBRun.forProperties.first { run in of(run, inSolvent: true).contains { $0.name == name } }
  }

  /// All names that can be asked for.
  static let askable: [String] = XTBRun.forProperties.flatMap { of($0, inSolvent: true).map(\.name) }

  private static let ionisation: [Property] = [
    .ionisationPotential.from("IPEA-xTB (xtb --vipea), DOI 10.1039/c7sc00601b"),
    .electronAffinity.from("IPEA-xTB (xtb --vipea), DOI 10.1039/c7sc00601b"),
    .fundamentalGap.from("ip − ea"),
    .electronegativity.from("(ip + ea) / 2, Mulliken; Parr and Pearson, DOI 10.1021/ja00364a005"),
    .hardness.from("(ip − ea) / 2; Parr and Pearson, DOI 10.1021/ja00364a005"),
    .electrophilicity.from("(ip + ea)² / (8 (ip − ea)); Parr, Szentpály and Liu, DOI 10.1021/ja983494x"),
  ]

  private static let redox: [Property] = [
    .oxidationPotential.from("ip / e − 4.28 V, absolute potential of the electrode by DOI 10.1021/jp063552y"),
    .reductionPotential.from("ea / e − 4.28 V, absolute potential of the electrode by DOI 10.1021/jp063552y"),
  ]

  /// The absolute potential of the standard hydrogen electrode in water, in volt: C. P. Kelly, C. J. Cramer, D. G. Truhlar,
  /// J. Phys. Chem. B 2006, 110, 16066, DOI 10.1021/jp063552y.
  static let hydrogenElectrode = 4.28

  private static let thermodynamics: [Property] = [
    .freeEnergy.from("xtb --hess at 298.15 K, rigid rotor and harmonic oscillator, modified below 50 cm⁻¹"),
    .enthalpy.from("xtb --hess at 298.15 K, rigid rotor and harmonic oscillator"),
    .zeroPointEnergy.from("xtb --hess, half the sum of the vibrational frequencies"),
  ]

  private static let reactivity: [Property] = [
    .fukuiPlus.from("xtb --vfukui; Yang and Mortier, DOI 10.1021/ja00279a008"),
    .fukuiMinus.from("xtb --vfukui; Yang and Mortier, DOI 10.1021/ja00279a008"),
    .fukuiZero.from("xtb --vfukui; Yang and Mortier, DOI 10.1021/ja00279a008"),
  ]
}
