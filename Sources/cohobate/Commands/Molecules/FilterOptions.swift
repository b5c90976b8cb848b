import ArgumentParser
import Foundation
import Workbench

/// The criteria for molecules.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .customLong("campaign"),
    help: "A campaign file whose section 'molecules' applies; the options below are added to it.",
    completion: .file(extensions: ["yaml", "yml"]))
  var campaignFile: String?

  @Option(help: "The elements that may occur, separated by commas; name H as well.")
  var elements: String?

  @Option(
    parsing: .unconditional, help: "Atoms other than hydrogen, as 6..16, ..16, 6.. or 6; all bounds have this form.")
  var heavyAtoms: String?

  @Option(parsing: .unconditional, help: "Molecular weight in g/mol.")
  var molecularWeight: String?

  @Option(
    parsing: .unconditional, help: "Sum of the formal charges, as -1..1 or -1. Without it only neutral molecules pass.")
  var charge: String?

  @Option(parsing: .unconditional, help: "Rings.")
  var rings: String?

  @Option(parsing: .unconditional, help: "Aromatic rings.")
  var aromaticRings: String?

  @Option(parsing: .unconditional, help: "Atoms in each ring.")
  var ringSizes: String?

  @Option(name: .customLong("fraction-sp3"), parsing: .unconditional, help: "The share of sp3 among the carbon atoms.")
  var fractionSP3: String?

  @Option(parsing: .unconditional, help: "Tetrahedral stereocentres, stated or not.")
  var stereocentres: String?

  @Option(parsing: .unconditional, help: "Stereocentres whose configuration is not stated.")
  var unspecifiedStereocentres: String?

  @Option(parsing: .unconditional, help: "Double bonds whose E or Z configuration is not stated.")
  var unspecifiedDoubleBonds: String?

  @Option(parsing: .unconditional, help: "Hydrogen-bond donors.")
  var hBondDonors: String?

  @Option(parsing: .unconditional, help: "Hydrogen-bond acceptors.")
  var hBondAcceptors: String?

  @Option(parsing: .unconditional, help: "Rotatable bonds.")
  var rotatableBonds: String?

  @Option(parsing: .unconditional, help: "Topological polar surface area in Å².")
  var tpsa: String?

  @Option(parsing: .unconditional, help: "Crippen's octanol-water partition coefficient, log10, as -0.4..5.")
  var logp: String?

  @Option(parsing: .unconditional, help: "Ertl and Schuffenhauer's synthetic accessibility, from 1, easy, to 10.")
  var saScore: String?

  @Flag(help: "Let radicals pass.")
  var radicals = false

  @Option(name: .customLong("require"), parsing: .singleValue, help: "SMARTS that must occur. May be repeated.")
  var required: [String] = []

  @Option(name: .customLong("forbid"), parsing: .singleValue, help: "SMARTS that may not occur. May be repeated.")
  var forbidden: [String] = []

  @Option(
    parsing: .singleValue,
    help:
      "A structure to keep (SMILES or SMARTS), with '*' where it may be substituted. If there are several, one must be kept."
  )
  var scaffold: [String] = []

  @Option(
    name: .customLong("catalogue"), parsing: .singleValue,
    help: "Alerts of which none may match: PAINS, PAINS_A, PAINS_B, PAINS_C, BRENK, NIH or ZINC. May be repeated.")
  var catalogues: [String] = []

  @Option(
    name: .customLong("polymerization"), parsing: .singleValue,
    help: """
      A polymerisation by which a repeat unit can be made: vinyl, diene, alkyne, ring-opening, metathesis, condensation or \
      coupling. If there are several, one must do.
      """)
  var polymerisations: [String] = []

  @Option(
    name: .customLong("novel"), parsing: .singleValue,
    help: "A .smi, .csv or .sdf file with molecules to exclude. May be repeated.", completion: .file())
  var known: [String] = []

  @Option(
    name: .customLong("diverse"),
    parsing: .unconditional,
    help: """
      The least Tanimoto distance (Morgan, radius 2) between any two that pass, from 0 to 1; of two nearer ones the \
      first is kept.
      """)
  var minimumDistance: Double?

  func validate() throws {
    try requireName(campaignFile, of: "--campaign")
    for file in known { try requireName(file, of: "--novel") }
    if elements != nil, symbols.isEmpty { throw ValidationError("--elements names none; leave it out for all.") }
    if let minimumDistance, !(0...1).contains(minimumDistance) {
      throw ValidationError("--diverse is \(minimumDistance); it must be from 0 to 1.")
    }
  }

  private var symbols: [String] {
    (elements ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// The criteria.
  var criteria: FilterCriteria {
    var criteria = FilterCriteria(campaign: campaignFile)
    criteria.elements = symbols
    criteria.limits = [
      "heavy_atoms": heavyAtoms, "molecular_weight": molecularWeight, "charge": charge, "rings": rings,
      "aromatic_rings": aromaticRings, "fraction_sp3": fractionSP3, "stereocentres": stereocentres,
      "unspecified_stereocentres": unspecifiedStereocentres,
      "unspecified_double_bonds": unspecifiedDoubleBonds, "h_bond_donors": hBondDonors,
      "h_bond_acceptors": hBondAcceptors, "rotatable_bonds": rotatableBonds, "tpsa": tpsa, "logp": logp,
      "sa_score": saScore,
    ].compactMapValues(\.self)
    criteria.ringSizes = ringSizes
    criteria.allowsRadicals = radicals
    criteria.required = required
    criteria.forbidden = forbidden
    criteria.scaffolds = scaffold
    criteria.catalogues = catalogues
    criteria.polymerisations = polymerisations
    criteria.known = known
    criteria.minimumDistance = minimumDistance
    return criteria
  }
}
