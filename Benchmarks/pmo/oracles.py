"""The objectives of the benchmark PMO that need nothing but RDKit, written from their published definitions, and tasks to tune on.

PMO (Gao et al. 2022, arXiv 2206.12411) has 23 tasks. Three of them (DRD2, GSK3β, JNK3) ask models that are not RDKit's. The other 20 are here:
the quantitative estimate of drug-likeness (Bickerton et al. 2012) and 19 tasks of GuacaMol (Brown et al. 2019, doi 10.1021/acs.jcim.8b00839), whose
similarities are those of unfolded counts, as PMO has them. Every task is a value from 0 to 1, and 1 is best.

No setting of Cohobate or of a rival was chosen on the tasks of TASKS. DEVELOPMENT has tasks of other molecules for that.
"""

import math
import re

from rdkit import Chem, DataStructs, RDLogger
from rdkit.Chem import Crippen, Descriptors, GraphDescriptors, QED, rdFingerprintGenerator, rdMolDescriptors
from rdkit.Chem.Pharm2D import Generate, Gobbi_Pharm2D

RDLogger.DisableLog("rdApp.*")

_morgan = {radius: rdFingerprintGenerator.GetMorganGenerator(radius=radius) for radius in (2, 3)}
_features = rdFingerprintGenerator.GetMorganGenerator(
    radius=2, atomInvariantsGenerator=rdFingerprintGenerator.GetMorganFeatureAtomInvGen())
_pairs = rdFingerprintGenerator.GetAtomPairGenerator(maxDistance=10)

FINGERPRINTS = {
    "ECFP4": _morgan[2].GetSparseCountFingerprint,
    "ECFP6": _morgan[3].GetSparseCountFingerprint,
    "FCFP4": _features.GetSparseCountFingerprint,
    "AP": _pairs.GetSparseCountFingerprint,
    "PHCO": lambda molecule: Generate.Gen2DFingerprint(molecule, Gobbi_Pharm2D.factory),
}


# Quantities of a molecule

def similarity(smiles, fingerprint):
    """The Tanimoto similarity to a molecule."""
    of = FINGERPRINTS[fingerprint]
    target = of(Chem.MolFromSmiles(smiles))
    return lambda molecule: DataStructs.TanimotoSimilarity(target, of(molecule))


def contains(smarts, wanted=True):
    """1 if a pattern is there, or if it is not wanted and is not there; else 0."""
    pattern = Chem.MolFromSmarts(smarts)
    return lambda molecule: float(molecule.HasSubstructMatch(pattern) == wanted)


def count(symbol):
    """The number of atoms of an element."""
    def of(molecule):
        if symbol == "H":
            return sum(atom.GetTotalNumHs() for atom in molecule.GetAtoms())
        return sum(atom.GetSymbol() == symbol for atom in molecule.GetAtoms())
    return of


def atoms(molecule):
    """The number of atoms with hydrogens."""
    return molecule.GetNumAtoms() + count("H")(molecule)


logp, tpsa, bertz = Crippen.MolLogP, Descriptors.TPSA, GraphDescriptors.BertzCT


# Scores of a quantity

def _score(of, shape):
    return lambda molecule: shape(of(molecule))


def gaussian(of, centre, width):
    """1 at the centre, less on both sides."""
    return _score(of, lambda x: math.exp(-0.5 * ((x - centre) / width) ** 2))


def at_most(of, limit, width):
    """1 up to the limit, less above it."""
    return _score(of, lambda x: math.exp(-0.5 * (max(0, x - limit) / width) ** 2))


def at_least(of, limit, width):
    """1 from the limit on, less below it."""
    return _score(of, lambda x: math.exp(-0.5 * (max(0, limit - x) / width) ** 2))


def clipped(of, upper):
    """In proportion to the quantity, 1 from the upper value on."""
    return _score(of, lambda x: min(1, x / upper))


# Means of scores

def geometric(*scores):
    """The geometric mean; 0 if one of them is."""
    def of(molecule):
        values = [score(molecule) for score in scores]
        return 0.0 if min(values) <= 0 else math.exp(sum(map(math.log, values)) / len(values))
    return of


def arithmetic(*scores):
    """The arithmetic mean."""
    return lambda molecule: sum(score(molecule) for score in scores) / len(scores)


def isomer(formula):
    """The geometric mean of a Gaussian for each element's number, of width 1, and one for the number of atoms, of width 2."""
    numbers = {symbol: int(number or 1) for symbol, number in re.findall(r"([A-Z][a-z]?)(\d*)", formula)}
    return geometric(
        *[gaussian(count(symbol), number, 1) for symbol, number in numbers.items()], gaussian(atoms, sum(numbers.values()), 2))


