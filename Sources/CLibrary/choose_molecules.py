#!/usr/bin/python3
"""Chooses the molecules of the built-in library and writes them to molecules.smi.

The corpus of the language model is the start. A third or more of the molecules are members of the corpus as they are;
the others are made from them by three changes: a hydrogen becomes a group, two molecules are joined, one element takes
another's place. The groups and exchanges bring F, Cl, Br, I, S, P, Si, B and Se, which the corpus has rarely or not.
The order of the file is shuffled, so any beginning of it is a fair sample of the whole.

    choose_molecules.py [--count 8000] [--seed 37]

It needs Debian's python3-rdkit. The same release of RDKit writes the same file.
"""
import argparse
import collections
import pathlib
import random

from rdkit import Chem, RDLogger

FOLDER = pathlib.Path(__file__).resolve().parent
LARGEST = 22

# Groups that take the place of a hydrogen on carbon, written from the atom that is bonded.
GROUPS = [
    "F", "F", "Cl", "Cl", "Br", "Br", "I", "O", "N", "C", "CC", "C(C)C", "C(C)(C)C", "C(F)(F)F", "C#N", "OC", "SC",
    "N(C)C", "C(=O)O", "C(=O)N", "C(=O)C", "C=O", "[N+](=O)[O-]", "S(=O)(=O)C", "S(=O)(=O)N", "S", "C#C", "C=C",
    "[Si](C)(C)C", "[SiH3]", "B(O)O", "P(C)C", "P(=O)(C)C", "P(=O)(OC)OC", "[Se]C", "OC(F)(F)F", "OC(C)=O", "NC(C)=O",
    "N1CCOCC1", "C(=O)OC", "CO", "CN", "C=C(C#N)C#N", "N=C=S", "SC#N", "B1OCCO1",
]
# Bridges between two molecules; the first and the last atom are bonded. Empty is a bond.
BRIDGES = ["", "", "", "", "O", "S", "N", "C", "C=C", "C#C", "C(=O)N", "C(=O)O", "N=N", "C(=O)", "S(=O)(=O)", "CC",
           "C=N", "[Se]", "[SiH2]", "C(=O)C=C", "S(=O)(=O)N"]
# Exchanges of one atom: the pattern of the atom, and the element that takes its place.
EXCHANGES = [
    ("[o,s;r5]", 34), ("[o,s;r5]", 34), ("[nH;r5]", 34), ("[o;r5]", 16), ("[CH2;R]", 14), ("[CH2;R]", 14), ("[CH2;R]", 16),
    ("[CH2;R]", 8), ("[cH;r6]", 7), ("[OX2;!$(O-[N,O,S])]", 16), ("[SX2;!$(S-[N,O,S])]", 34), ("[CX4;H0]", 14),
    ("[NX3;H0;!$(N-[N,O,S])]", 15), ("[CH3]", 9), ("[CH3]", 17),
]
# What is unstable or nothing that anybody would calculate.
REFUSED = [Chem.MolFromSmarts(text) for text in (
    "[OX2,SX2,Se]~[OX2]", "[N;!R]-[N;!R]-[N;!R]", "[F,Cl,Br,I]~[N,O,S,P,F,Cl,Br,I,Se]", "C(O[H])(O[H])", "C=C[OH]", "C=C[NH2]",
    "[SiH,SiH2,SiH3][O,N,S]", "[CX4]([OH,NH2,SH])[OX2,NX3,SX2,F,Cl,Br,I]", "C=C=C", "[N,O]-[F,Cl,Br,I]", "[#15]-[N,S,F,Cl,Br,I]",
    "[Si]-[F,Cl,Br,I]", "[*;r3]=[*;r3]", "[CX4]([F,Cl,Br,I])[OX2,NX3,SX2]", "[#34]~[#34,#16,#7X3]", "[#5]-[!#6;!#8]", "[Si]=*",
)]


def neutral(molecule):
    """Whether no charge is left but that of nitro groups and their like, and no electron unpaired."""
    return (Chem.GetFormalCharge(molecule) == 0 and len(Chem.GetMolFrags(molecule)) == 1
            and not any(atom.GetNumRadicalElectrons() for atom in molecule.GetAtoms())
            and sum(atom.GetFormalCharge() != 0 for atom in molecule.GetAtoms()) <= 4)


def clean(molecule):
    """The canonical SMILES of what may be in the library, or nothing."""
    try:
        molecule = Chem.Mol(molecule)
        Chem.SanitizeMol(molecule)
    except Exception:
        return None
    if not 2 <= molecule.GetNumHeavyAtoms() <= LARGEST or not neutral(molecule):
        return None
    if any(molecule.HasSubstructMatch(pattern) for pattern in REFUSED):
        return None
    smiles = Chem.MolToSmiles(molecule)
    return smiles if Chem.MolFromSmiles(smiles) else None


