#!/usr/bin/env python3
"""What two other methods gain from the sources of the transfer benchmarks: their errors without them and with them.

    python3 -m venv FOLDER/env && FOLDER/env/bin/pip install rdkit==2026.9.1 numpy scikit-learn
    FOLDER/env/bin/python Benchmarks/transfer_rivals.py FOLDER-OF-TABLES --splits 20

The tables are polymers-pi1070.csv, esol.csv and freesolv.csv. A random forest sees counts of Morgan environments and ten descriptors, and a Gaussian
process the descriptors. With sources they see their values too. For polymers these are the *true* values of the eight other properties of
each polymer, which a source model can only estimate. For solubilities they are hydration free energies as a forest predicts them from those molecules
of FreeSolv that ESOL lacks; the other sources that campaigns have, such as logP, are among the descriptors.
"""

import argparse
import csv
import pathlib
import statistics
import warnings

import numpy as np
from rdkit import Chem, RDLogger
from rdkit.Chem import Crippen, Descriptors, rdFingerprintGenerator, rdMolDescriptors
from sklearn.ensemble import RandomForestRegressor
from sklearn.exceptions import ConvergenceWarning
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, ConstantKernel, WhiteKernel

MORGAN = rdFingerprintGenerator.GetMorganGenerator(radius=2, fpSize=1024)
DESCRIPTORS = [
    Crippen.MolLogP, Crippen.MolMR, Descriptors.MolWt, rdMolDescriptors.CalcTPSA, rdMolDescriptors.CalcNumHBD,
    rdMolDescriptors.CalcNumHBA, rdMolDescriptors.CalcNumRotatableBonds, rdMolDescriptors.CalcNumAromaticRings,
    rdMolDescriptors.CalcFractionCSP3, lambda molecule: molecule.GetNumHeavyAtoms(),
]


def read(file):
    with open(file, newline="") as table:
        rows = [(Chem.MolFromSmiles(row["smiles"]), row) for row in csv.DictReader(table)]
    return [(molecule, row) for molecule, row in rows if molecule is not None]


def features(molecules):
    """Counts, and descriptors."""
    counts = np.array([MORGAN.GetCountFingerprintAsNumPy(one) for one in molecules], float)
    return counts, np.array([[descriptor(one) for descriptor in DESCRIPTORS] for one in molecules], float)


def standardised(known, others):
    mean, deviation = known.mean(axis=0), known.std(axis=0)
    deviation[deviation == 0] = 1
    return (known - mean) / deviation, (others - mean) / deviation


def forest(known, values, others, seed):
    return RandomForestRegressor(300, max_features=0.3, random_state=seed, n_jobs=1).fit(known, values).predict(others)


def process(known, values, others, seed):
    """Squared exponential on standardised inputs, hyper-parameters by the marginal likelihood."""
    known, others = standardised(known, others)
    kernel = ConstantKernel(1.0) * RBF(known.shape[1] ** 0.5) + WhiteKernel(0.1)
    return GaussianProcessRegressor(kernel, normalize_y=True, n_restarts_optimizer=1, random_state=seed).fit(known, values).predict(others)


def measure(name, molecules, values, sources, labels, splits, error):
    """Prints a row for each method."""
    counts, descriptors = features(molecules)
    for method, predict in (("random forest", forest), ("Gaussian process", process)):
        # Counts blur a process's distances: it has the descriptors alone.
        plain = np.hstack([counts, descriptors]) if predict is forest else descriptors
        errors = {"without": [], "with": []}
        for split in range(splits):
            order = np.random.default_rng(split).permutation(len(values))
            known, others = order[:labels], order[labels:labels + 1000]
            for way, inputs in (("without", plain), ("with", np.hstack([plain, sources]))):
                errors[way].append(error(predict(inputs[known], values[known], inputs[others], split) - values[others]))
        without, given = statistics.mean(errors["without"]), statistics.mean(errors["with"])
        print(f"| {name}, {labels} | {method} | {without:.4g} | {given:.4g} | {given / without:.2f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--splits", type=int, default=20)
    options = parser.parse_args()
    RDLogger.DisableLog("rdApp.*")
    # A noise near zero is what some of the few labels have.
    warnings.simplefilter("ignore", ConvergenceWarning)
    print("| labels of | method | without | with | ratio |\n|---|---|---|---|---|")

    rows = read(options.folder / "polymers-pi1070.csv")
    others = [title for title in rows[0][1] if title not in ("smiles", "thermal_conductivity")]
    rows = [(molecule, row) for molecule, row in rows if row["thermal_conductivity"] and all(row[title] for title in others)]
    values = np.array([float(row["thermal_conductivity"]) for _, row in rows])
    sources = np.array([[float(row[title]) for title in others] for _, row in rows])
    for labels in (19, 50):
        measure(
            "thermal conductivity of polymers, MAE in W/m/K", [molecule for molecule, _ in rows], values, sources, labels, options.splits,
            lambda difference: np.abs(difference).mean())

    rows = read(options.folder / "esol.csv")
    taken = {Chem.MolToSmiles(molecule) for molecule, _ in rows}
    energies = [(molecule, row) for molecule, row in read(options.folder / "freesolv.csv") if Chem.MolToSmiles(molecule) not in taken]
    energy = np.array([float(row["hydration_free_energy_kcal_per_mol"]) for _, row in energies])
    known, own = (np.hstack(features([molecule for molecule, _ in one])) for one in (energies, rows))
    sources = forest(known, energy, own, 0)[:, None]
    measure(
        "ESOL, RMSE in log mol/L", [molecule for molecule, _ in rows], np.array([float(row["log_solubility"]) for _, row in rows]), sources,
        30, options.splits, lambda difference: np.sqrt((difference ** 2).mean()))


if __name__ == "__main__":
    main()