# Molecules of the tasks

CELECOXIB = "CC1=CC=C(C=C1)C1=CC(=NN1C1=CC=C(C=C1)S(N)(=O)=O)C(F)(F)F"
TROGLITAZONE = "Cc1c(C)c2OC(C)(COc3ccc(CC4SC(=O)NC4=O)cc3)CCc2c(C)c1O"
THIOTHIXENE = "CN(C)S(=O)(=O)c1ccc2Sc3ccccc3C(=CCCN4CCN(C)CC4)c2c1"
ALBUTEROL = "CC(C)(C)NCC(O)c1ccc(O)c(CO)c1"
MESTRANOL = "COc1ccc2[C@H]3CC[C@@]4(C)[C@@H](CC[C@@]4(O)C#C)[C@@H]3CCc2c1"
CAMPHOR, MENTHOL = "CC1(C)C2CCC1(C)C(=O)C2", "CC(C)C1CCC(C)CC1O"
TADALAFIL = "O=C1N(CC(N2C1CC3=C(C2C4=CC5=C(OCO5)C=C4)NC6=C3C=CC=C6)=O)C"
SILDENAFIL = "CCCC1=NN(C2=C1N=C(NC2=O)C3=C(C=CC(=C3)S(=O)(=O)N4CCN(CC4)C)OCC)C"
OSIMERTINIB = "COc1cc(N(C)CCN(C)C)c(NC(=O)C=C)cc1Nc2nccc(n2)c3cn(C)c4ccccc34"
FEXOFENADINE = "CC(C)(C(=O)O)c1ccc(cc1)C(O)CCCN2CCC(CC2)C(O)(c3ccccc3)c4ccccc4"
RANOLAZINE = "COc1ccccc1OCC(O)CN2CCN(CC(=O)Nc3c(C)cccc3C)CC2"
PERINDOPRIL = "O=C(OCC)C(NC(C(=O)N1C(C(=O)O)CC2CCCCC12)C)CCC"
AMLODIPINE = "Clc1ccccc1C2C(=C(NC(=C2C(=O)OCC)COCCN)C)C(=O)OC"
SITAGLIPTIN = "Fc1cc(c(F)cc1F)CC(N)CC(=O)N3Cc2nnc(n2CC3)C(F)(F)F"
ZALEPLON = "O=C(C)N(CC)C1=CC=CC(C2=CC=NC3=C(C=NN23)C#N)=C1"
KINASE_INHIBITOR = "CCCOc1cc2ncnc(Nc3ccc4ncsc4c3)c2cc1S(=O)(=O)C(C)(C)C"
QUINAZOLINE = "[#7]-c1n[c;h1]nc2[c;h1]c(-[#8])[c;h0][c;h1]c12"
DECORATION = "[#6]-[#6]-[#6]-[#8]-[#6]~[#6]~[#6]~[#6]~[#6]-[#7]-c1ccc2ncsc2c1"
VALSARTAN = "CN(C=O)Cc1ccc(c2ccccc2)cc1"
IBUPROFEN, CAFFEINE = "CC(C)Cc1ccc(cc1)C(C)C(=O)O", "CN1C=NC2=C1C(=O)N(C(=O)N2C)C"
IMATINIB = "Cc1ccc(cc1Nc2nccc(n2)c3cccnc3)NC(=O)c4ccc(cc4)CN5CCN(CC5)C"
ARIPIPRAZOLE = "Clc4cccc(N3CCN(CCCCOc2ccc1c(NC(=O)CC1)c2)CC3)c4Cl"

# Every molecule that a task names: none of them may be among the molecules that a search starts from.
NAMED = [
    CELECOXIB, TROGLITAZONE, THIOTHIXENE, ALBUTEROL, MESTRANOL, CAMPHOR, MENTHOL, TADALAFIL, SILDENAFIL, OSIMERTINIB, FEXOFENADINE,
    RANOLAZINE, PERINDOPRIL, AMLODIPINE, SITAGLIPTIN, ZALEPLON, KINASE_INHIBITOR, IBUPROFEN, CAFFEINE, IMATINIB, ARIPIPRAZOLE,
]


def canonical(smiles):
    """The canonical SMILES without stereochemistry, which no similarity here sees."""
    return Chem.MolToSmiles(Chem.MolFromSmiles(smiles), isomericSmiles=False)


def _like(of, smiles, width):
    """A Gaussian about the quantity of a molecule."""
    return gaussian(of, of(Chem.MolFromSmiles(smiles)), width)