def sites(molecule):
    """Carbons that carry a hydrogen, those of aromatic rings counted thrice."""
    return [atom.GetIdx() for atom in molecule.GetAtoms() if atom.GetAtomicNum() == 6 and atom.GetTotalNumHs() > 0
            for _ in range(3 if atom.GetIsAromatic() else 1)]


def bonded(first, second, at, to):
    """One molecule of two, bonded between an atom of each."""
    joined = Chem.RWMol(Chem.CombineMols(first, second))
    to += first.GetNumAtoms()
    joined.AddBond(at, to, Chem.BondType.SINGLE)
    for index in (at, to):
        atom = joined.GetAtomWithIdx(index)
        if atom.GetNumExplicitHs() > 0:
            atom.SetNumExplicitHs(atom.GetNumExplicitHs() - 1)
        atom.SetChiralTag(Chem.ChiralType.CHI_UNSPECIFIED)
    return joined.GetMol()


def grouped(molecule, draw):
    """The molecule with one to three groups in place of hydrogens."""
    for _ in range(draw.choice([1, 1, 1, 2, 2, 3])):
        places = sites(molecule)
        if not places:
            return molecule
        molecule = bonded(molecule, Chem.MolFromSmiles(draw.choice(GROUPS)), draw.choice(places), 0)
        try:
            Chem.SanitizeMol(molecule)
        except Exception:
            return molecule
    return molecule


def joined(first, second, draw):
    """Two molecules with a bridge between them."""
    places, ends = sites(first), sites(second)
    if not places or not ends:
        return first
    at, to = draw.choice(places), draw.choice(ends)
    bridge = draw.choice(BRIDGES)
    if bridge:
        middle = Chem.MolFromSmiles(bridge)
        last = first.GetNumAtoms() + middle.GetNumAtoms() - 1
        if bridge in ("C(=O)N", "C(=O)O"):
            last = first.GetNumAtoms() + 2
        if bridge in ("C(=O)", "S(=O)(=O)"):
            last = first.GetNumAtoms()
        return bonded(bonded(first, middle, at, 0), second, last, to)
    return bonded(first, second, at, to)


def exchanged(molecule, draw):
    """The molecule with one atom of another element."""
    text, element = draw.choice(EXCHANGES)
    matches = molecule.GetSubstructMatches(Chem.MolFromSmarts(text))
    if not matches:
        return molecule
    changed = Chem.RWMol(molecule)
    atom = changed.GetAtomWithIdx(draw.choice(matches)[0])
    atom.SetAtomicNum(element)
    atom.SetNumExplicitHs(0)
    atom.SetNoImplicit(False)
    return changed.GetMol()


def offspring(parents, draw):
    """A molecule made of one or two parents."""
    kind = draw.random()
    first = Chem.MolFromSmiles(draw.choice(parents))
    if kind < .4:
        return grouped(first, draw)
    if kind < .7:
        return joined(first, Chem.MolFromSmiles(draw.choice(parents)), draw)
    return exchanged(first, draw)


def main():
    reader = argparse.ArgumentParser(description="Chooses the molecules of the built-in library.")
    reader.add_argument("--count", type=int, default=8000, help="molecules to choose (8000)")
    reader.add_argument("--seed", type=int, default=37, help="seed of every draw (37)")
    options = reader.parse_args()
    RDLogger.DisableLog("rdApp.*")
    draw = random.Random(options.seed)

    corpus = []
    for line in (FOLDER.parent / "CCorpus" / "corpus.smi").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            molecule = Chem.MolFromSmiles(line.split()[0])
            smiles = molecule and clean(molecule)
            if smiles:
                corpus.append(smiles)
    corpus = list(dict.fromkeys(corpus))
    chosen = dict.fromkeys(draw.sample(corpus, min(len(corpus), options.count * 35 // 100)))
    # Those with few atoms are the parents oftener, so that joined molecules stay below the limit.
    parents = [smiles for smiles in corpus for _ in range(1 + (Chem.MolFromSmiles(smiles).GetNumHeavyAtoms() < 11))]
    made = 0
    while len(chosen) < options.count:
        smiles = clean(offspring(parents, draw))
        if smiles and smiles not in chosen:
            chosen[smiles] = None
            made += 1
            # A product may be changed again: two changes give what one cannot.
            if made % 3 == 0 and Chem.MolFromSmiles(smiles).GetNumHeavyAtoms() < 16:
                parents.append(smiles)
    names = list(chosen)
    draw.shuffle(names)
    (FOLDER / "molecules.smi").write_text("".join(smiles + "\n" for smiles in names), encoding="utf-8")

    elements, sizes = collections.Counter(), []
    for smiles in names:
        molecule = Chem.MolFromSmiles(smiles)
        elements.update({atom.GetSymbol() for atom in molecule.GetAtoms()})
        sizes.append(molecule.GetNumHeavyAtoms())
    print(f"{len(names)} molecules, {sum(sizes) / len(sizes):.1f} heavy atoms on average;",
          ", ".join(f"{name} in {count}" for name, count in elements.most_common()))


if __name__ == "__main__":
    main()
