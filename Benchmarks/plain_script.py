#!/usr/bin/env python3
"""What a chemist would write in an afternoon: RDKit embedding, MMFF94 and `xtb --opt`, two molecules at a time.

    python3 -m venv .build/benchmark && .build/benchmark/bin/pip install rdkit
    .build/benchmark/bin/python Benchmarks/plain_script.py molecules.csv --jobs 2 --output plain.csv

The rival of `cohobate calculate` in Benchmarks/calculation_speed.py. It believes what a script believes: an exit status of 0
and a converged optimisation.
"""

import argparse
import csv
import json
import multiprocessing
import os
import pathlib
import subprocess
import tempfile

from rdkit import Chem, RDLogger
from rdkit.Chem import AllChem

RDLogger.DisableLog("rdApp.*")


def gap(smiles):
    """The HOMO-LUMO gap of one conformer in eV; None if anything went wrong."""
    molecule = Chem.AddHs(Chem.MolFromSmiles(smiles))
    embedding = AllChem.ETKDGv3()
    embedding.randomSeed = 1
    if AllChem.EmbedMolecule(molecule, embedding) != 0:
        return None
    AllChem.MMFFOptimizeMolecule(molecule)
    with tempfile.TemporaryDirectory() as folder:
        Chem.MolToXYZFile(molecule, os.path.join(folder, "molecule.xyz"))
        ended = subprocess.run(
            ["xtb", "molecule.xyz", "--gfn", "2", "--opt", "normal", "--chrg", "0", "--uhf", "0", "--json", "--norestart"],
            cwd=folder, capture_output=True, text=True, timeout=300,
            env={"PATH": os.environ["PATH"], "HOME": folder, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "OMP_STACKSIZE": "1G"})
        if ended.returncode != 0 or "GEOMETRY OPTIMIZATION CONVERGED" not in ended.stdout:
            return None
        return json.loads(pathlib.Path(folder, "xtbout.json").read_text())["HOMO-LUMO gap/eV"]


def row(smiles):
    try:
        return smiles, gap(smiles)
    except (OSError, ValueError, KeyError, subprocess.SubprocessError):
        return smiles, None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--output", type=pathlib.Path, required=True)
    options = parser.parse_args()
    with open(options.file) as file:
        smiles = [entry["smiles"] for entry in csv.DictReader(file)]
    with multiprocessing.Pool(options.jobs) as pool, open(options.output, "w") as file:
        writer = csv.writer(file)
        writer.writerow(["smiles", "gap_eV"])
        writer.writerows(pool.imap_unordered(row, smiles, chunksize=4))


if __name__ == "__main__":
    main()