def penalized_logp(molecule):
    """The octanol–water coefficient less the atoms of rings of more than six, from 0 to 1 between −5 and 10."""
    largest = max((len(ring) for ring in molecule.GetRingInfo().AtomRings()), default=0)
    return 1 / (1 + math.exp(-(logp(molecule) - max(0, largest - 6) - 2.5) / 2))


# Made when they are first asked for: each reads several molecules.
TASKS = {
    "albuterol_similarity": lambda: clipped(similarity(ALBUTEROL, "FCFP4"), 0.75),
    "amlodipine_mpo": lambda: geometric(
        similarity(AMLODIPINE, "ECFP4"), gaussian(rdMolDescriptors.CalcNumRings, 3, 0.5)),
    "celecoxib_rediscovery": lambda: similarity(CELECOXIB, "ECFP4"),
    "deco_hop": lambda: arithmetic(
        clipped(similarity(KINASE_INHIBITOR, "PHCO"), 0.85), contains("CS([#6])(=O)=O", False),
        contains("[#7]-c1ccc2ncsc2c1", False), contains(QUINAZOLINE)),
    "fexofenadine_mpo": lambda: geometric(
        clipped(similarity(FEXOFENADINE, "AP"), 0.8), at_least(tpsa, 90, 10), at_most(logp, 4, 1)),
    "isomers_c7h8n2o2": lambda: isomer("C7H8N2O2"),
    "isomers_c9h10n2o2pf2cl": lambda: isomer("C9H10N2O2PF2Cl"),
    "median1": lambda: geometric(similarity(CAMPHOR, "ECFP4"), similarity(MENTHOL, "ECFP4")),
    "median2": lambda: geometric(similarity(TADALAFIL, "ECFP6"), similarity(SILDENAFIL, "ECFP6")),
    "mestranol_similarity": lambda: clipped(similarity(MESTRANOL, "AP"), 0.75),
    "osimertinib_mpo": lambda: geometric(
        clipped(similarity(OSIMERTINIB, "FCFP4"), 0.8), at_most(similarity(OSIMERTINIB, "ECFP6"), 0.85, 0.1),
        at_least(tpsa, 100, 10), at_most(logp, 1, 1)),
    "perindopril_mpo": lambda: geometric(
        similarity(PERINDOPRIL, "ECFP4"), gaussian(rdMolDescriptors.CalcNumAromaticRings, 2, 0.5)),
    "qed": lambda: QED.qed,
    "ranolazine_mpo": lambda: geometric(
        clipped(similarity(RANOLAZINE, "AP"), 0.7), at_least(tpsa, 95, 20), at_least(logp, 7, 1), gaussian(count("F"), 1, 1)),
    "scaffold_hop": lambda: arithmetic(
        clipped(similarity(KINASE_INHIBITOR, "PHCO"), 0.75), contains(DECORATION), contains(QUINAZOLINE, False)),
    "sitagliptin_mpo": lambda: geometric(
        gaussian(similarity(SITAGLIPTIN, "ECFP4"), 0, 0.1), _like(logp, SITAGLIPTIN, 0.2), _like(tpsa, SITAGLIPTIN, 5),
        isomer("C16H15F6N5O")),
    "thiothixene_rediscovery": lambda: similarity(THIOTHIXENE, "ECFP4"),
    "troglitazone_rediscovery": lambda: similarity(TROGLITAZONE, "ECFP4"),
    "valsartan_smarts": lambda: geometric(
        contains(VALSARTAN), _like(tpsa, SITAGLIPTIN, 5), _like(logp, SITAGLIPTIN, 0.2), _like(bertz, SITAGLIPTIN, 30)),
    "zaleplon_mpo": lambda: geometric(similarity(ZALEPLON, "ECFP4"), isomer("C19H17N3O2")),
}

DEVELOPMENT = {
    "aripiprazole_similarity": lambda: clipped(similarity(ARIPIPRAZOLE, "FCFP4"), 0.75),
    "penalized_logp": lambda: penalized_logp,
    "isomers_c11h24": lambda: isomer("C11H24"),
    "ibuprofen_and_caffeine": lambda: geometric(
        similarity(IBUPROFEN, "ECFP4"), similarity(CAFFEINE, "ECFP4")),
    "polar_imatinib": lambda: geometric(
        clipped(similarity(IMATINIB, "AP"), 0.7), at_least(tpsa, 120, 15), at_most(logp, 2, 1)),
}


def oracle(name):
    """The function of a task: the value of a SMILES, or None if it is no molecule."""
    value = {**TASKS, **DEVELOPMENT}[name]()

    def of(smiles):
        molecule = Chem.MolFromSmiles(smiles)
        return None if molecule is None or molecule.GetNumAtoms() == 0 else float(value(molecule))
    return of
