import Acquisition
import Chemistry
public import Files
import MolecularDesign

/// The commented campaign file that a user starts from.
public enum CampaignTemplate {
  /// Writes `NAME.yaml`; `name` may be a path. Returns the path of the file.
  public static func write(name: String, overwriting: Bool) throws(CampaignError) -> String {
    let path = name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? name : name + ".yaml"
    let stem = path.nameOfPath.withoutPathExtension
    let text = text(name: stem)
    do {
      _ = try Specification(file: path, text: text)
    } catch {
      throw CampaignError(.input, "'\(stem)' cannot be a campaign's name. \(error.message)")
    }
    try CampaignError.writeNew(text, to: path, overwriting: overwriting)
    return path
  }

  /// The text of the file for a campaign of this name.
  public static func text(name: String) -> String {
    """
    # A campaign: what is wanted, what may be proposed, what calculates, and how much.
    # Keys that are commented out show their defaults, or say what holds without them.
    name: \(name)
    seed: 1                      # all randomness comes from this number

    # What is wanted: a list. Each has a property or an expression, and a window, a goal or a value to be near.
    # xtb gives: gap, homo, lumo (eV), dipole (D), polarizability (a.u.), energy (Eh);
    # at the price of a run more: ip, ea, fundamental_gap, electronegativity, hardness, electrophilicity (eV);
    # oxidation_potential, reduction_potential (V, in water); free_energy, enthalpy, zero_point_energy (Eh);
    # fukui_plus, fukui_minus, fukui_zero (e)
    objectives:
      - property: gap
        window: [1.0, 1.6]       # null for an open end: [null, 1.6]
    # - property: dipole
    #   goal: maximize           # or minimize
    #   reference: 0             # with several goals the worst value of interest; without it the worst one known at first
    # - expression: (homo + lumo) / 2
    #   near: -4.5               # a value to be near, and how near
    #   tolerance: 0.2

    # Which molecules may be proposed.
    molecules:
    # kind: molecule             # or repeat-unit: polymers, calculated by the chains of 'oligomer' below; or composition:
    #                            # inorganic formulas, of which other keys are read
      elements: [H, C, N, O, F, S, Cl]
      heavy_atoms: [6, 22]
    # molecular_weight: [0, 400] # g/mol; without it any weight
    # logp: [null, 5]            # likewise rings, aromatic_rings, tpsa (Å²), h_bond_donors, h_bond_acceptors,
    #                            # rotatable_bonds, stereocentres, unspecified_stereocentres,
    #                            # unspecified_double_bonds, fraction_sp3, charge
    # sa_score: [1, 4]           # synthetic accessibility, from 1, easy, to 10
    # charged: false
    # radicals: false
    # maximum_ring_size: 8       # without it any size; likewise minimum_ring_size
    # ring_sizes: [5, 6]         # without it all
    # scaffold: "*c1ccccc1*"     # to be kept, and substituted at '*' only
    # required: []               # SMARTS that every molecule must match
    # forbidden: []              # SMARTS that none may match
    # polymerization: [vinyl]    # of repeat units, without it any: \(polymerisations)
    # alerts: []                 # PAINS, PAINS_A, PAINS_B, PAINS_C, BRENK, NIH, ZINC
    # known: known.smi           # molecules that are not to be proposed: .smi, .csv or .sdf
    # minimum_distance: 0.4      # Tanimoto distance from all that is chosen

    # What calculates. 'program: table' with 'file: values.csv' reads known values instead.
    calculator:
      program: xtb
    # protocol: standard         # or quick, thorough: other defaults of the keys below
    # method: GFN2               # or GFN1, GFN-FF
    # optimization: normal       # none, crude, sloppy, loose, lax, normal, tight, verytight, extreme
    # preoptimization: none      # or GFN-FF
    # conformers: 8              # each is optimised; the lowest-energy one is used
    # time_limit: 300            # seconds for each run of xtb
    # solvent: water             # without it the gas phase
    # solvation: ALPB            # the solvent's model; or GBSA
    # properties: [ip]           # more properties than the objectives name, from further runs
    # charge: 1                  # of every molecule; without it that of its SMILES
    # unpaired: 2                # electrons of every molecule; without it the fewest possible
    # oligomer: {units: [2, 4, 6], ends: H, tacticity: unspecified} # of repeat units, the chains
    # executable: xtb            # the program: a name in PATH, or an absolute path

    # A cheap calculator that sees candidates before the batch is chosen, and a better one by which hits are calculated again
    # before they count; each has the keys of a calculator. Without them there is none.
    # screen: {program: libxtb, molecules: 50}
    # confirm: {program: xtb, optimization: tight, conformers: 20}

    # The molecules that the language model learns from: built-in, or a .smi, .csv or .sdf file beside this one;
    # {file: mine.csv, column: structure} names the column with the SMILES.
    # corpus: built-in
    # To choose from a list and invent nothing, name the list here instead.
    # pool: pool.smi             # likewise .csv or .sdf, or compressed: .smi.gz, .csv.gz; of a vendor's list
    #                            # {file: list.csv, column: structure, salts: strip} takes the organic part of each salt

    # policy: surrogate          # or random: propose from the language model and learn nothing
    # acquisition: log-window    # or \(functionsWithoutOptions), or with an option
    #                            # {function: upper-confidence-bound, beta: 2}

    # How the values of molecules are predicted, and which models of related properties help (transfer).
    # surrogate:
    #   model: automatic         # standard, detailed, fingerprints (the fastest), or a list of kernels
    #   library: built-in        # source models to borrow from: those that come with Cohobate, none, or a file
    #   sources: [gap, homo]     # only models of these properties; without it all

    # How the language model learns, and how molecules are sought with it. Beside 'pool' only new_molecules and
    # candidates have an effect, unless new_molecules is true.
    # design:
    #   mode: sample             # or search: moves edit molecules to find the best to calculate
    #   widen: 0                 # how often windows may be widened where nothing is likely to meet them
    #   order: 10                # tokens that the language model looks back on
    #   particles: 400           # molecules that are changed side by side
    #   steps: 10                # from the language model to the target
    #   sweeps: 1                # changes of each molecule in each step
    #   longest_deletion: 20     # tokens that a change replaces at most
    #   new_molecules: true      # false, the default beside 'pool': only the pool, or else the corpus
    #   candidates: 500          # the best by the acquisition function, which chooses among them

    budget:
      calculations: 80           # molecules in all; everything but name and seed may change between runs
    # initial: 16                # drawn at random before there is anything to learn from
    # batch: 8                   # molecules in each iteration
    # ahead: 0                   # design the next batch when this many calculations are unfinished, without their outcomes
    # hits: 20                   # stop with this many; without it run to the end of the budget
    # until: gain < 0.1          # stop before a batch that is expected to give fewer hits, or less of a goal's unit; without it never
    # consecutive_failures: 20   # stop when this many calculations in a row have failed

    """
  }

  /// The polymerisations besides the one of the example.
  private static var polymerisations: String {
    Polymerisation.allCases.filter { $0 != .vinyl }.map(\.rawValue).joined(separator: ", ")
  }

  /// The acquisition functions beside the default that take no option. One that takes some has an example of its own.
  private static var functionsWithoutOptions: String {
    AcquisitionFunctions.all.filter { $0.optionNames.isEmpty && $0 != LogWindowProbability.self }.map { $0.name }
      .joined(separator: ", ")
  }
}
